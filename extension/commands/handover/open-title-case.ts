/**
 * Opens title cases (C4, D9) for contracts whose keys are handed over: of one contract, or of a whole building.
 *
 * Changes: a case a contract, with its deadlines. Guard: a contract has one case, by its unique key.
 * After a crash: all of a request's cases are there or none; the same request again finds them.
 */
import * as z from 'zod/mini';
import { LIVE_CONTRACT_STATES } from '#domain/deal/index.ts';
import { titleDeadlines } from '#domain/handover/index.ts';
import { type Decision, isRefused, refuse } from '#domain/shared/refusal.ts';
import type { Fields, RecordOf } from '#port/records.ts';
import type { Store } from '#port/store.ts';
import type { Command, Run } from '../system/command.ts';
import { recordId, requestId, text } from '../system/input.ts';
import { type Delivered, deliveredOf, type TitleContract, WITH_BUILDING } from './title-ground.ts';

/** So many cases are opened a request; the answer says how many are left. */
const AT_ONCE = 200;
const MOST_TRIES = 5;

const schema = z.object({
  requestId,
  /** One of the two. */
  contractId: z.optional(recordId),
  buildingId: z.optional(recordId),
  ownerId: z.optional(recordId),
  documentsHere: z.optional(text),
  documentsMissing: z.optional(text),
});

type Input = z.infer<typeof schema>;
type Ready = { contract: TitleContract; delivered: Delivered };
type Snapshot = { where: string; contracts: TitleContract[]; ready: Ready[]; known: RecordOf<'titleCase'>[] };
type Answer = { opened: number; alreadyOpen: number; left: number; titleCaseId: string | null };

export const openTitleCase: Command<Input, Snapshot, Ready[], Answer> = {
  name: 'open-title-case',
  room: 'handover',
  title: 'Open title case',
  right: 'handOver',
  schema,
  subject: ({ contractId, buildingId }) =>
    contractId === undefined
      ? { kind: 'building', id: buildingId ?? '' }
      : { kind: 'contract', id: contractId },

  async load({ store }, input) {
    const found = await contractsOf(store, input);
    if (isRefused(found)) return found;
    const { where, contracts } = found.plan;
    const ids = { in: contracts.map(({ id }) => id) };
    const { handovers, known } = await store.read({
      handovers: { object: 'handover', filter: { contractId: ids } },
      known: { object: 'titleCase', filter: { contractId: ids } },
    });
    const ready = contracts.flatMap((contract): Ready[] => {
      const delivered = deliveredOf(handovers, contract.id);
      return delivered === null ? [] : [{ contract, delivered }];
    });
    return { plan: { where, contracts, ready, known } };
  },

  decide(run, { contractId }, { contracts, ready, known }): Decision<Ready[]> {
    const own = ownCases(run, contracts);
    const others = known.filter(({ id }) => !own.has(id));
    const [contract] = contracts;
    if (contractId !== undefined && contract !== undefined) {
      if (!LIVE_CONTRACT_STATES.includes(contract.state))
        return refuse({ code: 'CONTRACT_NOT_LIVE', contract: contract.name, state: contract.state });
      const [other] = others;
      if (other !== undefined)
        return refuse({ code: 'TITLE_CASE_EXISTS', contract: contract.name, state: other.state });
      if (ready.length === 0) return refuse({ code: 'NOT_HANDED_OVER', contract: contract.name });
    }
    const taken = new Set(others.map((one) => one.contractId));
    return { plan: ready.filter((one) => !taken.has(one.contract.id)) };
  },

  async apply(run, input, { where, known }, ready) {
    const made = await openCases(run, ready.slice(0, AT_ONCE), input);
    if (made === null) return refuse({ code: 'BUSY', what: where });
    const [only] = made;
    const answer = {
      opened: made.length,
      alreadyOpen: known.length,
      left: Math.max(0, ready.length - AT_ONCE),
      titleCaseId: input.contractId === undefined ? null : (only?.id ?? null),
    };
    if (input.contractId !== undefined && only === undefined)
      return refuse({ code: 'TITLE_CASE_EXISTS', contract: where, state: 'COLLECTING' });
    const more = answer.left > 0 ? ` ${answer.left} are left: open again.` : '';
    const deadline = only === undefined ? '' : ` File by ${only.fileBy}.`;
    const message =
      input.contractId === undefined
        ? `${made.length} title cases of ${where} are open.${more}`
        : `The title case of ${where} is open.${deadline}`;
    return { plan: { answer, message, after: answer } };
  },
};

