/**
 * What a ticket stands on: the customer, the home with its contract and handover, the project's hours, the service
 * levels and the warranty terms. Two requests at most. Reads only.
 */
import {
  chooseLevel,
  type Deadlines,
  deadlinesOf,
  NO_PROMISE,
  type Request,
  type ServiceHours,
  serviceHours,
  type TicketClock,
  type WarrantyPart,
  type WarrantyVerdict,
  warrantyDates,
  warrantyOf,
} from '#domain/care/index.ts';
import type { ContractState } from '#domain/deal/index.ts';
import { LIVE_CONTRACT_STATES } from '#domain/deal/index.ts';
import { dateIn } from '#domain/shared/plain-date.ts';
import { type Decision, refuse } from '#domain/shared/refusal.ts';
import type { Loaded, RecordOf } from '#port/records.ts';
import type { Store } from '#port/store.ts';
import { CALENDAR_QUERY, calendarOf } from '../ledger/plan-records.ts';

type Contract = Loaded<'contract', { unit: { project: true; building: true } }>;
type Unit = Loaded<'unit', { project: true; building: true }>;

export type TicketGround = {
  customer: RecordOf<'person'> | null;
  contract: Contract | null;
  unit: Unit | null;
  project: RecordOf<'project'> | null;
  handover: RecordOf<'handover'> | null;
  levels: RecordOf<'serviceLevel'>[];
  terms: RecordOf<'warrantyTerm'>[];
  calendarDays: RecordOf<'calendarDay'>[];
};

export type Concerned = {
  customerId?: string | null | undefined;
  contractId?: string | null | undefined;
  unitId?: string | null | undefined;
  projectId?: string | null | undefined;
};

/** Who owns a home has one of these, however much is paid. */
const OWNED: readonly ContractState[] = [...LIVE_CONTRACT_STATES, 'COMPLETED'];
const some = (id: string | null | undefined) => ({ in: id === null || id === undefined ? [] : [id] });

/** Of a home its contract is found, and of a customer the one contract, if there is just one. */
export async function readGround(
  store: Pick<Store, 'read'>,
  { customerId, contractId, unitId, projectId }: Concerned,
): Promise<Decision<TicketGround>> {
  const home = { project: true, building: true } as const;
  const byContract =
    contractId != null
      ? { id: contractId }
      : unitId != null
        ? { unitId, state: { in: OWNED } }
        : { buyerId: customerId ?? '', state: { in: OWNED } };
  const isOfNobody = contractId == null && unitId == null && customerId == null;
  const { units, contracts, people, projects, levels, terms, calendarDays } = await store.read({
    units: { object: 'unit', filter: { id: some(unitId) }, with: home },
    contracts: {
      object: 'contract',
      filter: isOfNobody ? { id: { in: [] } } : byContract,
      with: { unit: home },
      orderBy: { signedOn: 'DESC' },
      limit: 2,
    },
    people: { object: 'person', filter: { id: some(customerId) } },
    projects: { object: 'project', filter: { id: some(projectId) } },
    levels: { object: 'serviceLevel', filter: { isActive: true } },
    terms: { object: 'warrantyTerm', filter: {} },
    ...CALENDAR_QUERY,
  });
  const missing =
    absent('unit', unitId, units) ??
    absent('contract', contractId, contractId == null ? [] : contracts) ??
    absent('person', customerId, people) ??
    absent('project', projectId, projects);
  if (missing !== null) return missing;
  const isClear = contractId != null || unitId != null || contracts.length === 1;
  const contract = (isClear ? contracts[0] : undefined) ?? null;
  const unit = units[0] ?? contract?.unit ?? null;
  const buyerId = customerId == null ? (contract?.buyerId ?? null) : null;
  const { handovers, buyers } = await store.read({
    handovers: {
      object: 'handover',
      filter: contract === null ? { unitId: some(unit?.id) } : { contractId: contract.id },
    },
    buyers: { object: 'person', filter: { id: some(buyerId) } },
  });
  const project = unit?.project ?? projects[0] ?? null;
  const [handover = null] = handovers;
  const [customer = null] = [...people, ...buyers];
  return { plan: { customer, contract, unit, project, handover, levels, terms, calendarDays } };
}

function absent(what: string, id: string | null | undefined, found: readonly unknown[]) {
  return id == null || found.length > 0 ? null : refuse({ code: 'NOT_FOUND', what, id });
}

export function hoursOf({ project, calendarDays }: TicketGround): ServiceHours {
  const settings = project ?? { timeZone: 'UTC', serviceFrom: '', serviceTo: '' };
  return serviceHours(settings, calendarOf(project, calendarDays));
}

/** What is promised for such a request, and until when. */
export function promiseOf(
  ground: TicketGround,
  request: Request,
  openedAt: Date,
): Deadlines & { pauses: TicketClock } {
  const level = chooseLevel(ground.levels, request);
  const pauses: TicketClock =
    level === null
      ? NO_PROMISE
      : {
          levelId: level.id,
          level: level.name,
          clock: level.clock,
          respondMinutes: level.respondMinutes,
          resolveMinutes: level.resolveMinutes,
          pauses: [],
          moves: [],
        };
  return { pauses, ...deadlinesOf(pauses, openedAt, hoursOf(ground)) };
}

/** Whether a part of this home is under warranty on the day of an instant. */
export function warrantyIn(ground: TicketGround, part: WarrantyPart | null, at: Date): WarrantyVerdict {
  const { contract, unit, project, handover, terms } = ground;
  const season = { startsOn: project?.seasonStartsOn ?? '', endsOn: project?.seasonEndsOn ?? '' };
  const dates = warrantyDates({
    handedOverOn: handover?.handedOverOn ?? null,
    deemedOn: handover?.deemedOn ?? null,
    completedOn: unit?.building?.completedOn ?? null,
    signedOn: contract?.signedOn ?? null,
  });
  const on = dateIn(at, project?.timeZone || 'UTC');
  return warrantyOf(part, { terms, projectId: project?.id ?? null, season }, dates, on);
}
