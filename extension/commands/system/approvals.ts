/**
 * Asking and deciding (C4, C5): some commands are carried out only after somebody else has agreed to just
 * this input. The payload lies in the approval, sealed; what is carried out is what was approved.
 *
 * Changes: an approval; when approved, whatever its command changes. Guard: the approval is decided only
 * while it is PENDING. After a crash: it says APPROVED and the command is not done or half done; the same
 * request again, or the repair job, carries it through, since the command runs under the approval's own id.
 */
import * as z from 'zod/mini';
import { type Decision, isRefused, refuse } from '#domain/shared/refusal.ts';
import type { RecordOf } from '#port/records.ts';
import { sealedFields } from '#port/seal.ts';
import { refundTicket } from '../deal/cancel-ticket.ts';
import { confirmReservation } from '../deal/confirm-reservation.ts';
import { transferDeals } from '../deal/transfer-deals.ts';
import { deferHandoverDues } from '../handover/defer-handover-dues.ts';
import { activatePriceScheme } from '../inventory/activate-price-scheme.ts';
import { cancelContract } from '../ledger/cancel-contract.ts';
import { changeContractBuyers } from '../ledger/change-contract-buyers.ts';
import { changeContractUnit } from '../ledger/change-contract-unit.ts';
import { recordRefund } from '../ledger/record-refund.ts';
import { replanContract } from '../ledger/replan-contract.ts';
import { waive } from '../ledger/waive.ts';
import { carryOut } from './carry-out.ts';
import type { Actor, AnyCommand, Command, Run } from './command.ts';
import { parseInput, recordId, requestId, requiredText, text } from './input.ts';
import { refusalText } from './refusal-text.ts';
import { bodyHash, derivedId } from './request-ids.ts';

/** Commands that need an approval. */
export const APPROVABLE: readonly AnyCommand[] = [
  waive,
  recordRefund,
  replanContract,
  cancelContract,
  refundTicket,
  confirmReservation,
  changeContractUnit,
  changeContractBuyers,
  activatePriceScheme,
  transferDeals,
  deferHandoverDues,
];

const askSchema = z.object({
  requestId,
  command: requiredText,
  /** The input of that command, without a request id. */
  input: z.record(z.string(), z.unknown()),
  reason: requiredText,
});
const decideSchema = z.object({
  requestId,
  approvalId: recordId,
  decision: z.enum(['APPROVE', 'REJECT'], 'must be APPROVE or REJECT'),
  note: z.optional(text),
});

type AskInput = z.infer<typeof askSchema>;
type AskSnapshot = { command: AnyCommand; input: { requestId: string }; loaded: unknown };
type AskAnswer = { approvalId: string; approval: string };

export const askApproval: Command<AskInput, AskSnapshot, { name: string }, AskAnswer> = {
  name: 'ask-approval',
  room: 'system',
  title: 'Ask for approval',
  right: 'keepAccounts',
  rightFor: ({ command }) => commandNamed(command)?.right ?? 'keepAccounts',
  // Whose deal it is, is decided when it is asked for (C5); who approves has other deals.
  dealOf: ({ command, loaded }) => command.dealOf?.(loaded) ?? null,
  schema: askSchema,
  subject: ({ command, input }) => subjectOf(command, input),

  async load(run, { command: name, input }) {
    const command = commandNamed(name);
    if (command === undefined) return refuse({ code: 'NOT_FOUND', what: 'command with approval', id: name });
    const parsed = parseInput<{ requestId: string }>(command.schema, {
      ...input,
      requestId: run.idFor('asked'),
    });
    if (isRefused(parsed)) return parsed;
    const loaded = (await command.load(run, parsed.plan)) as Decision<unknown>;
    return isRefused(loaded) ? loaded : { plan: { command, input: parsed.plan, loaded: loaded.plan } };
  },

  // What could not be carried out now is not worth asking for.
  decide(run, _asked, { command, input, loaded }) {
    const decision = command.decide(run, input, loaded) as Decision<unknown>;
    return isRefused(decision) ? decision : { plan: { name: command.title } };
  },

  async apply(run, asked, { command, input }, { name }) {
    const { requestId: _, ...payload } = input;
    const approvalId = run.idFor('approval');
    const subject = subjectOf(command.name, payload);
    await run.store.write([
      {
        create: 'approval',
        row: {
          id: approvalId,
          name: `${name}: ${asked.reason}`,
          command: command.name,
          state: 'PENDING',
          reason: asked.reason,
          askedBy: run.actor.name,
          askedById: run.actor.memberId ?? '',
          askedAt: run.now.toISOString(),
          decidedBy: '',
          decidedAt: null,
          decisionKey: '',
          decisionNote: '',
          outcome: '',
          contractId: subject.kind === 'contract' ? subject.id : null,
          reservationId: subject.kind === 'reservation' ? subject.id : null,
          subjectKind: subject.kind,
          subjectId: subject.id,
          payload: JSON.parse(JSON.stringify(payload)),
          payloadHash: bodyHash(command.name, payload),
        },
      },
    ]);
    const answer = { approvalId, approval: name };
    return { plan: { answer, message: `${name} waits for approval by somebody else.`, after: answer } };
  },
};

