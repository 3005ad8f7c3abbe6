/** How far posting is, and which lines were refused on the way. */
export type RefusedLine = { row: number; problem: string };

export type Posting = {
  booked: number;
  alreadyBooked: number;
  left: number;
  refused: RefusedLine[];
  /** The last round booked nothing: asking again would only be refused again. */
  isStuck: boolean;
};

export const NOTHING_POSTED: Posting = {
  booked: 0,
  alreadyBooked: 0,
  left: 0,
  refused: [],
  isStuck: false,
};

/** Adds the answer of one round of ledger/post-bank-statement. */
export function withRound(so: Posting, result: Record<string, unknown>): Posting {
  const [posted, alreadyBooked, left] = [result.posted, result.alreadyBooked, result.left].map((count) =>
    Number(count ?? 0),
  ) as [number, number, number];
  const refused = Array.isArray(result.refused) ? (result.refused as RefusedLine[]) : [];
  const known = new Set(so.refused.map(({ row }) => row));
  return {
    booked: so.booked + posted,
    alreadyBooked: so.alreadyBooked + alreadyBooked,
    left,
    refused: [...so.refused, ...refused.filter(({ row }) => !known.has(row))],
    isStuck: left > 0 && posted + alreadyBooked === 0,
  };
}
