/**
 * The amount of every line of a plan, to the cent (D1, D2.3). Percents are of the price; rounding is
 * made good by the last percent line, or by the first if the plan says so. No tolerance: what does not
 * make the price is refused with the sum that it has.
 */
import {
  compare,
  divide,
  formatMoney,
  type Money,
  money,
  multiply,
  subtract,
  sum,
  zero,
} from '#domain/shared/money.ts';
import { type Decision, isRefused, refuse } from '#domain/shared/refusal.ts';
import { firstLineProblem, invalidPlan, type Plan, percentText, WHOLE_PERCENT } from './plan.ts';

/** Resolves to one amount a line, deposits taken off where the plan says so. */
export function lineAmounts(plan: Plan, price: Money): Decision<Money[]> {
  const problem = firstLineProblem(plan, price);
  if (problem !== null) return problem;
  const owners = depositOwners(plan);
  // A deposit that is taken off another line is part of that line and counts no second time.
  const counted = plan.lines.map((_, index) => !owners.has(index));
  const gross = grossAmounts(plan, price, counted);
  if (isRefused(gross)) return gross;
  const amounts = [...gross.plan];
  for (const [deposit, owner] of owners) {
    // What the other lines leave cannot be known and part of one of them at once.
    if (plan.lines[deposit]?.basis === 'BALANCE')
      return invalidPlan(plan, plan.lines[deposit].label, 'is the balance, which no line can take off');
    const rest = subtract(amounts[owner] ?? zero(price.currency), amounts[deposit] ?? zero(price.currency));
    if (rest.minor < 0n) {
      const [of, line] = [plan.lines[deposit]?.label ?? '', plan.lines[owner]?.label ?? ''];
      return invalidPlan(plan, line, `is smaller than the deposit "${of}" that it takes off`);
    }
    amounts[owner] = rest;
  }
  return { plan: amounts };
}

/** For each deposit that is taken off, the line that does it: the next one that says so. */
function depositOwners(plan: Plan): Map<number, number> {
  const owners = new Map<number, number>();
  let waiting: number[] = [];
  for (const [index, line] of plan.lines.entries()) {
    if (line.isDeposit) waiting.push(index);
    if (!line.isLessDeposit) continue;
    for (const deposit of waiting) owners.set(deposit, index);
    waiting = [];
  }
  return owners;
}

function grossAmounts(plan: Plan, price: Money, counted: readonly boolean[]): Decision<Money[]> {
  const fixed = sum(
    plan.lines.flatMap(({ basis, amount }, index) =>
      basis === 'FIXED' && amount !== null && counted[index] ? [amount] : [],
    ),
    price.currency,
  );
  const isShare = plan.lines.map(({ basis }, index) => basis === 'PERCENT' && counted[index] === true);
  const percents = plan.lines.map((line) => line.percentTenThousandths ?? 0);
  const percentSum = percents.reduce((total, percent, index) => total + (isShare[index] ? percent : 0), 0);
  const balance = plan.lines.findIndex(({ basis }) => basis === 'BALANCE');
  const refusal = sumProblem(plan, price, { fixed, percentSum, hasBalance: balance >= 0 });
  if (refusal !== null) return refusal;

  const rest = subtract(price, fixed);
  for (const rounding of ['HALF_UP', 'DOWN'] as const) {
    const amounts = plan.lines.map((line, index) => {
      if (line.basis === 'FIXED') return line.amount ?? zero(price.currency);
      if (line.basis === 'BALANCE') return zero(price.currency);
      return multiply(price, BigInt(percents[index] ?? 0), BigInt(WHOLE_PERCENT), rounding);
    });
    const shares = amounts.filter((_, index) => isShare[index]);
    const left = subtract(rest, sum(shares, price.currency));
    const shareIndexes = [...isShare.keys()].filter((index) => isShare[index]);
    const takers = plan.remainder === 'LAST' ? shareIndexes.at(-1) : shareIndexes[0];
    // Percents that make the whole rest leave a balance line nothing but rounding: it is theirs.
    const isWhole = percentSum > 0 && isExact(price, fixed, percentSum);
    const taker = balance >= 0 && !isWhole ? balance : (takers ?? balance);
    if (taker >= 0) amounts[taker] = money((amounts[taker]?.minor ?? 0n) + left.minor, price.currency);
    if (amounts.every(({ minor }) => minor >= 0n)) return { plan: amounts };
  }
  return doesNotAddUp(plan, price, fixed, percentSum);
}

type Sums = { fixed: Money; percentSum: number; hasBalance: boolean };

function sumProblem(plan: Plan, price: Money, { fixed, percentSum, hasBalance }: Sums) {
  if (hasBalance) {
    const isTooMuch = percentSum > WHOLE_PERCENT || excess(price, fixed, percentSum) > 0n;
    return isTooMuch ? doesNotAddUp(plan, price, fixed, percentSum) : null;
  }
  return isExact(price, fixed, percentSum) ? null : doesNotAddUp(plan, price, fixed, percentSum);
}

/** How much the lines are above the price, in millionths of a minor unit. */
function excess(price: Money, fixed: Money, percentSum: number): bigint {
  const whole = BigInt(WHOLE_PERCENT);
  return fixed.minor * whole + price.minor * BigInt(percentSum) - price.minor * whole;
}

/** Percents alone have to make 100 exactly (D1); beside fixed amounts the price is met to the cent. */
function isExact(price: Money, fixed: Money, percentSum: number): boolean {
  if (fixed.minor === 0n) return percentSum === WHOLE_PERCENT;
  if (percentSum === 0) return compare(fixed, price) === 0;
  return divide(excess(price, fixed, percentSum), BigInt(WHOLE_PERCENT), 'HALF_UP') === 0n;
}

function doesNotAddUp(plan: Plan, price: Money, fixed: Money, percentSum: number) {
  if (fixed.minor === 0n) {
    const sumText = `${percentText(percentSum)} %`;
    return refuse({ code: 'PLAN_DOES_NOT_ADD_UP', plan: plan.name, sum: sumText, expected: '100 %' });
  }
  const share = multiply(price, BigInt(percentSum), BigInt(WHOLE_PERCENT));
  const total = formatMoney(money(fixed.minor + share.minor, price.currency));
  const inPercent =
    price.minor > 0n
      ? ` (${percentText(Number((fixed.minor * 1_000_000n) / price.minor) + percentSum)} %)`
      : '';
  return refuse({
    code: 'PLAN_DOES_NOT_ADD_UP',
    plan: plan.name,
    sum: percentSum === 0 ? total : `${total}${inPercent}`,
    expected: formatMoney(price),
  });
}
