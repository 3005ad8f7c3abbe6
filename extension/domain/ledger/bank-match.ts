/**
 * Room ledger: whose money a line of a bank's statement is (H1). Matched is a line only by a virtual account, a
 * payment reference or a contract number that names one contract; never by a name, never by an amount. May
 * touch shared values only.
 */
import {
  type Evidence,
  type EvidenceFinder,
  evidenceFinder,
  type Findings,
  type PayableContract,
} from './bank-evidence.ts';
import type { IgnoredWhy, Statement, StatementLine } from './bank-statement.ts';

export type { Evidence, IdentityCode, OpenItem, PayableContract } from './bank-evidence.ts';

/** Candidates come best first; a score means nothing but this order. */
export type Candidate = { contractId: string; why: Evidence[]; score: number };

export type UnmatchedWhy = { code: 'NOTHING_FOUND' } | { code: 'NAME_ONLY'; contractIds: string[] };

export type Outcome =
  | { kind: 'MATCHED'; contractId: string; why: Evidence[] }
  | { kind: 'DOUBTFUL'; candidates: Candidate[] }
  | { kind: 'UNMATCHED'; why: UnmatchedWhy }
  | { kind: 'ALREADY_BOOKED'; receipt: string }
  | { kind: 'IGNORED'; why: IgnoredWhy };

/** `key` is null for an ignored row, which has none. */
export type LineMatch = { line: number; key: string | null; outcome: Outcome };

/**
 * All lines and ignored rows in the file's order. `contracts` are all that may still get money, those without
 * open installments included, so that their numbers are known; `booked` gives the receipt of a key.
 */
export function matchStatement(
  { lines, ignored }: Pick<Statement, 'lines' | 'ignored'>,
  contracts: readonly PayableContract[],
  booked: ReadonlyMap<string, string>,
): LineMatch[] {
  const finder = evidenceFinder(contracts);
  const matched = lines.map((line): LineMatch => {
    const receipt = booked.get(line.key);
    const outcome: Outcome =
      receipt === undefined ? matchLine(line, finder) : { kind: 'ALREADY_BOOKED', receipt };
    return { line: line.line, key: line.key, outcome };
  });
  const rest = ignored.map(
    ({ line, why }): LineMatch => ({ line, key: null, outcome: { kind: 'IGNORED', why } }),
  );
  return [...matched, ...rest].sort((one, other) => one.line - other.line);
}

const IDENTITIES: ReadonlySet<Evidence['code']> = new Set([
  'VIRTUAL_ACCOUNT',
  'REFERENCE',
  'CONTRACT_NUMBER',
]);

function matchLine(line: StatementLine, finder: EvidenceFinder): Outcome {
  const numbers = finder.numbers(line);
  const identified = [...numbers].filter(([, why]) => why.some(({ code }) => IDENTITIES.has(code)));
  const [first] = identified;
  if (first === undefined) return guess(line, numbers, finder);
  const supported = identified.map(
    ([contract, why]) => [contract, support(line, contract, why, finder)] as const,
  );
  const [contract] = first;
  if (identified.length > 1 || contract.currency !== line.amount.currency) return doubtful(supported);
  return { kind: 'MATCHED', contractId: contract.id, why: supported[0]?.[1] ?? [] };
}

/** What else speaks for a contract that a number names, and what against. */
function support(
  line: StatementLine,
  contract: PayableContract,
  why: readonly Evidence[],
  finder: EvidenceFinder,
): Evidence[] {
  const [expected, given] = [contract.currency, line.amount.currency];
  const difference: Evidence[] = expected === given ? [] : [{ code: 'CURRENCY_DIFFERS', expected, given }];
  return [...difference, ...why, ...finder.amounts(line, contract)];
}

const MOST_NAMESAKES = 10;

/** Without a number: a name or a unit counts with an amount that is open to the cent, a part of a number always. */
function guess(line: StatementLine, numbers: Findings, finder: EvidenceFinder): Outcome {
  const names = finder.names(line);
  const candidates: (readonly [PayableContract, Evidence[]])[] = [];
  for (const contract of new Set([...numbers.keys(), ...names.keys()])) {
    const why = [...(numbers.get(contract) ?? []), ...(names.get(contract) ?? [])];
    const amounts = finder.amounts(line, contract);
    const isPartOfNumber = why.some(({ code }) => code === 'NUMBER_NOT_WHOLE');
    if (isPartOfNumber || amounts.length > 0)
      candidates.push([contract, support(line, contract, why, finder)]);
  }
  if (candidates.length > 0) return doubtful(candidates);
  const contractIds = [...names.keys()].slice(0, MOST_NAMESAKES).map(({ id }) => id);
  return {
    kind: 'UNMATCHED',
    why: contractIds.length === 0 ? { code: 'NOTHING_FOUND' } : { code: 'NAME_ONLY', contractIds },
  };
}

const SCORES: Readonly<Record<Evidence['code'], number>> = {
  VIRTUAL_ACCOUNT: 100,
  REFERENCE: 90,
  CONTRACT_NUMBER: 80,
  NUMBER_NOT_WHOLE: 45,
  PAYER_NAME: 40,
  INSTALLMENT_AMOUNT: 30,
  NAME_IN_TEXT: 25,
  UNIT_NAME: 20,
  WHOLE_OPEN_AMOUNT: 20,
  CURRENCY_DIFFERS: -50,
};

const MOST_CANDIDATES = 20;

function doubtful(found: readonly (readonly [PayableContract, Evidence[]])[]): Outcome {
  const candidates = found.map(([contract, why]) => ({
    contract,
    why,
    score: why.reduce((score, { code }) => score + SCORES[code], 0),
  }));
  candidates.sort((one, other) => other.score - one.score || byNumber(one.contract, other.contract));
  return {
    kind: 'DOUBTFUL',
    candidates: candidates
      .slice(0, MOST_CANDIDATES)
      .map(({ contract, why, score }) => ({ contractId: contract.id, why, score })),
  };
}

/** Ties are broken the same way on every machine. */
function byNumber(one: PayableContract, other: PayableContract): number {
  const [left, right] = [`${one.number}\n${one.id}`, `${other.number}\n${other.id}`];
  return left < right ? -1 : left > right ? 1 : 0;
}
