/**
 * The rows of "My day" (F1): what waits for a salesperson, most urgent first, each with the one next step. Pure:
 * records, the time and the reader's words in, rows out. A reservation stands in one list only: that of its need.
 */
import { missingDeposit, signBy } from '#domain/deal/waiting-reservation.ts';
import { byUrgency, type Due, type Urgency, urgencyOf } from '#domain/insight/urgency.ts';
import { formatMoney, fromMicros, type Money } from '#domain/shared/money.ts';
import { amountOf, amountOfDecimal, amountText, type StoredAmount } from '#widgets/shared/format/amount.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
import { personName } from '#widgets/shared/people/person-name.ts';
import type {
  ApprovalRecord,
  HoldRecord,
  Named,
  PromiseRecord,
  ReservationRecord,
  TaskRecord,
  TicketRecord,
} from './day-records.ts';

export type DayRecords = {
  holds: readonly HoldRecord[];
  reservations: readonly ReservationRecord[];
  tickets: readonly TicketRecord[];
  approvals: readonly ApprovalRecord[];
  promises: readonly PromiseRecord[];
  tasks: readonly TaskRecord[];
};

/** Lists in the order of the page. */
export const LISTS = [
  'TICKETS',
  'TERMS',
  'UNSIGNED',
  'DEPOSITS',
  'DECIDE',
  'ASKED',
  'PROMISES',
  'TASKS',
] as const;

export type DayList = (typeof LISTS)[number];

/** A form is named by its widget; without one the record itself is opened. */
export type Step = { label: string; object: string; recordId: string; widget?: string };

export type DayRow = {
  key: string;
  list: DayList;
  name: string;
  /** Whose it is, of a team. */
  owner: string | null;
  detail: string | null;
  due: Due;
  urgency: Urgency;
  step: Step;
};

export type DayContext = {
  now: Date;
  /** The zone of what belongs to no project. */
  timeZone: string;
  memberIds: readonly string[];
  /** Approvals of these commands may be decided by the reader. */
  mayDecide: (command: string) => boolean;
  words: Words;
};

type Draft = Omit<DayRow, 'urgency'>;

const DOT = ' · ';
const joined = (...parts: (string | null | undefined)[]) => parts.filter((part) => part).join(DOT);
const who = (person: Named) => personName(person?.name);

export function dayRows(records: DayRecords, context: DayContext): DayRow[] {
  const drafts = [
    ...records.tickets.map((ticket) => ticketRow(ticket, context)),
    ...records.holds.map((hold) => holdRow(hold, context)),
    ...records.reservations.map((reservation) => reservationRow(reservation, context)),
    ...records.approvals.flatMap((approval) => approvalRow(approval, context)),
    ...records.promises.map((promise) => promiseRow(promise, context)),
    ...records.tasks.map((task) => taskRow(task, context)),
  ];
  return drafts
    .map((draft) => ({ ...draft, urgency: urgencyOf(draft.due, context.now) }))
    .sort((a, b) => LISTS.indexOf(a.list) - LISTS.indexOf(b.list) || byUrgency(a, b));
}

/** What has to be done before everything else; null when nothing ends today. */
export function mostUrgent(rows: readonly DayRow[]): DayRow | null {
  const pressing = rows.filter(({ urgency }) => urgency !== 'OPEN' && urgency !== 'LATER');
  return (
    [...pressing].sort(byUrgency).find(({ urgency }) => urgency !== 'OVER') ??
    pressing.sort(byUrgency)[0] ??
    null
  );
}

type Placed = { project: { timeZone: string | null } | null } | null;

const dueOf = (on: string | null, placed: Placed, { timeZone }: DayContext): Due => ({
  on,
  timeZone: placed?.project?.timeZone || timeZone,
});

