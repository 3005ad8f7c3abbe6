/**
 * The figures of each project's day that has ended in its time zone, as they were reported then (F2).
 * What happened on a day (reservations, signings, money in) is told of missed days as well; how many units were
 * free is known only of the moment at which it is counted, so a missed day has no such figures.
 *
 * Changes: a record of figures for each project and day, once. Guard: its unique key of project and day.
 * After a crash: some projects have theirs; the next run takes the others.
 */
import { LIVE_CONTRACT_STATES } from '#domain/deal/index.ts';
import {
  amountOf,
  type Counted,
  countOf,
  type DaysToTake,
  dayIn,
  daysToTake,
  unitFigures,
} from '#domain/insight/index.ts';
import { formatMoney, type Money, NO_CURRENCY } from '#domain/shared/money.ts';
import { addDays, dateIn, type PlainDate } from '#domain/shared/plain-date.ts';
import type { Fields, RecordOf } from '#port/records.ts';
import type { Group, Store } from '#port/store.ts';
import type { Job, JobReport } from './jobs.ts';
import { derivedId } from './request-ids.ts';

type Project = RecordOf<'project'>;
type Figure = Fields<'salesFigure'>;
type Flows = Pick<
  Figure,
  | 'reservationsMade'
  | 'reservationsLost'
  | 'contractsSigned'
  | 'contractsCancelled'
  | 'amountSigned'
  | 'amountCancelled'
  | 'received'
>;

export async function takeDailyFigures({ store, clock }: Job): Promise<JobReport> {
  const now = clock.now();
  const report: JobReport = { job: 'daily-figures', done: 0, refused: 0, failed: [], says: [] };
  for (const project of await projectsToTake(store, now)) {
    try {
      const { missed, ended } = await daysOf(store, project, now);
      for (const day of missed) {
        await keep(store, project, { day, now, figures: await flowsOf(store, project, day) });
        report.done++;
        report.says?.push(`${project.name} ${day}: missed; only what happened on it is told.`);
      }
      if (ended === null) continue;
      const flows = await flowsOf(store, project, ended);
      const figures = { ...(await statesOf(store, project)), ...flows };
      await keep(store, project, { day: ended, now, figures });
      report.done++;
      report.says?.push(sentenceOf(project, ended, figures));
    } catch (error) {
      report.failed.push({
        item: project.name,
        problem: error instanceof Error ? error.message : String(error),
      });
    }
  }
  return report;
}

const yesterdayOf = ({ timeZone }: Project, now: Date) => addDays(dateIn(now, timeZone || 'UTC'), -1);

/** Hour by hour all projects have their figures already: that is found out with one request. */
async function projectsToTake(store: Store, now: Date): Promise<Project[]> {
  // Yesterday is one of three dates, wherever on earth a project is.
  const anywhere = [-2, -1, 0].map((days) => addDays(dateIn(now, 'UTC'), days));
  const { projects, figures } = await store.read({
    projects: { object: 'project', filter: {}, orderBy: { name: 'ASC' } },
    figures: { object: 'salesFigure', filter: { day: { in: anywhere } } },
  });
  const taken = new Set(figures.map(({ figureKey }) => figureKey));
  return projects.filter((project) => !taken.has(keyOf(project, yesterdayOf(project, now))));
}

async function daysOf(store: Store, project: Project, now: Date): Promise<DaysToTake> {
  const { last } = await store.read({
    last: {
      object: 'salesFigure',
      filter: { projectId: project.id },
      orderBy: { day: 'DESC' },
      limit: 1,
    },
  });
  return daysToTake(addDays(yesterdayOf(project, now), 1), last[0]?.day ?? null);
}

const keyOf = ({ id }: Project, day: PlainDate) => `${id}:${day}`;

async function keep(
  store: Store,
  project: Project,
  { day, now, figures }: { day: PlainDate; now: Date; figures: Partial<Figure> },
): Promise<void> {
  const figureKey = keyOf(project, day);
  const name = `${project.name} · ${day}`;
  const row = { name, projectId: project.id, day, takenAt: now.toISOString(), figureKey, ...figures };
  // Lost to another run at the same time: the day has its figures.
  await store.claim('salesFigure', [{ id: derivedId('sales figure', figureKey), ...row }]);
}

const currencyOf = ({ currencyCode }: Project) => currencyCode || NO_CURRENCY;

const counted = (groups: readonly Group[]): Counted[] =>
  groups.map(({ by, count, sum }) => ({ state: by.state ?? '', count, amount: sum }));

const amounts = (groups: readonly Group[], currency: string): Money =>
  amountOf(
    groups.map(({ sum }) => ({ amount: sum })),
    currency,
  );

