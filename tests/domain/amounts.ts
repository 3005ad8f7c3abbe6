/** Amounts and dates for the domain's tests: short to write, and random ones to prove things with. */
import fc from 'fast-check';
import { type Money, money, parseMoney } from '#domain/shared/money.ts';
import { type PlainDate, plainDate } from '#domain/shared/plain-date.ts';

export const eur = (text: string): Money => parseMoney(text, 'EUR');
export const day = (text: string): PlainDate => plainDate(text);

/** Currencies with none, two and three minor digits. */
export const anyCurrency = fc.constantFrom('JPY', 'EUR', 'KWD');

export const anyMinor = (range: { min?: bigint; max?: bigint } = {}) =>
  fc.bigInt({ min: range.min ?? -(10n ** 15n), max: range.max ?? 10n ** 15n });

export const anyEuros = (range: { min?: bigint; max?: bigint } = {}): fc.Arbitrary<Money> =>
  anyMinor({ min: 0n, ...range }).map((minor) => money(minor, 'EUR'));

export const anyDay = (from = '2000-01-01', to = '2099-12-31'): fc.Arbitrary<PlainDate> =>
  fc
    .date({ min: new Date(from), max: new Date(to), noInvalidDate: true })
    .map((time) => plainDate(time.toISOString().slice(0, 10)));
