/** A bank statement with its lines, as they lie in the workspace: what is shown is what is posted. */
import type { BankLineState } from '#domain/ledger/collection-states.ts';
import { allPages, type Connection, listField, literal, query } from '#widgets/shared/api/graphql.ts';
import { byId, first } from '#widgets/shared/command-form/one-record.ts';
import { MONEY } from '#widgets/shared/command-form/record-texts.ts';
import type { StoredAmount } from '#widgets/shared/format/amount.ts';

export type StatementRecord = {
  id: string;
  name: string | null;
  account: string | null;
  currencyCode: string | null;
  readAt: string | null;
};

export type BankLine = {
  id: string;
  lineNumber: number | null;
  state: BankLineState | null;
  valueOn: string | null;
  amount: StoredAmount;
  counterparty: string | null;
  reference: string | null;
  why: string | null;
  contract: { name: string | null } | null;
};

export type BankStatement = { record: StatementRecord; lines: BankLine[] };

const LINE_FIELDS = `id lineNumber state valueOn amount ${MONEY} counterparty reference why contract { name }`;

export async function readBankStatement(id: string): Promise<BankStatement | null> {
  const lines = {
    root: 'keyturnBankStatementLines',
    fields: LINE_FIELDS,
    filter: `{ bankStatementId: { eq: ${literal(id)} } }`,
    orderBy: '[{ lineNumber: AscNullsLast }]',
  };
  const data = await query<{
    keyturnBankStatements: Connection<StatementRecord>;
    keyturnBankStatementLines: Connection<BankLine>;
  }>(
    `query { ${byId('keyturnBankStatements', 'id name account currencyCode readAt', id)} ${listField(lines)} }`,
  );
  const record = first(data.keyturnBankStatements);
  if (record === null) return null;
  return { record, lines: await allPages<BankLine>(lines, data.keyturnBankStatementLines) };
}

/** Those that need a person come first. */
export const SHOWN_STATES: readonly BankLineState[] = [
  'DOUBTFUL',
  'UNMATCHED',
  'MATCHED',
  'ALREADY_BOOKED',
  'POSTED',
  'IGNORED',
];

export function countOf(lines: readonly BankLine[], state: BankLineState): number {
  return lines.filter((line) => line.state === state).length;
}

/** The lines of one state, or all of them: first those that need a person. */
export function chosenLines(lines: readonly BankLine[], state: BankLineState | null): BankLine[] {
  if (state !== null) return lines.filter((line) => line.state === state);
  return SHOWN_STATES.flatMap((each) => lines.filter((line) => line.state === each));
}

const POSTABLE: readonly (BankLineState | null)[] = ['MATCHED', 'DOUBTFUL', 'UNMATCHED'];

/** Lines that posting would book: matched, or with a contract that a person has chosen. */
export function postableCount(lines: readonly BankLine[]): number {
  return lines.filter(({ state, contract }) => contract !== null && POSTABLE.includes(state)).length;
}
