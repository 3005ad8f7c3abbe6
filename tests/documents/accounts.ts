/** Accounts for the documents' tests: small, long, empty, in any currency. */
import { readFileSync } from 'node:fs';
import { decimal } from '#domain/shared/decimal.ts';
import { add, type Money, money, multiply, parseMoney, subtract, zero } from '#domain/shared/money.ts';
import { addDays, addMonths, type PlainDate, plainDate } from '#domain/shared/plain-date.ts';
import type { DocumentSpec } from '../../extension/documents/shared/blocks.ts';
import type { ContractAccount, Statement } from '../../extension/documents/ledger/statement.ts';
import { FONT_FILES, type FontBytes, type FontName, fontsFor, unpackFont } from '../../extension/documents/shared/fonts.ts';

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
  lines: ['Office 1204, Bay Tower, Al Marsa Street', 'Dubai, United Arab Emirates', '+971 4 555 0134 · accounts@harbourgate.example'],
};

export const CHINESE_SENDER = {
  name: '云麓置业有限公司',
  lines: ['杭州市余杭区文一西路 1378 号云麓中心 8 楼', '电话：0571-8855 0134　邮编：311121'],
};

const DAY = plainDate('2025-01-15');

/** A contract with `count` equal installments a month apart, the first five paid, the next two late. */
export function account(currency: string, price: string, count: number, texts: Partial<ContractAccount> = {}): ContractAccount {
  const total = parseMoney(price, currency);
  const nothing = zero(currency);
  const part = count === 0 ? nothing : multiply(total, 1n, BigInt(count), 'DOWN');
  const asOf = addMonths(DAY, 7);
  const late = count > 6 ? multiply(part, 5n * 31n, 10_000n) : nothing;
  const schedule = Array.from({ length: count }, (_, index) => {
    const dueOn = index === count - 1 && count > 2 ? null : addMonths(DAY, index);
    const isPaid = index < 5;
    const isLate = dueOn !== null && !isPaid && dueOn < asOf;
    return {
      number: String(index + 1),
      label: index === 0 ? 'Down payment' : dueOn === null ? 'On completion of the building' : `Installment ${index + 1}`,
      dueOn,
      amount: part,
      paid: isPaid ? part : nothing,
      waived: nothing,
      lateFee: isLate ? late : nothing,
      open: isPaid ? nothing : part,
      state: dueOn === null ? ('PENDING' as const) : isPaid ? ('PAID' as const) : isLate ? ('OVERDUE' as const) : ('SCHEDULED' as const),
    };
  });
  let balance = nothing;
  const entries = schedule
    .filter(({ dueOn }) => dueOn !== null && dueOn < asOf)
    .flatMap(({ dueOn, label, paid, amount }) => {
      const on = dueOn as PlainDate;
      balance = add(balance, amount);
      const charge = { date: on, description: `${label} fell due`, charge: amount, payment: null, balance };
      if (paid.minor === 0n) return [charge];
      balance = subtract(balance, paid);
      return [charge, { date: addDays(on, 3), description: `Receipt, bank transfer`, charge: null, payment: paid, balance }];
    });
  const overdue = schedule.filter(({ state }) => state === 'OVERDUE').reduce<Money>((sum, { open }) => add(sum, open), nothing);
  const next = schedule.find(({ state }) => state === 'SCHEDULED');
  return {
    number: 'HG-2025-00117',
    project: 'Harbour Gate, Phase II',
    unit: 'Tower A, 12-04',
    price: total,
    signedOn: DAY,
    entries,
    schedule,
    totals: {
      charged: entries.reduce<Money>((sum, { charge }) => (charge === null ? sum : add(sum, charge)), nothing),
      paid: entries.reduce<Money>((sum, { payment }) => (payment === null ? sum : add(sum, payment)), nothing),
      waived: nothing,
      lateFees: { accrued: late, paid: nothing, waived: nothing, open: late },
      prepaid: nothing,
      balance,
      overdue,
      nextDue: next?.dueOn ? { on: next.dueOn, label: next.label, amount: next.amount } : null,
    },
    ageing: { NOT_DUE: subtract(total, overdue), D1_30: part, D31_60: overdue.minor > part.minor ? subtract(overdue, part) : nothing, D61_90: nothing, D91_PLUS: nothing },
    lateFees:
      overdue.minor === 0n
        ? []
        : [
            {
              installment: 'Installment 6',
              segments: [
                { from: addDays(addMonths(DAY, 5), 1), to: addDays(addMonths(DAY, 5), 31), days: 31, base: part, ratePerDay: decimal(5n, 4), fee: late },
              ],
            },
          ],
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

export function inMinor(minor: bigint, currency: string): Money {
  return money(minor, currency);
}