async function contractsOf(
  store: Pick<Store, 'read'>,
  { contractId, buildingId }: Input,
): Promise<Decision<{ where: string; contracts: TitleContract[] }>> {
  if ((contractId === undefined) === (buildingId === undefined)) {
    const problem = 'or buildingId: give one of the two';
    return refuse({ code: 'INVALID_INPUT', field: 'contractId', problem });
  }
  if (contractId !== undefined) {
    const { contracts } = await store.read({
      contracts: { object: 'contract', filter: { id: contractId }, with: WITH_BUILDING },
    });
    const [contract] = contracts;
    if (contract === undefined) return refuse({ code: 'NOT_FOUND', what: 'contract', id: contractId });
    return { plan: { where: contract.name, contracts } };
  }
  const { buildings, units } = await store.read({
    buildings: { object: 'building', filter: { id: buildingId ?? '' } },
    units: { object: 'unit', filter: { buildingId: buildingId ?? '' } },
  });
  const [building] = buildings;
  if (building === undefined) return refuse({ code: 'NOT_FOUND', what: 'building', id: buildingId ?? '' });
  const contracts: TitleContract[] = [];
  for (let at = 0; at < units.length; at += AT_ONCE) {
    const unitId = { in: units.slice(at, at + AT_ONCE).map(({ id }) => id) };
    const found = await store.read({
      live: {
        object: 'contract',
        filter: { unitId, state: { in: LIVE_CONTRACT_STATES } },
        with: WITH_BUILDING,
      },
    });
    contracts.push(...found.live);
  }
  return { plan: { where: building.name, contracts } };
}

function caseId(run: Pick<Run, 'idFor'>, contractId: string): string {
  return run.idFor(`title case ${contractId}`);
}

function ownCases(run: Pick<Run, 'idFor'>, contracts: readonly TitleContract[]): Set<string> {
  return new Set(contracts.map(({ id }) => caseId(run, id)));
}

export type NewCase = { id: string } & Fields<'titleCase'>;

/** A case that begins: nothing is done yet, and the deadlines run since the keys. */
export function newCase(
  run: Pick<Run, 'idFor'>,
  { contract, delivered }: Ready,
  more: Pick<Input, 'ownerId' | 'documentsHere' | 'documentsMissing'> = {},
): NewCase {
  const project = contract.unit?.project ?? { titleFileDays: null, titleCertificateDays: null };
  return {
    id: caseId(run, contract.id),
    name: [contract.name, contract.unit?.name].filter(Boolean).join(' · '),
    contractId: contract.id,
    unitId: contract.unitId,
    ownerId: more.ownerId ?? null,
    state: 'COLLECTING',
    stateSince: delivered.on,
    blockReason: null,
    blockNote: '',
    stateBefore: '',
    documentsHere: more.documentsHere ?? '',
    documentsMissing: more.documentsMissing ?? '',
    taxAmount: null,
    taxPaidOn: null,
    ...titleDeadlines(delivered.on, project),
    submittedOn: null,
    registryNumber: '',
    acceptedOn: null,
    issuedOn: null,
    certificateNumber: '',
    deliveredOn: null,
    receivedBy: '',
    remark: '',
    seal: null,
  };
}

/**
 * All in one insert. Where somebody else has opened some of them meanwhile, those are theirs and the rest is made;
 * null when others are always faster.
 */
async function openCases(run: Run, ready: readonly Ready[], input: Input): Promise<NewCase[] | null> {
  let rows = ready.map((one) => newCase(run, one, input));
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    if (rows.length === 0) return [];
    const { won } = await run.store.claim('titleCase', rows);
    if (won) return rows;
    const { there } = await run.store.read({
      there: { object: 'titleCase', filter: { contractId: { in: rows.map((one) => one.contractId) } } },
    });
    const own = new Set(rows.map(({ id }) => id));
    const taken = new Set(there.filter(({ id }) => !own.has(id)).map((one) => one.contractId));
    rows = rows.filter(({ contractId }) => !taken.has(contractId));
  }
  return null;
}
