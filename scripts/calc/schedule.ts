/** `calc schedule` (D1, D2, E1, E2, E4): the installments that a plan makes of a price. */
import type { PlanAnchor, PlanBasis } from '#domain/ledger/ledger-states.ts';
import type { PlanLine } from '#domain/ledger/plan.ts';
import { scheduleInstallments } from '#domain/ledger/schedule.ts';
import { type Decimal, unitsAt } from '#domain/shared/decimal.ts';
import { formatMoney, type Money, sum } from '#domain/shared/money.ts';
import type { PlainDate } from '#domain/shared/plain-date.ts';
import { type Decision, isRefused, type Refusal, refuse } from '#domain/shared/refusal.ts';
import { calcRule } from './calc-rule.ts';
import {
  currencyField,
  dateField,
  decimalField,
  list,
  object,
  oneOf,
  optional,
  textField,
  wholeField,
  yesNoField,
} from './fields.ts';

const PERCENT_PLACES = 4;
const MOST_LINES = 1_000;

const ANCHORS = {
  signing: 'SIGNING',
  date: 'DATE',
  milestone: 'MILESTONE',
  handover: 'HANDOVER',
  loan: 'LOAN',
} as const satisfies Record<string, PlanAnchor>;

const BASES = { fixed: 'FIXED', percent: 'PERCENT', balance: 'BALANCE' } as const satisfies Record<
  string,
  PlanBasis
>;

type Line = {
  label: string;
  basis: keyof typeof BASES;
  amount?: Money | undefined;
  percent?: Decimal | undefined;
  deposit?: boolean | undefined;
  lessDeposit?: boolean | undefined;
  due: {
    anchor: keyof typeof ANCHORS;
    months?: number | undefined;
    days?: number | undefined;
    date?: PlainDate | undefined;
    milestone?: string | undefined;
  };
  repeat?: { times: number; everyMonths: number } | undefined;
};

export const schedule = calcRule(
  (amount) =>
    object({
      currency: currencyField,
      price: amount,
      signedOn: dateField,
      plan: object({
        remainder: optional(oneOf('last', 'first')),
        lines: list(
          object({
            label: textField,
            basis: oneOf('fixed', 'percent', 'balance'),
            amount: optional(amount),
            percent: optional(decimalField),
            deposit: optional(yesNoField),
            lessDeposit: optional(yesNoField),
            due: object({
              anchor: oneOf('signing', 'date', 'milestone', 'handover', 'loan'),
              months: optional(wholeField),
              days: optional(wholeField),
              date: optional(dateField),
              milestone: optional(textField),
            }),
            repeat: optional(object({ times: wholeField, everyMonths: wholeField })),
          }),
          MOST_LINES,
        ),
      }),
    }),
  ({ currency, price, signedOn, plan: { remainder = 'last', lines } }) => {
    if (price.minor === 0n) return wrong('price', 'must be above zero');
    const planLines: PlanLine[] = [];
    for (const [index, line] of lines.entries()) {
      const read = planLine(line, `plan.lines.${index}`);
      if (isRefused(read)) return read;
      // The rule knows a line by its label; two of the same label are two lines here.
      planLines.push({ ...read.plan, label: String(index) });
    }
    const plan = {
      name: '',
      remainder: remainder === 'last' ? ('LAST' as const) : ('FIRST' as const),
      lines: planLines,
    };
    const made = scheduleInstallments(plan, price, { signedOn, milestones: new Map() });
    if (isRefused(made)) return refuse(named(made.refused, lines));
    const total = sum(
      made.plan.map((one) => one.amount),
      currency,
    );
    return {
      plan: {
        lines: made.plan.map(({ seq, label, amount, dueOn, anchor }) => ({
          seq,
          label: lines[Number.parseInt(label, 10)]?.label ?? '',
          amount: formatMoney(amount),
          dueOn,
          anchor: anchor.toLowerCase(),
        })),
        total: formatMoney(total),
      },
    };
  },
);

function planLine(line: Line, field: string): Decision<PlanLine> {
  const { basis, due, repeat } = line;
  if (basis === 'fixed' && line.amount === undefined) return wrong(`${field}.amount`, 'is missing');
  if (basis === 'percent' && line.percent === undefined) return wrong(`${field}.percent`, 'is missing');
  if (basis !== 'fixed' && line.amount !== undefined)
    return wrong(`${field}.amount`, 'is only for the basis fixed');
  if (basis !== 'percent' && line.percent !== undefined)
    return wrong(`${field}.percent`, 'is only for the basis percent');
  const percent = line.percent === undefined ? null : unitsAt(line.percent, PERCENT_PLACES);
  if (line.percent !== undefined && percent === null)
    return wrong(`${field}.percent`, `must have at most ${PERCENT_PLACES} decimal places`);
  if (due.anchor === 'date' && due.date === undefined) return wrong(`${field}.due.date`, 'is missing');
  if (due.anchor !== 'date' && due.date !== undefined)
    return wrong(`${field}.due.date`, 'is only for the anchor date');
  if (due.anchor !== 'milestone' && due.milestone !== undefined)
    return wrong(`${field}.due.milestone`, 'is only for the anchor milestone');
  if (repeat !== undefined && repeat.times < 1) return wrong(`${field}.repeat.times`, 'must be at least 1');
  return {
    plan: {
      label: line.label,
      basis: BASES[basis],
      percentTenThousandths: percent === null ? null : Number(percent),
      amount: line.amount ?? null,
      isDeposit: line.deposit ?? false,
      isLessDeposit: line.lessDeposit ?? false,
      anchor: ANCHORS[due.anchor],
      milestoneCode: due.anchor === 'milestone' ? (due.milestone ?? line.label) : null,
      dueOn: due.date ?? null,
      monthsAfter: due.months ?? 0,
      daysAfter: due.days ?? 0,
      repeatTimes: repeat?.times ?? 1,
      repeatEveryMonths: repeat?.everyMonths ?? 0,
    },
  };
}

/** The refusal of a plan, at the line that it is about. */
function named(refused: Refusal, lines: readonly Line[]): Refusal {
  if (refused.code === 'PLAN_DOES_NOT_ADD_UP') {
    const problem = `add up to ${refused.sum}, not to ${refused.expected}`;
    return { code: 'INVALID_INPUT', field: 'plan.lines', problem };
  }
  if (refused.code !== 'PLAN_LINE_INVALID') return refused;
  const field = refused.line === '' ? 'plan.lines' : `plan.lines.${refused.line}`;
  const problem = refused.problem.replace(/"(\d+)"/, (_, at) => `"${lines[Number(at)]?.label ?? at}"`);
  return { code: 'INVALID_INPUT', field, problem };
}

function wrong(field: string, problem: string) {
  return refuse({ code: 'INVALID_INPUT', field, problem });
}
