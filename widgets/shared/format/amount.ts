/** Amounts as Twenty stores them, in millionths of a unit: exact sums and numbers written for a reader. */

/** Integer millionths of a unit of a currency. */
export type Amount = { readonly micros: bigint; readonly currency: string };

export type StoredAmount = { amountMicros: number | string | null; currencyCode: string | null } | null;

const MICROS_PER_UNIT = 1_000_000n;

/** Null where nothing is stored, or what is stored is no whole number of millionths. */
export function amountOf(stored: StoredAmount | undefined): Amount | null {
  const raw = stored?.amountMicros;
  if (raw === null || raw === undefined || !/^-?\d+$/.test(String(raw))) return null;
  return { micros: BigInt(raw), currency: stored?.currencyCode ?? '' };
}

/** Exact totals, one a currency, in the order in which currencies appear. */
export function totals(amounts: Iterable<Amount | null>): Amount[] {
  const byCurrency = new Map<string, bigint>();
  for (const amount of amounts) {
    if (amount === null) continue;
    byCurrency.set(amount.currency, (byCurrency.get(amount.currency) ?? 0n) + amount.micros);
  }
  return [...byCurrency].map(([currency, micros]) => ({ currency, micros }));
}

/** "1234.5": exact, whatever the size. */
export function decimalText(micros: bigint): string {
  const negative = micros < 0n;
  const absolute = negative ? -micros : micros;
  const fraction = (absolute % MICROS_PER_UNIT).toString().padStart(6, '0').replace(/0+$/, '');
  const whole = `${negative ? '-' : ''}${absolute / MICROS_PER_UNIT}`;
  return fraction === '' ? whole : `${whole}.${fraction}`;
}

/** An amount from the decimal text that commands answer, "1234.50"; null when it is none. */
export function amountOfDecimal(decimal: string, currency: string): Amount | null {
  const [, sign, whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d{1,6}))?$/.exec(decimal) ?? [];
  if (whole === '') return null;
  const micros = BigInt(whole) * MICROS_PER_UNIT + BigInt(fraction.padEnd(6, '0'));
  return { micros: sign === '-' ? -micros : micros, currency };
}

/** Reads what a person typed, "1,234.50" or "１２３４"; null when it is no positive amount. */
export function readDecimal(typed: string): string | null {
  const plain = typed
    .normalize('NFKC')
    .replace(/[\s,_']/g, '')
    .trim();
  return /^\d+(\.\d+)?$/.test(plain) && !/^0*(\.0*)?$/.test(plain) ? plain.replace(/^0+(?=\d)/, '') : null;
}

const formatters = new Map<string, Intl.NumberFormat>();

function formatter(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(locale, options);
  formatters.set(key, made);
  return made;
}

function write(format: Intl.NumberFormat, micros: bigint): string {
  // A string is formatted exactly; a number would pass through a float.
  return format.format(decimalText(micros) as Intl.StringNumericLiteral);
}

/** "NT$12,540,000"; decimals only where there are any. */
export function amountText(amount: Amount, locale: string): string {
  const options: Intl.NumberFormatOptions = { trailingZeroDisplay: 'stripIfInteger' };
  if (/^[A-Z]{3}$/.test(amount.currency)) {
    options.style = 'currency';
    options.currency = amount.currency;
  }
  return write(formatter(locale, options), amount.micros);
}

/** "12.54M" or "1254万", without the currency: for cells, where the board says it once. */
export function shortAmountText(amount: Amount, locale: string): string {
  return write(formatter(locale, { notation: 'compact', maximumFractionDigits: 2 }), amount.micros);
}

/** Amounts of one or several currencies, short, each with its code: "TWD 2.61B". */
export function shortTotalsText(amounts: readonly Amount[], locale: string): string {
  if (amounts.length === 0) return '–';
  return amounts.map((amount) => `${amount.currency} ${shortAmountText(amount, locale)}`.trim()).join(' + ');
}

/** Price of a square metre, rounded to whole units. Null where either is missing. */
export function perSquareMetre(price: Amount | null, areaSquareMetres: number | null): Amount | null {
  const hundredths = areaSquareMetres === null ? 0n : BigInt(Math.round(areaSquareMetres * 100));
  if (price === null || hundredths <= 0n) return null;
  const units = (price.micros * 100n + (hundredths * MICROS_PER_UNIT) / 2n) / hundredths / MICROS_PER_UNIT;
  return { micros: units * MICROS_PER_UNIT, currency: price.currency };
}

export function numberText(value: number, locale: string, decimals = 2): string {
  return formatter(locale, { maximumFractionDigits: decimals }).format(value);
}

/** "53.2%" of two counts; null where there is nothing to divide by. */
export function shareText(part: number, whole: number, locale: string): string | null {
  if (whole === 0) return null;
  return formatter(locale, { style: 'percent', maximumFractionDigits: 1 }).format(part / whole);
}
