/** Loans by status and days in it, what is approved and not paid out, and how long banks take (F1, F2). */
import { averageDaysSince, medianDays, type Ratio } from '#domain/insight/index.ts';
import type { Money } from '#domain/shared/money.ts';
import { isPlainDate, type PlainDate } from '#domain/shared/plain-date.ts';
import { type Amount, amountOf, type StoredAmount } from '#widgets/shared/format/amount.ts';
import { countSum, dayOf, inCurrency, moneySum } from '../board/amounts.ts';
import type { BoardAnswer } from '../board/grouped.ts';
import type { Told } from '../board/scope.ts';
import { AGREED_LOANS } from '../cash-forecast/queries.ts';
import { OPEN_CASES } from './queries.ts';

export type StatusRow = { state: string; count: number; asked: Money; approved: Money; days: Ratio };
export type WaitingCase = {
  id: string;
  name: string;
  bank: string;
  state: string;
  since: PlainDate | null;
  approved: Amount | null;
};

export type MortgageFigures = {
  statuses: StatusRow[];
  open: { count: number; asked: Money };
  agreed: { count: number; left: Money };
  disbursed: { count: number; amount: Money };
  /** Signing to disbursement. */
  medianDays: Ratio;
  banks: { bank: string; count: number; medianDays: Ratio }[];
  waiting: WaitingCase[];
};

type DisbursedRecord = {
  bank: string | null;
  disbursedOn: string | null;
  amountAsked: { currencyCode: string | null } | null;
  contract: { signedOn: string | null } | null;
};

type CaseRecord = {
  id: string;
  name: string;
  bank: string | null;
  state: string;
  stateSince: string | null;
  amountApproved: StoredAmount;
  contract: { name: string } | null;
};

const STATUSES = [...OPEN_CASES, 'DISBURSED', 'REJECTED', 'CHANGED_TO_CASH', 'CLOSED'];

export function mortgageFigures({ groups, lists }: BoardAnswer, { currency, today }: Told): MortgageFigures {
  const cases = inCurrency(groups.cases, currency);
  const since = inCurrency(groups.since, currency);
  const inStates = (states: readonly string[]) => cases.filter(({ by }) => states.includes(by.state ?? ''));
  const agreed = inStates(AGREED_LOANS);
  const [approved, out] = ['amountApproved', 'amountDisbursed'].map((field) =>
    moneySum(agreed, field, currency),
  ) as [Money, Money];
  const spans = spansOf((lists.disbursed ?? []) as DisbursedRecord[], currency);
  return {
    statuses: STATUSES.map((state) => {
      const own = inStates([state]);
      const days = since
        .filter(({ by }) => by.state === state)
        .flatMap((group) => {
          const on = dayOf(group, 'stateSince');
          return on === null ? [] : [{ on, count: group.count }];
        });
      return {
        state,
        count: countSum(own),
        asked: moneySum(own, 'amountAsked', currency),
        approved: moneySum(own, 'amountApproved', currency),
        days: averageDaysSince(days, today),
      };
    }),
    open: {
      count: countSum(inStates(OPEN_CASES)),
      asked: moneySum(inStates(OPEN_CASES), 'amountAsked', currency),
    },
    agreed: { count: countSum(agreed), left: { minor: approved.minor - out.minor, currency } },
    disbursed: {
      count: countSum(inStates(['DISBURSED'])),
      amount: moneySum(inStates(['DISBURSED']), 'amountDisbursed', currency),
    },
    medianDays: medianDays(spans),
    banks: [...new Set(spans.map(({ bank }) => bank))].sort().map((bank) => {
      const own = spans.filter((span) => span.bank === bank);
      return { bank, count: own.length, medianDays: medianDays(own) };
    }),
    waiting: waitingIn((lists.waiting ?? []) as CaseRecord[], currency),
  };
}

function waitingIn(records: readonly CaseRecord[], currency: string): WaitingCase[] {
  return records
    .filter(({ amountApproved }) => amountApproved?.currencyCode === currency)
    .map((record) => ({
      id: record.id,
      name: record.contract?.name ?? record.name,
      bank: record.bank ?? '',
      state: record.state,
      since: record.stateSince as PlainDate | null,
      approved: amountOf(record.amountApproved),
    }));
}

function spansOf(records: readonly DisbursedRecord[], currency: string) {
  return records.flatMap(({ bank, disbursedOn, amountAsked, contract }) => {
    const [from, to] = [contract?.signedOn ?? '', disbursedOn ?? ''];
    if (amountAsked?.currencyCode !== currency || !isPlainDate(from) || !isPlainDate(to)) return [];
    return [{ bank: bank ?? '', from, to }];
  });
}
