/**
 * Amounts in the capital numerals of Chinese bills (大写金额), by the rules for filling in bills and
 * vouchers: zeros between figures are one 零, zeros at the end of a group are none, what ends with
 * whole units or tenths ends with 整, and hundredths without tenths follow a 零.
 */
import { type Money, minorDigits } from '#domain/shared/money.ts';

/** What the units are called. `fractions` names the places after the point, as far as they have names. */
export type ChineseCurrency = { unit: string; fractions: readonly string[] };

const CNY: ChineseCurrency = { unit: '元', fractions: ['角', '分'] };

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES = ['', '拾', '佰', '仟'];
const GROUP = 10_000n;
const HUNDRED_MILLION = 100_000_000n;
const WHOLE = '整';

/** "壹万零伍拾元整". Without names, other currencies than the yuan are written "AED 壹万零伍拾点伍整". */
export function chineseAmountInWords(amount: Money, names?: ChineseCurrency): string {
  const { currency } = amount;
  const own = names ?? (currency === 'CNY' ? CNY : undefined);
  const minor = amount.minor < 0n ? -amount.minor : amount.minor;
  const sign = amount.minor < 0n ? '负' : '';
  const digits = minorDigits(currency);
  const units = minor / 10n ** BigInt(digits);
  const fraction = digits === 0 ? '' : (minor % 10n ** BigInt(digits)).toString().padStart(digits, '0');
  const isNamed = own !== undefined && own.fractions.length >= fraction.replace(/0+$/, '').length;
  if (isNamed) return sign + named(units, fraction, own);
  const written = `${sign}${chineseNumber(units)}${pointed(fraction)}`;
  return own === undefined ? `${currency} ${written}${WHOLE}` : `${written}${own.unit}${WHOLE}`;
}

function named(units: bigint, fraction: string, { unit, fractions }: ChineseCurrency): string {
  const parts = [...fraction.replace(/0+$/, '')].map((digit, place) => ({
    digit,
    name: fractions[place] ?? '',
  }));
  if (parts.length === 0) return `${chineseNumber(units)}${unit}${WHOLE}`;
  const written = parts
    .map(({ digit, name }) => (digit === '0' ? '零' : `${capital(digit)}${name}`))
    .join('');
  // A gap of zeros is one 零, and there is none before the first figure.
  const tail = written.replace(/零+/g, '零');
  const end = parts.length < fractions.length ? WHOLE : '';
  return units === 0n ? `${tail.replace(/^零/, '')}${end}` : `${chineseNumber(units)}${unit}${tail}${end}`;
}

function pointed(fraction: string): string {
  const figures = fraction.replace(/0+$/, '');
  return figures === '' ? '' : `点${[...figures].map(capital).join('')}`;
}

function capital(digit: string): string {
  return DIGITS[Number(digit)] ?? '';
}

/** A whole number from zero up: "壹亿零壹". */
export function chineseNumber(value: bigint): string {
  if (value === 0n) return '零';
  if (value >= HUNDRED_MILLION) return joined(value, HUNDRED_MILLION, '亿');
  if (value >= GROUP) return joined(value, GROUP, '万');
  return group(Number(value));
}

/** What is below a group unit is led by a 零 when figures are skipped in between. */
function joined(value: bigint, unit: bigint, name: string): string {
  const [high, low] = [value / unit, value % unit];
  const gap = low > 0n && low < unit / 10n ? '零' : '';
  return `${chineseNumber(high)}${name}${gap}${low === 0n ? '' : chineseNumber(low)}`;
}

/** Up to 9999. */
function group(value: number): string {
  const figures = String(value);
  const written = [...figures].map((digit, index) =>
    digit === '0' ? '零' : `${capital(digit)}${PLACES[figures.length - 1 - index] ?? ''}`,
  );
  return written.join('').replace(/零+/g, '零').replace(/零$/, '');
}