function holdRow(hold: HoldRecord, context: DayContext): Draft {
  const { t } = context.words;
  const due = dueOf(hold.expiresAt, hold.unit, context);
  const isOver = urgencyOf(due, context.now) === 'OVER';
  const unitId = hold.unit?.id;
  const reserve = {
    label: t('Reserve'),
    object: 'keyturnUnit',
    recordId: unitId ?? '',
    widget: 'reserveUnit',
  };
  const open = { label: t('See details'), object: 'keyturnUnitHold', recordId: hold.id };
  return {
    key: `hold ${hold.id}`,
    list: 'TERMS',
    name: joined(hold.unit?.name, who(hold.buyer) ?? hold.forWhom),
    owner: who(hold.salesperson),
    detail: hold.kind === 'VIP' ? joined(t('Hold'), t('VIP')) : t('Hold'),
    due,
    step: isOver || unitId === undefined ? open : reserve,
  };
}

function reservationRow(reservation: ReservationRecord, context: DayContext): Draft {
  const { t } = context.words;
  const { id, stage, buyerId } = reservation;
  const due = dueOf(reservation.validUntil, reservation.unit, context);
  const base = {
    key: `reservation ${id}`,
    name: joined(reservation.unit?.name, who(reservation.buyer) ?? reservation.company?.name),
    owner: who(reservation.salesperson),
    due,
  };
  const form = (widget: string, label: string) => ({
    step: { label, object: 'keyturnReservation', recordId: id, widget },
  });
  const open = { step: { label: t('See details'), object: 'keyturnReservation', recordId: id } };
  const stageName = stage === 'SMALL' ? t('Small deposit') : t('Large deposit');
  const isOver = urgencyOf(due, context.now) === 'OVER';
  if (reservation.state === 'PENDING_APPROVAL')
    return { ...base, list: 'TERMS', detail: t('Price waits for approval'), ...open };
  const by = signBy(reservation);
  if (stage === 'LARGE' && (isOver || (by !== null && Date.parse(by) <= context.now.getTime())))
    return {
      ...base,
      list: 'UNSIGNED',
      // What is over cannot be signed any more; what still stands can, and is late since then.
      due: isOver ? due : { ...due, on: by },
      detail: isOver ? t('Time is up without a contract') : t('Should have been signed'),
      ...(isOver
        ? form('expireReservation', t('End reservation'))
        : form('signContract', t('Sign contract'))),
    };
  const missing = missingDeposit(moneyOf(reservation.depositAsked), moneyOf(reservation.depositPaid));
  if (missing !== null && !isOver)
    return {
      ...base,
      list: 'DEPOSITS',
      detail: joined(stageName, t('{amount} missing', { amount: textOf(missing, context.words) })),
      // Finance records the money; what a salesperson can do is to reach the buyer.
      step: buyerId === null ? open.step : { label: t('Call buyer'), object: 'person', recordId: buyerId },
    };
  const next =
    stage === 'SMALL' ? form('upgradeReservation', t('Upgrade')) : form('signContract', t('Sign contract'));
  const ended = form('expireReservation', t('End reservation'));
  return { ...base, list: 'TERMS', detail: stageName, ...(isOver ? ended : next) };
}

function ticketRow(ticket: TicketRecord, context: DayContext): Draft {
  const { t } = context.words;
  const { releaseBatch: batch, chosenUnit, state } = ticket;
  const isCalled = state === 'CALLED' || state === 'SELECTED';
  return {
    key: `ticket ${ticket.id}`,
    list: 'TICKETS',
    name: joined(t('No. {number}', { number: ticket.number ?? '–' }), who(ticket.buyer) ?? ticket.buyerName),
    owner: who(ticket.salesperson),
    detail: joined(batch?.name, ticketState(ticket, context.words)),
    due: dueOf(isCalled ? ticket.deadline : null, batch, context),
    step: ticketStep(),
  };

  function ticketStep(): Step {
    const own = { object: 'keyturnQueueTicket', recordId: ticket.id };
    if (state === 'CALLED') return { ...own, label: t('Choose unit'), widget: 'chooseUnit' };
    if (state === 'SELECTED' && chosenUnit !== null)
      return { label: t('Reserve'), object: 'keyturnUnit', recordId: chosenUnit.id, widget: 'reserveUnit' };
    if (state === 'ACTIVE' && batch?.state === 'OPEN')
      return {
        label: t('Call next'),
        object: 'keyturnReleaseBatch',
        recordId: batch.id,
        widget: 'callNextTicket',
      };
    if (state === 'DRAFT') return { ...own, label: t('Activate'), widget: 'activateTicket' };
    return { ...own, label: t('See details') };
  }
}

