/**
 * Ageing of what is open, of a project or of everything, as of today (D10). Reads installments that are late
 * one by one and of all others only what their contracts add up to; writes nothing.
 */
import * as z from 'zod/mini';
import { type AgeingBucket, ageing } from '#domain/ledger/index.ts';
import { add, formatMoney, type Money, subtract, sum, zero } from '#domain/shared/money.ts';
import { dateIn } from '#domain/shared/plain-date.ts';
import type { Loaded } from '#port/records.ts';
import { recordId } from '../system/input.ts';
import type { Question } from '../system/question.ts';
import { WITH_PROJECT } from './contract-of.ts';

const MOST_CONTRACTS = 100;
const LIVE = ['SIGNED', 'COOLING_OFF', 'EFFECTIVE', 'FILED', 'PERFORMING', 'COMPLETED'] as const;

const schema = z.object({
  /** Without it all projects. */
  projectId: z.optional(recordId),
});

type Aged = { currency: string; buckets: Record<AgeingBucket, string>; total: string; lateFee: string };
type Late = { contract: string; contractId: string; overdue: string; since: string; currency: string };
type Answer = { asOf: string; ages: Aged[]; worst: Late[] };

type Overdue = Loaded<'installment', { contract: { unit: true } }>;
type Contract = Loaded<'contract', { unit: { project: true } }>;

export const arrears: Question<z.infer<typeof schema>, Answer> = {
  name: 'arrears',
  room: 'ledger',
  rights: ['keepAccounts', 'controlSales'],
  schema,

  async answer({ store, clock }, { projectId }) {
    const { overdue, contracts } = await store.read({
      overdue: { object: 'installment', filter: { state: 'OVERDUE' }, with: { contract: { unit: true } } },
      contracts: { object: 'contract', filter: { state: { in: LIVE } }, with: WITH_PROJECT },
    });
    const isMeant = (id: string | null | undefined) => projectId === undefined || id === projectId;
    const late = (overdue as Overdue[]).filter(({ contract }) => isMeant(contract?.unit?.projectId));
    const own = (contracts as Contract[]).filter(({ unit }) => isMeant(unit?.projectId));
    const asOf = dateIn(clock.now(), own[0]?.unit?.project?.timeZone || 'UTC');
    const currencies = [...new Set(own.flatMap(({ price }) => price?.currency ?? []))];
    const ages = currencies.map((currency): Aged => {
      const none = zero(currency);
      const items = late
        .filter(({ amount }) => amount?.currency === currency)
        .map(({ id, dueOn, amount, paid, credited }) => ({
          id,
          dueOn,
          amount: subtract(subtract(amount ?? none, paid ?? none), credited ?? none),
          receipts: [],
          waived: null,
        }));
      const { buckets, total } = ageing(items, asOf, currency);
      const mine = own.filter(({ price }) => price?.currency === currency);
      const unpaid = totalOf(mine, currency, ({ price, paid }) => subtract(price ?? none, paid ?? none));
      const notDue = subtract(
        unpaid,
        totalOf(mine, currency, (one) => one.overdue ?? none),
      );
      const lateFee = totalOf(mine, currency, (one) =>
        subtract(subtract(one.lateFee ?? none, one.lateFeePaid ?? none), one.lateFeeWaived ?? none),
      );
      const all = { ...buckets, NOT_DUE: notDue.minor > 0n ? notDue : none };
      const texts = Object.entries(all).map(([bucket, open]) => [bucket, formatMoney(open)]);
      return {
        currency,
        buckets: Object.fromEntries(texts) as Record<AgeingBucket, string>,
        total: formatMoney(add(total, all.NOT_DUE)),
        lateFee: formatMoney(lateFee),
      };
    });
    return { plan: { asOf, ages, worst: worstOf(own) } };
  },
};

function totalOf(
  contracts: readonly Contract[],
  currency: string,
  amountOf: (one: Contract) => Money,
): Money {
  return sum(contracts.map(amountOf), currency);
}

/** The longest overdue first: where a clerk begins the day. */
function worstOf(contracts: readonly Contract[]): Late[] {
  const late = contracts.flatMap((one) =>
    one.overdue !== null && one.overdue.minor > 0n && one.overdueSince !== null
      ? [{ one, overdue: one.overdue, since: one.overdueSince }]
      : [],
  );
  return late
    .sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0))
    .slice(0, MOST_CONTRACTS)
    .map(({ one, overdue, since }) => ({
      contract: one.name,
      contractId: one.id,
      overdue: formatMoney(overdue),
      since,
      currency: overdue.currency,
    }));
}
