/**
 * A snag from found to verified: assigned, started, fixed, verified, declined, reopened.
 *
 * Changes: the snag; with the last blocking snag of a handover whose buyer has signed, the handover ACCEPTED.
 * Guard: state, contractor and reopenings as they were decided on; a contractor moves only snags of their own.
 * After a crash: the snag stands and the handover says SNAGS_OPEN; the same request again moves it.
 */
import * as z from 'zod/mini';
import {
  CONTRACTOR_ACTIONS,
  decideSnagMove,
  SNAG_ACTION_TO,
  SNAG_ACTIONS,
  type SnagMoved,
} from '#domain/handover/index.ts';
import { dateIn } from '#domain/shared/plain-date.ts';
import { type Decision, refuse } from '#domain/shared/refusal.ts';
import type { Loaded, RecordOf } from '#port/records.ts';
import { sealedFields } from '#port/seal.ts';
import type { Command, Run } from '../system/command.ts';
import { instant, recordId, requestId, text } from '../system/input.ts';
import { changeAppointment } from './appointment-of-contract.ts';
import { blockingSnags } from './inspection-of.ts';

const schema = z.object({
  requestId,
  snagId: recordId,
  action: z.enum(SNAG_ACTIONS, `must be one of ${SNAG_ACTIONS.join(', ')}`),
  contractorId: z.optional(recordId),
  dueAt: z.optional(instant),
  note: z.optional(text),
  /** The customer or steward who has looked at it. */
  verifiedBy: z.optional(text),
  /** Set by the contractor's door: whoever it is may act on snags of that company only. */
  asContractorId: z.optional(recordId),
});

export type MoveSnagInput = z.infer<typeof schema>;
type Snag = Loaded<'snag', { handover: true; unit: { project: true } }>;
type Snapshot = { snag: Snag; contractors: RecordOf<'company'>[] };
type Answer = { snagId: string; state: string; dueAt: string | null; handoverAccepted: boolean };

export const moveSnag: Command<MoveSnagInput, Snapshot, SnagMoved, Answer> = {
  name: 'move-snag',
  room: 'handover',
  title: 'Move snag',
  right: 'handOver',
  anyOf: ['handOver', 'serve'],
  schema,
  subject: ({ snagId }) => ({ kind: 'snag', id: snagId }),

  async load({ store }, { snagId, contractorId }) {
    const { snags, contractors } = await store.read({
      snags: {
        object: 'snag',
        filter: { id: snagId },
        with: { handover: true, unit: { project: true } },
      },
      contractors: {
        object: 'company',
        filter: { id: { in: contractorId === undefined ? [] : [contractorId] } },
      },
    });
    const [snag] = snags;
    if (snag === undefined) return refuse({ code: 'NOT_FOUND', what: 'snag', id: snagId });
    return { plan: { snag, contractors } };
  },

  expects: ({ snag }) => foundIn(snag),

  decide(run, input, { snag, contractors }): Decision<SnagMoved> {
    const { asContractorId, contractorId, action, dueAt, note, verifiedBy } = input;
    if (asContractorId !== undefined) {
      // As if it were not there: whose it is, is not told.
      if (snag.contractorId !== asContractorId)
        return refuse({ code: 'NOT_FOUND', what: 'snag', id: input.snagId });
      if (!CONTRACTOR_ACTIONS.some((one) => one === action))
        return refuse({
          code: 'STATE_NOT_ALLOWED',
          what: snag.name,
          from: snag.state,
          to: SNAG_ACTION_TO[action],
        });
    }
    if (contractorId !== undefined && contractors.length === 0)
      return refuse({ code: 'NOT_FOUND', what: 'contractor', id: contractorId });
    // Moved by an earlier run of this request and moved on since, or moved before it came to it.
    if (run.expected != null && !isMovedByUs(run, input, snag) && !isAsFound(run.expected, snag))
      return refuse({ code: 'BUSY', what: snag.name });
    const due = dueAt === undefined ? undefined : new Date(dueAt).toISOString();
    const move = { action, contractorId, dueAt: due, note, by: verifiedBy ?? '' };
    return decideSnagMove(snag, move, run.now, isMovedByUs(run, input, snag));
  },

  async apply(run, input, { snag, contractors }, to) {
    if (!isMovedByUs(run, input, snag)) {
      const { id, state, contractorId, reopened } = snag;
      const changed = await run.store.changeWhere(
        'snag',
        { id, state, contractorId, reopened },
        { ...sealedFields('snag', snag), ...to },
      );
      if (changed.length === 0 && !(await hasBecomeOurs(run, input)))
        return refuse({ code: 'BUSY', what: snag.name });
    }
    const handoverAccepted = to.state === 'VERIFIED' && (await acceptHandover(run, snag));
    const answer = { snagId: snag.id, state: to.state, dueAt: to.dueAt ?? snag.dueAt, handoverAccepted };
    const who = input.action === 'ASSIGN' ? ` (${contractors[0]?.name ?? ''})` : '';
    const rest = handoverAccepted ? ' Nothing keeps the keys back any more.' : '';
    const message = `${snag.name}: ${snag.state} → ${to.state}${who}.${rest}`;
    return { plan: { answer, message, before: { state: snag.state }, after: answer } };
  },
};