function ticketState({ state, callOrder, chosenUnit }: TicketRecord, { t }: Words): string {
  switch (state) {
    case 'CALLED':
      return t('Called: has to choose');
    case 'SELECTED':
      return t('Has chosen {unit}', { unit: chosenUnit?.name ?? '–' });
    case 'ACTIVE':
      return callOrder === null
        ? t('Waits to be called')
        : t('Waits to be called as number {place}', { place: callOrder });
    default:
      return t('Not yet in the queue');
  }
}

/** Asked by me, or by my team; and what I may decide, which is never what I asked for myself (C5). */
function approvalRow(approval: ApprovalRecord, context: DayContext): Draft[] {
  const { t } = context.words;
  const { id, askedById, command } = approval;
  const own = { object: 'keyturnApproval', recordId: id };
  const base = {
    key: `approval ${id}`,
    name: approval.name ?? '–',
    owner: approval.askedBy,
    due: { on: null, timeZone: context.timeZone },
  };
  const [me] = context.memberIds;
  if (askedById !== me && context.mayDecide(command ?? ''))
    return [
      {
        ...base,
        list: 'DECIDE',
        owner: null,
        detail: t('Asked by {name}', { name: approval.askedBy || '–' }),
        step: { ...own, label: t('Decide'), widget: 'decideApproval' },
      },
    ];
  if (!context.memberIds.includes(askedById ?? '')) return [];
  return [
    {
      ...base,
      list: 'ASKED',
      detail: t('Waits for somebody else'),
      step: { ...own, label: t('See details') },
    },
  ];
}

function promiseRow(promise: PromiseRecord, context: DayContext): Draft {
  const { t, locale } = context.words;
  const { contract } = promise;
  const amount = amountOf(promise.amount);
  const step =
    contract === null
      ? { object: 'keyturnPaymentPromise', recordId: promise.id }
      : { object: 'keyturnContract', recordId: contract.id };
  return {
    key: `promise ${promise.id}`,
    list: 'PROMISES',
    name: joined(contract?.name, who(contract?.buyer ?? null)),
    owner: who(contract?.salesperson ?? null),
    detail: amount === null ? null : t('{amount} promised', { amount: amountText(amount, locale) }),
    due: dueOf(promise.payBy, contract?.unit ?? null, context),
    step: { ...step, label: t('See details') },
  };
}

function taskRow(task: TaskRecord, context: DayContext): Draft {
  return {
    key: `task ${task.id}`,
    list: 'TASKS',
    name: task.title || context.words.t('Task without a title'),
    owner: who(task.assignee),
    detail: null,
    due: dueOf(task.dueAt, null, context),
    step: { label: context.words.t('See details'), object: 'task', recordId: task.id },
  };
}

/** What is no amount of a currency counts as none asked. */
function moneyOf(stored: StoredAmount): Money | null {
  const { amountMicros = null, currencyCode = null } = stored ?? {};
  if (amountMicros === null || currencyCode === null || currencyCode === '') return null;
  return fromMicros(amountMicros, currencyCode);
}

function textOf(amount: Money, { locale }: Words): string {
  const shown = amountOfDecimal(formatMoney(amount), amount.currency);
  return shown === null ? formatMoney(amount) : amountText(shown, locale);
}
