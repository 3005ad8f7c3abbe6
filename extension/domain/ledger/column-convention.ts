/**
 * Room ledger: how a column of a file is written. "1,234" or 01/02/2025 alone can mean two things; the other
 * cells of the column tell which. Touches nothing.
 */
export type CellReading = { value: string } | { problem: 'UNREADABLE' | 'AMBIGUOUS' };

/**
 * A reader of the column's cells. A convention that some readable cell contradicts is out. Where several are
 * left, a cell that they read differently is ambiguous, unless `preferred` is one of them; where none is left
 * the column is mixed and only cells that speak for themselves are read.
 */
export function columnReader<Convention>(
  cells: Iterable<string>,
  conventions: readonly Convention[],
  read: (cell: string, convention: Convention) => string | null,
  preferred: Convention | null = null,
): (cell: string) => CellReading {
  const possible = new Set(conventions);
  for (const cell of new Set(cells)) {
    const readable = conventions.filter((convention) => read(cell, convention) !== null);
    if (readable.length === 0) continue;
    for (const convention of possible) if (!readable.includes(convention)) possible.delete(convention);
  }
  const candidates = possible.size > 0 ? [...possible] : conventions;
  return (cell) => {
    const values = new Set(
      candidates.map((convention) => read(cell, convention)).filter((one) => one !== null),
    );
    const [value] = values;
    if (value === undefined) return { problem: 'UNREADABLE' };
    if (values.size === 1) return { value };
    const chosen = preferred !== null && candidates.includes(preferred) ? read(cell, preferred) : null;
    return chosen === null ? { problem: 'AMBIGUOUS' } : { value: chosen };
  };
}

/** A cell that a bank wrapped as ="0012", so that Excel keeps its zeros, unwrapped. */
export function unwrapped(cell: string): string {
  return (/^="(.*)"$/.exec(cell.trim())?.[1] ?? cell).trim();
}

/** The same with full-width characters made plain. */
export function plainCell(cell: string): string {
  return unwrapped(cell).normalize('NFKC').trim();
}

/** Never ends in half a character, which no database takes. */
export function shortened(text: string, most: number): string {
  return text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '');
}
