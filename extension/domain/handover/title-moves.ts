/**
 * What a step of a title case needs and writes, by the same rule for one case and for a row of a file (C4):
 * taxes with their amount, the registry's number, the certificate's number, who received it; dates in order.
 */
import { isPositive, type Money } from '#domain/shared/money.ts';
import type { PlainDate } from '#domain/shared/plain-date.ts';
import { type Decision, type Refusal, refuse } from '#domain/shared/refusal.ts';
import { canGo } from '#domain/shared/state-machine.ts';
import type { TitleBlock, TitleState } from './after-sale-states.ts';
import { TITLE_ROAD, TITLE_TRANSITIONS } from './title-states.ts';

export type TitleFacts = {
  name: string;
  state: TitleState;
  stateSince: PlainDate | null;
  blockReason: TitleBlock | null;
  documentsMissing: string;
  taxAmount: Money | null;
  taxPaidOn: PlainDate | null;
  submittedOn: PlainDate | null;
  registryNumber: string;
  acceptedOn: PlainDate | null;
  issuedOn: PlainDate | null;
  certificateNumber: string;
  deliveredOn: PlainDate | null;
  receivedBy: string;
};

/** What a step brings; what it leaves out stays as it is. */
export type TitleNews = {
  documentsMissing?: string | undefined;
  taxAmount?: Money | undefined;
  registryNumber?: string | undefined;
  certificateNumber?: string | undefined;
  receivedBy?: string | undefined;
};

export type TitleChange = Partial<Omit<TitleFacts, 'name'>> & { state: TitleState; stateSince: PlainDate };

/** What stands against a step, with the fact that shows it. */
export type TitleObstacle = { reason: TitleBlock; detail: string };

export type TitleGround = {
  /** What is due and not paid, as a text with its currency; null when nothing is. */
  due: string | null;
  /** To whom the building is mortgaged; empty when it is not. */
  mortgagedTo: string;
};

/** Steps that nobody takes while money is due; while the building is mortgaged; while papers are missing. */
const PAID_FOR: readonly TitleState[] = ['SUBMITTED', 'ACCEPTED', 'ISSUED', 'DELIVERED'];
const FREE_FOR: readonly TitleState[] = ['ISSUED'];
const WHOLE_FOR: readonly TitleState[] = ['SUBMITTED'];

export function titleObstacles(
  to: TitleState,
  { due, mortgagedTo }: TitleGround,
  documentsMissing: string,
): TitleObstacle[] {
  const found: TitleObstacle[] = [];
  if (due !== null && PAID_FOR.includes(to)) found.push({ reason: 'UNPAID', detail: due });
  if (mortgagedTo.trim() !== '' && FREE_FOR.includes(to))
    found.push({ reason: 'BUILDING_MORTGAGE', detail: mortgagedTo });
  if (documentsMissing.trim() !== '' && WHOLE_FOR.includes(to))
    found.push({ reason: 'MISSING_DOCUMENT', detail: documentsMissing });
  return found;
}

type Missing = { field: string; problem: string };

function missingFor(to: TitleState, known: TitleFacts): Missing | null {
  const needed = (field: string, problem: string): Missing => ({ field, problem });
  if (to === 'TAX_PAID' && (known.taxAmount === null || !isPositive(known.taxAmount)))
    return needed('taxAmount', 'is missing: enter what was paid in taxes');
  if (to === 'ACCEPTED' && known.registryNumber === '')
    return needed('registryNumber', 'is missing: the registry gives it with the acceptance');
  if (to === 'ISSUED' && known.certificateNumber === '')
    return needed('certificateNumber', 'is missing: it stands on the certificate');
  if (to === 'DELIVERED' && known.receivedBy === '')
    return needed('receivedBy', 'is missing: name who took the certificate');
  return null;
}

const DATE_OF = {
  TAX_PAID: 'taxPaidOn',
  SUBMITTED: 'submittedOn',
  ACCEPTED: 'acceptedOn',
  ISSUED: 'issuedOn',
  DELIVERED: 'deliveredOn',
} as const satisfies Partial<Record<TitleState, keyof TitleFacts>>;

/** The field that keeps the day on which a state was reached. */
export function titleDateField(state: TitleState) {
  return state in DATE_OF ? DATE_OF[state as keyof typeof DATE_OF] : null;
}

function latestBefore(to: TitleState, known: TitleFacts): PlainDate | null {
  const before = TITLE_ROAD.slice(0, TITLE_ROAD.indexOf(to as (typeof TITLE_ROAD)[number]));
  const dates = before.flatMap((state) => {
    const field = titleDateField(state);
    return field === null ? [] : (known[field] ?? []);
  });
  return dates.reduce<PlainDate | null>(
    (latest, date) => (latest === null || date > latest ? date : latest),
    null,
  );
}

