/** Accounts for the documents' tests: small, long, empty, in any currency. */
import { readFileSync } from 'node:fs';
import type {
  AccountEntry,
  ContractAccount,
  LateFeeExplanation,
  ScheduleLine,
  Statement,
} from '#documents/ledger/statement.ts';
import type { DocumentSpec } from '#documents/shared/blocks.ts';
import { FONT_FILES, type FontBytes, type FontName, fontsFor, unpackFont } from '#documents/shared/fonts.ts';
import { ageing } from '#domain/ledger/ageing.ts';
import { decimal } from '#domain/shared/decimal.ts';
import { add, type Money, multiply, parseMoney, split, subtract, sum, zero } from '#domain/shared/money.ts';
import { addDays, addMonths, plainDate } from '#domain/shared/plain-date.ts';

const fontFile = (name: FontName) =>
  unpackFont(readFileSync(new URL(`../../public/${FONT_FILES[name]}`, import.meta.url)));

const opened = new Map<FontName, Uint8Array>();

/** The fonts as a function has them, from the app's own public folder. */
export function fontsOf(spec: DocumentSpec): FontBytes {
  for (const name of fontsFor(spec)) if (!opened.has(name)) opened.set(name, fontFile(name));
  return Object.fromEntries(fontsFor(spec).map((name) => [name, opened.get(name)]));
}

export const ENGLISH_SENDER = {
  name: 'Harbour Gate Developments LLC',
  lines: [
    'Office 1204, Bay Tower, Al Marsa Street',
    'Dubai, United Arab Emirates',
    '+971 4 555 0134 · accounts@harbourgate.example',
  ],
};

export const CHINESE_SENDER = {
  name: '云麓置业有限公司',
  lines: ['杭州市余杭区文一西路1378号云麓中心8楼', '电话：0571-8855 0134　邮编：311121'],
};

const SIGNED = plainDate('2025-01-15');
const AS_OF = addMonths(SIGNED, 7);
const PAID_COUNT = 5;

/** Equal installments a month apart; the first five are paid, the last waits for its milestone. */
function scheduleOf(price: Money, count: number): ScheduleLine[] {
  const nothing = zero(price.currency);
  const parts = count === 0 ? [] : split(price, Array<bigint>(count).fill(1n));
  return parts.map((amount, index) => {
    const dueOn = index > 1 && index === count - 1 ? null : addMonths(SIGNED, index);
    const isPaid = index < PAID_COUNT;
    const isLate = dueOn !== null && !isPaid && dueOn < AS_OF;
    const unpaid = dueOn === null ? 'PENDING' : isLate ? 'OVERDUE' : 'SCHEDULED';
    return {
      number: String(index + 1),
      label: dueOn === null ? 'On completion of the building' : `Installment ${index + 1}`,
      dueOn,
      amount,
      paid: isPaid ? amount : nothing,
      waived: nothing,
      lateFee: isLate ? feeOf(amount) : nothing,
      open: isPaid ? nothing : amount,
      state: isPaid ? 'PAID' : unpaid,
    };
  });
}

/** 31 days at five in ten thousand. */
function feeOf(amount: Money): Money {
  return multiply(amount, 5n * 31n, 10_000n);
}

function entriesOf(schedule: readonly ScheduleLine[], currency: string): AccountEntry[] {
  let balance = zero(currency);
  return schedule.flatMap(({ dueOn, label, paid, amount }): AccountEntry[] => {
    if (dueOn === null || dueOn >= AS_OF) return [];
    balance = add(balance, amount);
    const charge = { date: dueOn, description: `${label} fell due`, charge: amount, payment: null, balance };
    if (paid.minor === 0n) return [charge];
    balance = subtract(balance, paid);
    const date = addDays(dueOn, 3);
    return [charge, { date, description: 'Receipt, bank transfer', charge: null, payment: paid, balance }];
  });
}

function lateFeesOf(schedule: readonly ScheduleLine[]): LateFeeExplanation[] {
  return schedule.flatMap(({ label, dueOn, amount, lateFee }) => {
    if (dueOn === null || lateFee.minor === 0n) return [];
    const [from, to] = [addDays(dueOn, 1), addDays(dueOn, 31)];
    const segment = { from, to, days: 31, base: amount, ratePerDay: decimal(5n, 4), fee: lateFee };
    return [{ installment: label, segments: [segment] }];
  });
}

function ageingOf(schedule: readonly ScheduleLine[], currency: string): ContractAccount['ageing'] {
  const items = schedule.map(({ dueOn, amount, paid }) => ({
    dueOn,
    amount,
    receipts: [{ on: SIGNED, amount: paid }],
    waived: null,
  }));
  return ageing(items, AS_OF, currency).buckets;
}

/** A contract of so many installments; `texts` says what else is not as usual. */
export function account(
  currency: string,
  price: string,
  count: number,
  texts: Partial<ContractAccount> = {},
): ContractAccount {
  const schedule = scheduleOf(parseMoney(price, currency), count);
  const entries = entriesOf(schedule, currency);
  const total = (amounts: readonly (Money | null)[]) =>
    sum(
      amounts.filter((amount) => amount !== null),
      currency,
    );
  const fees = total(schedule.map(({ lateFee }) => lateFee));
  const next = schedule.find(({ state }) => state === 'SCHEDULED');
  const nothing = zero(currency);
  return {
    number: 'HG-2025-00117',
    project: 'Harbour Gate, Phase II',
    unit: 'Tower A, 12-04',
    price: parseMoney(price, currency),
    signedOn: SIGNED,
    entries,
    schedule,
    totals: {
      charged: total(entries.map(({ charge }) => charge)),
      paid: total(entries.map(({ payment }) => payment)),
      waived: nothing,
      lateFees: { accrued: fees, paid: nothing, waived: nothing, open: fees },
      prepaid: nothing,
      balance: entries.at(-1)?.balance ?? nothing,
      overdue: total(schedule.filter(({ state }) => state === 'OVERDUE').map(({ open }) => open)),
      nextDue: next?.dueOn ? { on: next.dueOn, label: next.label, amount: next.amount } : null,
    },
    ageing: ageingOf(schedule, currency),
    lateFees: lateFeesOf(schedule),
    ...texts,
  };
}

export function statement(contracts: readonly ContractAccount[], texts: Partial<Statement> = {}): Statement {
  return {
    kind: contracts.length === 1 ? 'CONTRACT' : 'BUYER',
    reference: 'SOA-2025-0831',
    date: plainDate('2025-08-15'),
    asOf: plainDate('2025-08-15'),
    sender: ENGLISH_SENDER,
    buyer: { name: 'Ms Layla Haddad', addressLines: ['Villa 7, Palm Grove', 'Jumeirah 3, Dubai'] },
    contracts,
    ...texts,
  };
}
