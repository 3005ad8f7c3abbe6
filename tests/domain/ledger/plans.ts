/** Payment plans for the schedule's tests, short to write. */
import {
  type Plan,
  type PlanLine,
  percentTenThousandths,
  type ScheduleAnchors,
  scheduleInstallments,
} from '#domain/ledger/index.ts';
import { formatMoney, parseMoney } from '#domain/shared/money.ts';
import { isRefused, type Refusal } from '#domain/shared/refusal.ts';
import { day, eur } from '../amounts.ts';

const LINE: PlanLine = {
  label: 'Line',
  basis: 'PERCENT',
  percentTenThousandths: null,
  amount: null,
  isDeposit: false,
  isLessDeposit: false,
  anchor: 'SIGNING',
  milestoneCode: null,
  dueOn: null,
  monthsAfter: 0,
  daysAfter: 0,
  repeatTimes: 1,
  repeatEveryMonths: 0,
};

export const percent = (share: number, changes: Partial<PlanLine> = {}): PlanLine => ({
  ...LINE,
  label: `${share} %`,
  percentTenThousandths: percentTenThousandths(share),
  ...changes,
});

export const fixed = (amount: string, changes: Partial<PlanLine> = {}): PlanLine => ({
  ...LINE,
  label: `Fixed ${amount}`,
  basis: 'FIXED',
  amount: eur(amount),
  ...changes,
});

export const balance = (changes: Partial<PlanLine> = {}): PlanLine => ({
  ...LINE,
  label: 'Balance',
  basis: 'BALANCE',
  ...changes,
});

export const onMilestone = (milestoneCode: string): Partial<PlanLine> => ({
  anchor: 'MILESTONE',
  milestoneCode,
});

export const SIGNED_ON = day('2025-01-31');

export type ScheduleOptions = {
  currency?: string;
  remainder?: Plan['remainder'];
  anchors?: Partial<ScheduleAnchors>;
};

export function schedule(lines: readonly PlanLine[], price: string, options: ScheduleOptions = {}) {
  const { currency = 'EUR', remainder = 'LAST', anchors } = options;
  return scheduleInstallments({ name: 'Standard', remainder, lines }, parseMoney(price, currency), {
    signedOn: SIGNED_ON,
    milestones: new Map(),
    ...anchors,
  });
}

/** The amounts as texts; a refusal fails the test that did not expect it. */
export function amountsOf(decision: ReturnType<typeof schedule>): string[] {
  return installmentsOf(decision).map(({ amount }) => formatMoney(amount));
}

export function datesOf(decision: ReturnType<typeof schedule>): (string | null)[] {
  return installmentsOf(decision).map(({ dueOn }) => dueOn);
}

export function installmentsOf(decision: ReturnType<typeof schedule>) {
  if (isRefused(decision)) throw new Error(`Refused: ${JSON.stringify(decision.refused)}`);
  return decision.plan;
}

export function refusalOf(decision: ReturnType<typeof schedule>): Refusal | null {
  return isRefused(decision) ? decision.refused : null;
}
