/**
 * A title case is blocked with its reason, and goes on where it was once the reason is gone (C4).
 *
 * Changes: the case. Guard: its state is changed only while it is still the one that was decided on.
 * After a crash: the case is changed or not; the same request again finds it.
 */
import * as z from 'zod/mini';
import { decideBlock, decideUnblock, type TitleBlock, type TitleState } from '#domain/handover/index.ts';
import { type Decision, isRefused, refuse } from '#domain/shared/refusal.ts';
import type { Fields } from '#port/records.ts';
import { sealedFields } from '#port/seal.ts';
import type { Command, Run } from '../system/command.ts';
import { recordId, requestId, text } from '../system/input.ts';
import { hasMovedOn, loadTitleCase, standOf, type TitleCase, type TitleSnapshot } from './title-case-of.ts';
import { titleGround, titleToday } from './title-ground.ts';

const REASONS = [
  'UNPAID',
  'BUILDING_MORTGAGE',
  'MISSING_DOCUMENT',
  'OTHER',
] as const satisfies readonly TitleBlock[];

const blockSchema = z.object({
  requestId,
  titleCaseId: recordId,
  because: z.enum(REASONS, `must be one of ${REASONS.join(', ')}`),
  /** What would help; needed with OTHER. */
  note: z.optional(text),
  documentsMissing: z.optional(text),
});
const unblockSchema = z.object({
  requestId,
  titleCaseId: recordId,
  documentsHere: z.optional(text),
  documentsMissing: z.optional(text),
});

type Changed = Partial<Fields<'titleCase'>> & { state: TitleState };
type Plan = { to: Changed };
type Answer = { titleCaseId: string; state: string; because: string | null };

export const blockTitleCase: Command<z.infer<typeof blockSchema>, TitleSnapshot, Plan, Answer> = {
  name: 'block-title-case',
  room: 'handover',
  title: 'Block title case',
  right: 'handOver',
  schema: blockSchema,
  subject: ({ titleCaseId }) => ({ kind: 'titleCase', id: titleCaseId }),
  load: ({ store }, { titleCaseId }) => loadTitleCase(store, titleCaseId),
  expects: ({ titleCase }) => standOf(titleCase),

  decide(
    run,
    { because: reason, note = '', documentsMissing },
    { titleCase, contract, books },
  ): Decision<Plan> {
    const today = titleToday(contract, run.now);
    const ground = titleGround(contract, books, today);
    const known = { ...titleCase, documentsMissing: documentsMissing ?? titleCase.documentsMissing };
    // Run again, the block of an earlier run stands already.
    const isOwn = run.isResumed && titleCase.state === 'BLOCKED' && titleCase.blockReason === reason;
    if (!isOwn && hasMovedOn(run, titleCase)) return refuse({ code: 'BUSY', what: titleCase.name });
    const refusal = isOwn ? null : decideBlock(known, { reason, note }, ground);
    if (refusal !== null) return refuse(refusal);
    return {
      plan: {
        to: {
          state: 'BLOCKED',
          stateSince: today,
          stateBefore: isOwn ? titleCase.stateBefore : titleCase.state,
          blockReason: reason,
          blockNote: note || detailOf(reason, ground, known.documentsMissing),
          documentsMissing: known.documentsMissing,
        },
      },
    };
  },

  async apply(run, { because: reason }, { titleCase }, { to }) {
    return changed(run, titleCase, to, `${titleCase.name} is blocked (${reason}): ${to.blockNote}.`);
  },
};

export const unblockTitleCase: Command<z.infer<typeof unblockSchema>, TitleSnapshot, Plan, Answer> = {
  name: 'unblock-title-case',
  room: 'handover',
  title: 'Unblock title case',
  right: 'handOver',
  schema: unblockSchema,
  subject: ({ titleCaseId }) => ({ kind: 'titleCase', id: titleCaseId }),
  load: ({ store }, { titleCaseId }) => loadTitleCase(store, titleCaseId),
  expects: ({ titleCase }) => standOf(titleCase),

  decide(run, input, { titleCase, contract, books }): Decision<Plan> {
    const today = titleToday(contract, run.now);
    const documentsMissing = input.documentsMissing ?? titleCase.documentsMissing;
    const documentsHere = input.documentsHere ?? titleCase.documentsHere;
    const isOwn = run.isResumed && titleCase.state !== 'BLOCKED';
    if (!isOwn && hasMovedOn(run, titleCase)) return refuse({ code: 'BUSY', what: titleCase.name });
    const decided: Decision<TitleState> = isOwn
      ? { plan: titleCase.state }
      : decideUnblock({ ...titleCase, documentsMissing }, titleGround(contract, books, today));
    if (isRefused(decided)) return decided;
    const cleared = { blockReason: null, blockNote: '', stateBefore: '' };
    return {
      plan: {
        to: { state: decided.plan, stateSince: today, ...cleared, documentsHere, documentsMissing },
      },
    };
  },

  async apply(run, _input, { titleCase }, { to }) {
    return changed(run, titleCase, to, `${titleCase.name} goes on: ${to.state}.`);
  },
};

function detailOf(
  reason: TitleBlock,
  { due, mortgagedTo }: { due: string | null; mortgagedTo: string },
  documentsMissing: string,
): string {
  const details = {
    UNPAID: due ?? '',
    BUILDING_MORTGAGE: mortgagedTo,
    MISSING_DOCUMENT: documentsMissing,
    OTHER: '',
  };
  return details[reason];
}

async function changed(run: Run, titleCase: TitleCase, to: Changed, message: string) {
  const { id, state, name } = titleCase;
  const guarded = { ...sealedFields('titleCase', titleCase), ...to };
  const done = await run.store.changeWhere('titleCase', { id, state }, guarded);
  if (done.length === 0) return refuse({ code: 'BUSY', what: name });
  const answer = { titleCaseId: id, state: to.state, because: to.blockReason ?? null };
  return { plan: { answer, message, before: { state }, after: answer } };
}
