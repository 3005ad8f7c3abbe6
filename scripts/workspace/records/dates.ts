/** Dates as the API takes them: `YYYY-MM-DD`, and instants in ISO form (no zone means UTC). */
const DATE = /^(\d{4})-?(\d{2})-?(\d{2})/;
const INSTANT =
  /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}(?::?\d{2})?)?)?$/;

function isRealDay(text: string): boolean {
  const match = DATE.exec(text);
  if (!match) return false;
  const [, year, month, day] = match;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
}

export function isDateText(value: unknown): value is string {
  if (typeof value !== 'string') return false;
  return (/^\d{8}$/.test(value) || INSTANT.test(value)) && isRealDay(value);
}

/** The instant in ISO form, or undefined when the text is none. */
export function parseDateTime(value: unknown): string | undefined {
  if (typeof value !== 'string' || !INSTANT.test(value) || !isRealDay(value)) return undefined;
  const hasZone = /(?:Z|[+-]\d{2}(?::?\d{2})?)$/.test(value.slice(10));
  const iso = value.length === 10 ? `${value}T00:00:00Z` : `${value.replace(' ', 'T')}${hasZone ? '' : 'Z'}`;
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}