/** What every move changes some of. */
function foundIn({ state, contractorId, reopened, assignedAt, fixedAt }: RecordOf<'snag'>) {
  return { state, contractorId, reopened, assignedAt, fixedAt };
}

function isAsFound(found: Readonly<Record<string, unknown>>, snag: RecordOf<'snag'>): boolean {
  return Object.entries(foundIn(snag)).every(([name, value]) => found[name] === value);
}

/**
 * An earlier run of this request has moved it, told by the time that this run has again; starting leaves no time
 * of its own, so a run that goes on takes what is started for its own.
 */
function isMovedByUs(run: Run, { action }: MoveSnagInput, snag: RecordOf<'snag'>): boolean {
  if (!run.isResumed || snag.state !== SNAG_ACTION_TO[action]) return false;
  return hasOurTime(run, action, snag);
}

function hasOurTime(run: Run, action: MoveSnagInput['action'], snag: RecordOf<'snag'>): boolean {
  const at = {
    ASSIGN: snag.assignedAt,
    START: null,
    FIX: snag.fixedAt,
    VERIFY: snag.verifiedAt,
    DECLINE: snag.pausedAt,
    REOPEN: null,
  }[action];
  return at === null ? action === 'START' || action === 'REOPEN' : Date.parse(at) === run.now.getTime();
}

/** The same request at the same moment has done it. */
async function hasBecomeOurs(run: Run, { snagId, action }: MoveSnagInput): Promise<boolean> {
  const { snags } = await run.store.read({ snags: { object: 'snag', filter: { id: snagId } } });
  const [now] = snags;
  if (now === undefined || now.state !== SNAG_ACTION_TO[action]) return false;
  if (action !== 'START' && action !== 'REOPEN') return hasOurTime(run, action, now);
  const { entries } = await run.store.read({
    entries: { object: 'auditEntry', filter: { requestKey: run.requestId } },
  });
  return entries[0]?.outcome === 'DONE';
}

async function acceptHandover(run: Run, { handover, unit, unitId }: Snag): Promise<boolean> {
  if (handover === null) return false;
  if (handover.state !== 'SNAGS_OPEN') return run.isResumed && handover.state === 'ACCEPTED';
  if ((await blockingSnags(run.store, { handoverId: handover.id, unitId })).length > 0) return false;
  const acceptedOn = dateIn(run.now, unit?.project?.timeZone || 'UTC');
  return changeAppointment(run.store, handover, (now) =>
    now.state === 'SNAGS_OPEN' && now.unitId === unitId ? { state: 'ACCEPTED', acceptedOn } : null,
  );
}
