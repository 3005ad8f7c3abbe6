/**
 * Who asked for an approval takes the question back (C4).
 *
 * Changes: an approval to WITHDRAWN. Guard: only while it is PENDING, so that of a decision and a withdrawal
 * at the same moment one wins. After a crash: it is withdrawn or not; the same request again says so.
 */
import * as z from 'zod/mini';
import { refuse } from '#domain/shared/refusal.ts';
import type { RecordOf } from '#port/records.ts';
import { sealedFields } from '#port/seal.ts';
import { isSamePerson } from './approvals.ts';
import type { Command } from './command.ts';
import { recordId, requestId, text } from './input.ts';

const schema = z.object({ requestId, approvalId: recordId, note: z.optional(text) });

type Snapshot = { approval: RecordOf<'approval'> };
type Answer = { approvalId: string; state: string };

export const withdrawApproval: Command<z.infer<typeof schema>, Snapshot, null, Answer> = {
  name: 'withdraw-approval',
  room: 'system',
  title: 'Withdraw approval',
  right: 'sell',
  anyOf: ['sell', 'keepAccounts', 'controlSales'],
  schema,
  subject: ({ approvalId }) => ({ kind: 'approval', id: approvalId }),

  async load({ store }, { approvalId }) {
    const { found } = await store.read({ found: { object: 'approval', filter: { id: approvalId } } });
    const [approval] = found;
    return approval === undefined
      ? refuse({ code: 'NOT_FOUND', what: 'approval', id: approvalId })
      : { plan: { approval } };
  },

  decide(run, _input, { approval }) {
    const { name, state } = approval;
    const isOwnWork = run.isResumed && state === 'WITHDRAWN';
    if (state !== 'PENDING' && !isOwnWork) return refuse({ code: 'APPROVAL_DECIDED', approval: name, state });
    if (!isSamePerson(run.actor, approval)) return refuse({ code: 'NOT_YOUR_DEAL', what: name });
    return { plan: null };
  },

  async apply(run, { note }, { approval }) {
    if (approval.state === 'PENDING') {
      const guard = { id: approval.id, state: 'PENDING' } as const;
      const withdrawn = {
        state: 'WITHDRAWN',
        decidedBy: run.actor.name,
        decidedAt: run.now.toISOString(),
      } as const;
      const to = { ...sealedFields('approval', approval), ...withdrawn, decisionNote: note ?? '' };
      const changed = await run.store.changeWhere('approval', guard, to);
      if (changed.length === 0)
        return refuse({ code: 'APPROVAL_DECIDED', approval: approval.name, state: 'decided meanwhile' });
    }
    const answer = { approvalId: approval.id, state: 'WITHDRAWN' };
    const message = `“${approval.name}” is withdrawn.`;
    return { plan: { answer, message, before: { state: approval.state }, after: answer } };
  },
};