type DecideInput = z.infer<typeof decideSchema>;
type Approval = RecordOf<'approval'>;
/** `shown` is what people see of it, whatever a hand has made of it. */
type DecideSnapshot = { approval: Approval; shown: Approval };
type DecideAnswer = { approvalId: string; state: string; isCarriedOut: boolean; outcome: string };

export const decideApproval: Command<DecideInput, DecideSnapshot, { command: AnyCommand }, DecideAnswer> = {
  name: 'decide-approval',
  room: 'system',
  title: 'Decide on approval',
  right: 'approveMoney',
  anyOf: ['approveMoney', 'controlSales'],
  schema: decideSchema,
  subject: ({ approvalId }) => ({ kind: 'approval', id: approvalId }),

  async load({ store }, { approvalId }) {
    const [observed] = await store.observe('approval', { id: approvalId }, 1);
    return observed?.isSealed === true
      ? { plan: { approval: observed.sealed, shown: observed.stored } }
      : refuse({ code: 'NOT_FOUND', what: 'approval', id: approvalId });
  },

  decide(run, input, { approval, shown }) {
    const command = commandNamed(approval.command);
    if (command === undefined)
      return refuse({ code: 'NOT_FOUND', what: 'command with approval', id: approval.command });
    const right = command.approvedWith ?? 'approveMoney';
    if (!run.rights.has(right)) return refuse({ code: 'NO_RIGHT', right });
    const decided = input.decision === 'APPROVE' ? 'APPROVED' : 'REJECTED';
    // Its key tells it from another request, sent twice as well, that decided the same; 0.4.0 wrote none.
    const isOwnWork =
      run.isResumed && approval.state === decided && ['', run.requestId].includes(approval.decisionKey);
    if (approval.state !== 'PENDING' && !isOwnWork)
      return refuse({ code: 'APPROVAL_DECIDED', approval: approval.name, state: approval.state });
    if (isSamePerson(run.actor, approval))
      return refuse({ code: 'APPROVAL_YOUR_OWN', approval: approval.name });
    // What was shown to who decides is what was asked. Rejecting it is always possible.
    const seen = isOwnWork ? [approval] : [approval, shown];
    const isAsAsked = seen.every((one) => bodyHash(one.command, one.payload) === approval.payloadHash);
    if (decided === 'APPROVED' && !isAsAsked)
      return refuse({ code: 'APPROVAL_CHANGED', approval: approval.name });
    return { plan: { command } };
  },

  async apply(run, input, { approval }, { command }) {
    const state = input.decision === 'APPROVE' ? 'APPROVED' : 'REJECTED';
    if (approval.state === 'PENDING') {
      const decided = {
        state,
        decidedBy: run.actor.name,
        decidedAt: run.now.toISOString(),
        decisionKey: run.requestId,
      } as const;
      const guard = { id: approval.id, state: 'PENDING' } as const;
      const to = { ...sealedFields('approval', approval), ...decided, decisionNote: input.note ?? '' };
      const changed = await run.store.changeWhere('approval', guard, to);
      if (changed.length === 0)
        return refuse({ code: 'APPROVAL_DECIDED', approval: approval.name, state: 'decided meanwhile' });
    }
    const carried =
      state === 'APPROVED'
        ? await carryOutApproved(run, approval, command)
        : await carryOutRejected(run, approval, command, input.note);
    const what =
      carried === null ? '' : isRefused(carried) ? refusalText(carried.refused) : carried.plan.message;
    const outcome = state === 'APPROVED' ? what : `Rejected by ${run.actor.name}. ${what}`.trim();
    await run.store.write([{ change: 'approval', record: { ...approval, state }, to: { outcome } }]);
    const isCarriedOut = state === 'APPROVED' && carried !== null && !isRefused(carried);
    const answer = { approvalId: approval.id, state, isCarriedOut, outcome };
    return { plan: { answer, message: outcome, after: answer } };
  },
};

/** In the name of who asked, under the approval's own id: however often it is approved, it is done once. */
function carryOutApproved(run: Run, approval: Approval, command: AnyCommand) {
  const actor = { memberId: approval.askedById || null, name: approval.askedBy };
  const context = { store: run.store, clock: run.clock, rights: run.rights, actor };
  const input = { ...(approval.payload as object), requestId: approval.id };
  return carryOut(command, { ...context, approval: { id: approval.id, by: run.actor.name } }, input);
}

/** What a rejection brings with it, under an id of its own, so that it is done once, too. */
function carryOutRejected(run: Run, approval: Approval, command: AnyCommand, note = '') {
  const rejection = { requestId: derivedId('rejected', approval.id), reason: note || 'Rejected' };
  const after = command.whenRejected?.(approval.payload, rejection);
  if (after === undefined) return null;
  const { store, clock, rights, actor } = run;
  return carryOut(after.command, { store, clock, rights, actor }, after.input);
}

function commandNamed(name: string): AnyCommand | undefined {
  return APPROVABLE.find((command) => command.name === name);
}

function subjectOf(name: string, input: Record<string, unknown>): ReturnType<AnyCommand['subject']> {
  return commandNamed(name)?.subject(input) ?? { kind: 'approval', id: '' };
}

/** Nobody decides on what they asked for themselves; an API key is one caller. */
export function isSamePerson({ memberId, name }: Actor, { askedById, askedBy }: Approval): boolean {
  return memberId === null ? askedById === '' && name === askedBy : memberId === askedById;
}
