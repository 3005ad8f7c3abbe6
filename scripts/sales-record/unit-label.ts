import { NUMBER_PATTERN, readNumber } from './chinese-number.ts';
import { plain } from './reading.ts';

/** What 棟及號 names; each part is null where the text does not give it. */
export type UnitLabel = { text: string; building: string | null; number: string | null };

const COUNTED = new RegExp(`(${NUMBER_PATTERN})(?=[樓層號戶])`, 'g');

/**
 * Reads 棟及號, building and number: "A棟12號" is building A, number 12; "B1棟十樓之3" is building B1, number
 * 10F-3. Null when the text is blank.
 */
export function readUnitLabel(text: string): UnitLabel | null {
  const label = plain(text).toUpperCase();
  if (label === '' || label === '無') return null;
  const match = /^第?(.+?)棟(.*)$/.exec(label);
  const building = match?.[1] ?? null;
  return { text: label, building, number: plainNumber(match?.[2] ?? label) };
}

// Written the way addresses are written in English: 10樓之3 is 10F-3, 5號2樓 is 5-2F.
function plainNumber(text: string): string | null {
  const number = text
    .replace(COUNTED, (digits) => String(readNumber(digits) ?? digits))
    .replace(/[樓層]/g, 'F-')
    .replace(/[號戶之]/g, '-')
    .replace(/-+/g, '-')
    .replace(/^-|-$/g, '');
  return number === '' ? null : number;
}