export type TitleStep = { to: TitleState; on: PlainDate; news: TitleNews; today: PlainDate };

/** One step; `ground` is null where obstacles are looked at elsewhere. */
export function decideTitleStep(
  titleCase: TitleFacts,
  { to, on, news, today }: TitleStep,
  ground: TitleGround,
): Decision<TitleChange> {
  const { name, state } = titleCase;
  if (to === 'BLOCKED' || state === 'BLOCKED' || !canGo(TITLE_TRANSITIONS, state, to))
    return refuse(notFrom(titleCase, to));
  if (on > today) return refuse({ code: 'DATE_IN_FUTURE', field: 'on', date: on, today });
  const known: TitleFacts = {
    ...titleCase,
    documentsMissing: news.documentsMissing ?? titleCase.documentsMissing,
    taxAmount: news.taxAmount ?? titleCase.taxAmount,
    registryNumber: news.registryNumber ?? titleCase.registryNumber,
    certificateNumber: news.certificateNumber ?? titleCase.certificateNumber,
    receivedBy: news.receivedBy ?? titleCase.receivedBy,
  };
  const missing = missingFor(to, known);
  if (missing !== null) return refuse({ code: 'INVALID_INPUT', ...missing });
  const before = latestBefore(to, titleCase);
  if (before !== null && on < before)
    return refuse({ code: 'INVALID_INPUT', field: 'on', problem: `is before the step of ${before}` });
  const obstacles = titleObstacles(to, ground, known.documentsMissing);
  if (obstacles.length > 0) return refuse({ code: 'TITLE_BLOCKED', titleCase: name, to, obstacles });
  const { documentsMissing, taxAmount, registryNumber, certificateNumber, receivedBy } = known;
  const kept = { documentsMissing, taxAmount, registryNumber, certificateNumber, receivedBy };
  // Given back by the registry, it is filed anew.
  const again = to === 'COLLECTING' ? { submittedOn: null } : {};
  const field = titleDateField(to);
  const dated = field === null ? {} : { [field]: on };
  return { plan: { ...kept, ...again, ...dated, state: to, stateSince: on } };
}

function notFrom({ name, state, blockReason }: TitleFacts, to: TitleState): Refusal {
  const from = state === 'BLOCKED' && blockReason !== null ? `${state}: ${blockReason}` : state;
  return { code: 'STATE_NOT_ALLOWED', what: name, from, to };
}

/** May the case be blocked for this reason? Only for what is really so; any other reason is told in words. */
export function decideBlock(
  titleCase: TitleFacts,
  { reason, note }: { reason: TitleBlock; note: string },
  ground: TitleGround,
): Refusal | null {
  if (!canGo(TITLE_TRANSITIONS, titleCase.state, 'BLOCKED')) return notFrom(titleCase, 'BLOCKED');
  if (reason === 'OTHER')
    return note === ''
      ? { code: 'INVALID_INPUT', field: 'note', problem: 'is missing: say what stands against it' }
      : null;
  if (reason === 'MISSING_DOCUMENT' && titleCase.documentsMissing.trim() === '')
    return {
      code: 'INVALID_INPUT',
      field: 'documentsMissing',
      problem: 'is missing: name the papers that are not there',
    };
  return standing(reason, ground, titleCase.documentsMissing) === null
    ? { code: 'TITLE_NOT_BLOCKED', titleCase: titleCase.name, reason }
    : null;
}

/** May it go on where it was? Not while what blocked it is still so. */
export function decideUnblock(
  titleCase: TitleFacts & { stateBefore: string },
  ground: TitleGround,
): Decision<TitleState> {
  const { state, name, blockReason, stateBefore } = titleCase;
  const back = TITLE_TRANSITIONS.BLOCKED.find((one) => one === stateBefore);
  if (state !== 'BLOCKED' || back === undefined)
    return refuse({ code: 'STATE_NOT_ALLOWED', what: name, from: state, to: stateBefore || 'COLLECTING' });
  const obstacle =
    blockReason === null || blockReason === 'OTHER'
      ? null
      : standing(blockReason, ground, titleCase.documentsMissing);
  return obstacle === null
    ? { plan: back }
    : refuse({ code: 'TITLE_BLOCKED', titleCase: name, to: back, obstacles: [obstacle] });
}

function standing(
  reason: Exclude<TitleBlock, 'OTHER'>,
  { due, mortgagedTo }: TitleGround,
  documentsMissing: string,
): TitleObstacle | null {
  const details = {
    UNPAID: due ?? '',
    BUILDING_MORTGAGE: mortgagedTo.trim(),
    MISSING_DOCUMENT: documentsMissing.trim(),
  };
  return details[reason] === '' ? null : { reason, detail: details[reason] };
}