/** How things stand now: units by class, contracts that bind and what is overdue on them. */
async function statesOf(store: Store, project: Project) {
  const currency = currencyOf(project);
  const live = { state: { in: LIVE_CONTRACT_STATES }, unit: { projectId: project.id } };
  const { units, contracts, arrears } = await store.total({
    units: { object: 'unit', filter: { projectId: project.id }, by: ['state'], sum: 'listPrice' },
    contracts: { object: 'contract', filter: live, by: ['state'], sum: 'price' },
    arrears: { object: 'contract', filter: live, by: ['state'], sum: 'overdue' },
  });
  return {
    ...unitFigures(counted(units), currency),
    liveContracts: countOf(contracts),
    liveAmount: amounts(contracts, currency),
    overdue: amounts(arrears, currency),
  };
}

/** What happened on the day, as the records say it now: a receipt reversed since does not count. */
async function flowsOf(store: Store, project: Project, day: PlainDate): Promise<Flows> {
  const currency = currencyOf(project);
  const { from, to } = dayIn(day, project.timeZone || 'UTC');
  const within = { gte: from.toISOString(), lte: to.toISOString() };
  const unit = { projectId: project.id };
  const { made, lost, signed, cancelled } = await store.total({
    made: { object: 'reservation', filter: { reservedAt: within, unit }, by: ['state'] },
    lost: {
      object: 'reservation',
      filter: { closedAt: within, state: { in: ['EXPIRED', 'CANCELLED_REFUND', 'FORFEITED'] }, unit },
      by: ['state'],
    },
    signed: {
      object: 'contract',
      filter: { signedOn: day, state: { not: 'DRAFT' }, unit },
      by: ['state'],
      sum: 'price',
    },
    cancelled: { object: 'contract', filter: { cancelledOn: day, unit }, by: ['state'], sum: 'price' },
  });
  return {
    reservationsMade: countOf(made),
    reservationsLost: countOf(lost),
    contractsSigned: countOf(signed),
    contractsCancelled: countOf(cancelled),
    amountSigned: amounts(signed, currency),
    amountCancelled: amounts(cancelled, currency),
    received: await receivedOn(store, project, day),
  };
}

const AT_ONCE = 200;

/** Money of a project is two steps away from it, so it is summed a contract or reservation and then by theirs. */
async function receivedOn(store: Store, project: Project, day: PlainDate): Promise<Money> {
  const booked = { bookedOn: day, state: 'CLEARED', method: { not: 'COMPENSATION' } } as const;
  const { groups } = await store.total({
    groups: {
      object: 'receipt',
      filter: booked,
      by: ['contractId', 'reservationId', 'queueTicketId'],
      sum: 'amount',
    },
  });
  const own = await idsOfProject(store, project, groups);
  const ofProject = groups.filter(({ by }) =>
    [by.contractId, by.reservationId, by.queueTicketId].some((id) => own.has(id ?? '')),
  );
  return amounts(ofProject, currencyOf(project));
}

/** Which of the contracts, reservations and tickets that were paid for are of the project. */
async function idsOfProject(store: Store, project: Project, groups: readonly Group[]): Promise<Set<string>> {
  const own = new Set<string>();
  const all = (name: string) => [...new Set(groups.flatMap(({ by }) => by[name] ?? []))];
  const [contracts, reservations, tickets] = [all('contractId'), all('reservationId'), all('queueTicketId')];
  const most = Math.max(contracts.length, reservations.length, tickets.length);
  for (let at = 0; at < most; at += AT_ONCE) {
    const next = (ids: readonly string[]) => ({ in: ids.slice(at, at + AT_ONCE) });
    const found = await store.read({
      contracts: { object: 'contract', filter: { id: next(contracts), unit: { projectId: project.id } } },
      reservations: {
        object: 'reservation',
        filter: { id: next(reservations), unit: { projectId: project.id } },
      },
      tickets: {
        object: 'queueTicket',
        filter: { id: next(tickets), releaseBatch: { projectId: project.id } },
      },
    });
    for (const { id } of Object.values(found).flat()) own.add(id);
  }
  return own;
}

function sentenceOf(
  project: Project,
  day: PlainDate,
  figures: Flows & Awaited<ReturnType<typeof statesOf>>,
): string {
  const money = (amount: Money | null) =>
    amount === null ? '0' : `${formatMoney(amount)} ${amount.currency}`.trim();
  return [
    `${project.name} ${day}:`,
    `${figures.unitsAvailable} available, ${figures.unitsReserved} reserved, ${figures.unitsContracted} contracted;`,
    `${figures.reservationsMade} reserved and ${figures.contractsSigned} signed that day (${money(figures.amountSigned)}),`,
    `${money(figures.received)} received.`,
  ].join(' ');
}
