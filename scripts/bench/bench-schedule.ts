/** Schedules of 10,000 contracts against dinero.js splitting the same amounts by the same percents. */
import { allocate, dinero, EUR } from 'dinero.js';
import { type Plan, scheduleInstallments } from '#domain/ledger/index.ts';
import { money } from '#domain/shared/money.ts';
import { plainDate } from '#domain/shared/plain-date.ts';
import { ratioOf } from './ratio.ts';

const CONTRACTS = 10_000;
const PERCENTS = [10, 5, 5, 5, 5, 10, 10, 5, 5, 10, 10, 20];

const PLAN: Plan = {
  name: 'Bench',
  remainder: 'LAST',
  lines: PERCENTS.map((percent, index) => ({
    label: `Line ${index + 1}`,
    basis: 'PERCENT',
    percentTenThousandths: percent * 10_000,
    amount: null,
    isDeposit: false,
    isLessDeposit: false,
    anchor: 'SIGNING',
    milestoneCode: null,
    dueOn: null,
    monthsAfter: index,
    daysAfter: 0,
    repeatTimes: 1,
    repeatEveryMonths: 0,
  })),
};

/** Prices in cents, different for each contract and the same for both sides. */
const PRICES = Array.from({ length: CONTRACTS }, (_, index) => 20_000_000 + index * 7_919);

export function benchSchedule() {
  const anchors = { signedOn: plainDate('2025-01-31'), milestones: new Map() };
  return ratioOf(
    5,
    () => {
      for (const cents of PRICES) scheduleInstallments(PLAN, money(BigInt(cents), 'EUR'), anchors);
    },
    () => {
      for (const cents of PRICES) allocate(dinero({ amount: cents, currency: EUR }), PERCENTS);
    },
  );
}
