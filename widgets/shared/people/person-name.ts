export type PersonName = { firstName: string | null; lastName: string | null } | null;

const CHINESE = /^[\p{Script=Han}]+$/u;

/** "Ada Lovelace", 王小明; null when there is no name. */
export function personName(name: PersonName | undefined): string | null {
  const first = name?.firstName?.trim() ?? '';
  const last = name?.lastName?.trim() ?? '';
  // Chinese names are written family name first and without a space.
  if (CHINESE.test(first) && CHINESE.test(last)) return `${last}${first}`;
  const whole = `${first} ${last}`.trim();
  return whole === '' ? null : whole;
}
