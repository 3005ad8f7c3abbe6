/** Plain SQL over the workspace's tables, and its answers as the figures have them. */
import type { Workspace } from '#scripts/workspace/index.ts';
import type { Told } from '#widgets/insight/board/scope.ts';

export type Row = Record<string, string | number | null>;

export type Sql = {
  all: (text: string) => Promise<Row[]>;
  one: (text: string) => Promise<Row>;
  told: Told;
  /** Conditions of contracts, reservations, units, … of the board's projects; tables are called by one letter. */
  ofUnit: (alias: string) => string;
  ofProject: (alias: string) => string;
  today: string;
};

export function sqlOf(workspace: Workspace, told: Told): Sql {
  const all = (text: string) => workspace.sql<Row>(text);
  const { place, currency } = told;
  const projects =
    place.kind === 'ONE'
      ? `SELECT id FROM "keyturnProject" WHERE id = '${place.project.id}'`
      : `SELECT id FROM "keyturnProject" WHERE "currencyCode" = '${currency}'`;
  return {
    all,
    one: async (text) => (await all(text))[0] ?? {},
    told,
    ofUnit: (alias) =>
      `${alias}."deletedAt" IS NULL AND ${alias}."unitId" IN (SELECT id FROM "keyturnUnit" WHERE "projectId" IN (${projects}))`,
    ofProject: (alias) => `${alias}."deletedAt" IS NULL AND ${alias}."projectId" IN (${projects})`,
    today: `date '${told.today}'`,
  };
}

/** Of millionths. */
export function moneyIn(currency: string) {
  return (micros: string | number | null | undefined) => ({
    minor: BigInt(String(micros ?? 0).replace(/\.0*$/, '')) / 10_000n,
    currency,
  });
}

export const int = (value: string | number | null | undefined) => Number(value ?? 0);
export const area = (value: string | number | null | undefined) =>
  BigInt(Math.round(Number(value ?? 0) * 10_000));

/** Six decimals as the figures have them; null where SQL divides by nothing. */
export const share = (value: string | number | null | undefined) =>
  value === null || value === undefined ? null : Number(value);

/** `part / whole` in SQL; the whole must be above zero. */
export const over = (part: string, whole: string) =>
  `CASE WHEN (${whole}) > 0 THEN round((${part})::numeric / (${whole})::numeric, 6)::text END`;

export const OPEN = `one."amountAmountMicros" - COALESCE(one."creditedAmountMicros", 0) - COALESCE(one."paidAmountMicros", 0)`;
export const IS_OPEN = `one."deletedAt" IS NULL AND one.state NOT IN ('PAID', 'WAIVED', 'CANCELLED')`;
export const ENDED = `('CANCEL_PENDING', 'CANCELLED', 'RESCINDED', 'TERMINATED')`;
export const UNSIGNED = `('DRAFT', 'PENDING_APPROVAL')`;
