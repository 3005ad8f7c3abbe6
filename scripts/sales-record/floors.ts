import { NUMBER_PATTERN, readNumber } from './chinese-number.ts';
import { plain } from './reading.ts';

const FLOOR = new RegExp(`^第?(地下|B)?第?(${NUMBER_PATTERN})?(層|樓|F)?$`, 'i');

/**
 * The floor a text names: "十二層", "12層" and "12" are 12, "地下二層" is -2. Of several ("一層,二層") the
 * lowest. Null for a remark (見其他登記事項), a part of a building (夾層, 騎樓), the whole (全) or no text.
 */
export function lowestFloor(text: string): number | null {
  const floors = plain(text)
    .split(/[,、;/~至及]/)
    .map(oneFloor)
    .filter((floor) => floor !== null);
  return floors.length === 0 ? null : Math.min(...floors);
}

function oneFloor(text: string): number | null {
  const match = FLOOR.exec(text);
  if (match === null) return null;
  const [, basement, digits] = match;
  const number = digits === undefined ? null : readNumber(digits);
  if (number === 0) return null;
  // A basement without a number (地下層) is the only one, so the first.
  return basement === undefined ? number : -(number ?? 1);
}

/** How many storeys a text names ("15", "十五層"); null when it names none. */
export function readStoreys(text: string): number | null {
  const storeys = oneFloor(plain(text));
  return storeys !== null && storeys > 0 ? storeys : null;
}

/** The floor's part of a unit number: "12", "03", "B1", and "X" for an unknown floor. */
export function floorLabel(floor: number | null): string {
  if (floor === null) return 'X';
  return floor < 0 ? `B${-floor}` : String(floor).padStart(2, '0');
}
