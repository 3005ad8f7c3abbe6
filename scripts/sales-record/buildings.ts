import type { SaleRow } from './sale-row.ts';

/** A building code for each row of one project, and the storeys of each building. */
export type BuildingCodes = { codeByRow: Map<SaleRow, string>; storeysByCode: Map<string, number | null> };

/**
 * Rows that name a building (棟及號) belong to it. The others are one building "A", or, where their numbers of
 * storeys differ, one building for each number, the lowest first. A letter that some row names is left to it.
 */
export function buildingCodes(rows: readonly SaleRow[]): BuildingCodes {
  const named = new Set(rows.map((row) => row.label?.building ?? null).filter((code) => code !== null));
  const unnamedRows = rows.filter((row) => (row.label?.building ?? null) === null);
  const heights = [...new Set(unnamedRows.map((row) => row.storeys).filter((storeys) => storeys !== null))];
  heights.sort((one, other) => one - other);
  const letters = freeLetters(Math.max(1, heights.length), named);

  const codeByRow = new Map<SaleRow, string>();
  const storeysByCode = new Map<string, number | null>();
  for (const row of rows) {
    // A row that does not say its storeys cannot be told apart and goes to the first building.
    const height = row.storeys === null ? 0 : heights.indexOf(row.storeys);
    const code = row.label?.building ?? letters[height] ?? 'A';
    codeByRow.set(row, code);
    storeysByCode.set(code, highest(storeysByCode.get(code) ?? null, row.storeys));
  }
  return { codeByRow, storeysByCode };
}

function highest(one: number | null, other: number | null): number | null {
  if (one === null || other === null) return one ?? other;
  return Math.max(one, other);
}

function freeLetters(count: number, taken: ReadonlySet<string>): string[] {
  const letters: string[] = [];
  // Each step yields a letter or passes over a taken one, so this many steps always suffice.
  for (let index = 0; letters.length < count && index < count + taken.size; index += 1) {
    const letter = letterAt(index);
    if (!taken.has(letter)) letters.push(letter);
  }
  return letters;
}

// A … Z, AA, AB … as in a spreadsheet.
function letterAt(index: number): string {
  const last = String.fromCharCode('A'.charCodeAt(0) + (index % 26));
  return index < 26 ? last : letterAt(Math.floor(index / 26) - 1) + last;
}
