/**
 * Changes: snags of defects that have none yet; the inspection SIGNED with its result; the handover ACCEPTED, or
 * SNAGS_OPEN while a blocking snag is. Guard: the inspection's revision, so that nothing is signed that was saved
 * in between. After a crash: the inspection is signed and the handover INSPECTING; the same request again moves it,
 * and knows that it has signed by its id, which lies with the answers.
 */
import * as z from 'zod/mini';
import { countChecks } from '#domain/handover/index.ts';
import { dateIn } from '#domain/shared/plain-date.ts';
import { type Decision, isRefused, refuse } from '#domain/shared/refusal.ts';
import type { Command, Run } from '../system/command.ts';
import { recordId, requestId, requiredText, text } from '../system/input.ts';
import { changeAppointment } from './appointment-of-contract.ts';
import {
  agreeSnags,
  blockingSnags,
  type Inspection,
  type InspectionSnapshot,
  loadInspection,
  saveChecklist,
  signedIn,
} from './inspection-of.ts';

const schema = z.object({
  requestId,
  inspectionId: recordId,
  /** Who signs for the buyer. */
  signedBy: requiredText,
  remark: z.optional(text),
});

type Input = z.infer<typeof schema>;
type Answer = {
  inspectionId: string;
  isPassed: boolean;
  defects: number;
  blocking: number;
  handoverState: string;
};

export const signInspection: Command<Input, InspectionSnapshot, null, Answer> = {
  name: 'sign-inspection',
  room: 'handover',
  title: 'Sign inspection',
  right: 'handOver',
  schema,
  subject: ({ inspectionId }) => ({ kind: 'inspection', id: inspectionId }),
  load: ({ store }, { inspectionId }) => loadInspection(store, inspectionId),

  decide(run, _input, { inspection, items }): Decision<null> {
    if (isSignedByUs(run, inspection)) return { plan: null };
    const { name, state } = inspection;
    if (state !== 'OPEN') return refuse({ code: 'STATE_NOT_ALLOWED', what: name, from: state, to: 'SIGNED' });
    const open = items.filter(({ result }) => result === null);
    if (open.length === 0) return { plan: null };
    const rooms = [...new Set(open.map(({ room }) => room))];
    return refuse({ code: 'INSPECTION_INCOMPLETE', inspection: name, open: open.length, rooms });
  },

  async apply(run, input, snapshot) {
    const { inspection, items } = snapshot;
    if (inspection.handoverId === null) throw new Error(`Inspection ${inspection.name} has no handover`);
    if (!isSignedByUs(run, inspection)) {
      await agreeSnags(run, snapshot);
      const found = await blockingSnags(run.store, inspection);
      const signing = {
        state: 'SIGNED',
        signedAt: run.now.toISOString(),
        signedBy: input.signedBy,
        isPassed: found.length === 0,
      } as const;
      if (!(await saveChecklist(run.store, inspection, items, signing, run.requestId))) {
        const again = await loadInspection(run.store, inspection.id);
        if (isRefused(again) || !isSignedByUs(run, again.plan.inspection))
          return refuse({ code: 'BUSY', what: inspection.name });
      }
    }
    const blocking = await blockingSnags(run.store, inspection);
    const handoverState = blocking.length > 0 ? 'SNAGS_OPEN' : 'ACCEPTED';
    await moveHandover(run, inspection, handoverState);
    if (input.remark !== undefined)
      await run.store.write([{ change: 'inspection', record: inspection, to: { remark: input.remark } }]);
    const answer = {
      inspectionId: inspection.id,
      isPassed: blocking.length === 0,
      defects: countChecks(items).defects,
      blocking: blocking.length,
      handoverState,
    };
    const message =
      blocking.length === 0
        ? `${inspection.name} is signed by ${input.signedBy} and accepted with ${answer.defects} defects to mend.`
        : `${inspection.name} is signed by ${input.signedBy}; ${blocking.length} snags have to be mended before the keys.`;
    return { plan: { answer, message, before: { state: inspection.state }, after: answer } };
  },
};

/** By an earlier run of this request, or by another run of it that was faster. */
function isSignedByUs({ requestId: own }: Run, inspection: Inspection): boolean {
  return inspection.state === 'SIGNED' && signedIn(inspection) === own;
}

async function moveHandover(run: Run, inspection: Inspection, state: 'SNAGS_OPEN' | 'ACCEPTED') {
  const { handover } = inspection;
  if (handover === null) return;
  const acceptedOn =
    state === 'ACCEPTED' ? dateIn(run.now, inspection.unit?.project?.timeZone || 'UTC') : null;
  // Of the home that was inspected: the contract may have gone over to another one.
  await changeAppointment(run.store, handover, (now) =>
    now.state === 'INSPECTING' && now.unitId === inspection.unitId ? { state, acceptedOn } : null,
  );
}
