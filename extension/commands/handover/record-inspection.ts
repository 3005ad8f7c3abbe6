/**
 * Saves the answers given so far; what is sent again changes nothing, so a phone may send as often as it likes.
 *
 * Changes: answers and counts of the inspection; a snag for each defect, its text while nobody works on it; the
 * snag of what is no defect any more goes. Guard: the revision; who finds another one puts the answers into what is
 * there by then. After a crash: the answers stand and snags are missing; the next save, or the signing, makes them.
 */
import * as z from 'zod/mini';
import {
  CHECK_RESULTS,
  type CheckItem,
  countChecks,
  isSameChecklist,
  type SnagSeverity,
  withAnswers,
} from '#domain/handover/index.ts';
import { type Decision, isRefused, refuse } from '#domain/shared/refusal.ts';
import type { Command, Run } from '../system/command.ts';
import { recordId, requestId, requiredText, text } from '../system/input.ts';
import {
  agreeSnags,
  type InspectionSnapshot,
  loadInspection,
  saveChecklist,
  snagIdOf,
} from './inspection-of.ts';

const MOST_ANSWERS = 200;
const MOST_TRIES = 8;

export const SEVERITIES = ['BLOCKING', 'MAJOR', 'MINOR'] as const satisfies readonly SnagSeverity[];

const answer = z.object({
  itemId: requiredText,
  result: z.enum(CHECK_RESULTS, `must be one of ${CHECK_RESULTS.join(', ')}`),
  note: z.optional(text),
  severity: z.optional(z.enum(SEVERITIES, `must be one of ${SEVERITIES.join(', ')}`)),
});

const schema = z.object({
  requestId,
  inspectionId: recordId,
  answers: z
    .array(answer)
    .check(z.minLength(1, 'must not be empty'), z.maxLength(MOST_ANSWERS, `must be at most ${MOST_ANSWERS}`)),
});

type Input = z.infer<typeof schema>;
type Answer = { inspectionId: string; checked: number; open: number; defects: number };

export const recordInspection: Command<Input, InspectionSnapshot, CheckItem[], Answer> = {
  name: 'record-inspection',
  room: 'handover',
  title: 'Save inspection',
  right: 'handOver',
  schema,
  subject: ({ inspectionId }) => ({ kind: 'inspection', id: inspectionId }),
  load: ({ store }, { inspectionId }) => loadInspection(store, inspectionId),

  decide: (run, input, snapshot) => decideSave(run, input, snapshot),

  async apply(run, input, snapshot) {
    let now = snapshot;
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const decided = decideSave(run, input, now);
      if (isRefused(decided)) return decided;
      const items = decided.plan;
      const isSaved =
        isSameChecklist(items, now.items) || (await saveChecklist(run.store, now.inspection, items));
      const fresh = await loadInspection(run.store, input.inspectionId);
      if (isRefused(fresh)) return fresh;
      now = fresh.plan;
      if (!isSaved) continue;
      if (now.inspection.state === 'OPEN') await agreeSnags(run, now);
      const { checked, open, defects } = countChecks(now.items);
      const told = { inspectionId: input.inspectionId, checked, open, defects };
      const message = `${now.inspection.name}: ${checked} of ${checked + open} items are checked, ${defects} defects.`;
      return { plan: { answer: told, message, after: told } };
    }
    return refuse({ code: 'BUSY', what: snapshot.inspection.name });
  },
};

function decideSave(run: Run, { answers }: Input, snapshot: InspectionSnapshot): Decision<CheckItem[]> {
  const { inspection, items, snags } = snapshot;
  const next = withAnswers(items, answers);
  if (next === null)
    return refuse({
      code: 'INVALID_INPUT',
      field: 'answers',
      problem: 'name an item that is not in this checklist',
    });
  // What is said again is no change, signed or not: a phone that heard no answer asks once more.
  if (isSameChecklist(next, items)) return { plan: next };
  if (inspection.state !== 'OPEN') {
    const { name, state } = inspection;
    return refuse({ code: 'STATE_NOT_ALLOWED', what: name, from: state, to: 'OPEN' });
  }
  const cleared = next.filter((item, index) => item.result !== 'DEFECT' && items[index]?.result === 'DEFECT');
  const worked = cleared
    .map(({ id }) => snags.find((snag) => snag.id === snagIdOf(inspection.id, id)))
    .find((snag) => snag !== undefined && snag.state !== 'OPEN');
  if (worked !== undefined && !run.isResumed)
    return refuse({ code: 'STATE_NOT_ALLOWED', what: worked.name, from: worked.state, to: 'REJECTED' });
  return { plan: next };
}
