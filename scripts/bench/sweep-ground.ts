/**
 * Contracts for the bench of the nightly sweep, put into the tables by SQL as commands would have left them:
 * sealed, some installments paid, most not due, and in some contracts two that change on TODAY. Certified
 * milestones and installments without a date are there only to be left unread; receipts, which no sweep
 * reads, are left out.
 */
import { plainDate } from '#domain/shared/plain-date.ts';
import { type GuardedObject, SEALED } from '#port/guarded.ts';
import { RECORDS } from '#port/records.ts';
import type { Workspace } from '#scripts/workspace/index.ts';

export const YESTERDAY = plainDate('2026-03-19');
export const TODAY = plainDate('2026-03-20');

/** `changed` of the installments change on TODAY, two to a contract. */
export type SweepSize = { installments: number; changed: number };

const TO_A_CONTRACT = 36;
const CONTRACTS_TO_A_BUILDING = 50;
const MILESTONES = 8;
/** The last ones wait for a milestone that nobody has certified. */
const DATED = 32;

const idOf = (kind: string, number: string) => `md5('${kind} ' || (${number}))::uuid`;

const CENTS = '(1000000 + i::bigint * 7919 % 4000000)';
/** Of the third installment of every fourth late contract, in one receipt or in two. */
const FIRST_PART = `(${CENTS} / 3)`;
const SECOND_PART = '(CASE WHEN c % 8 = 1 THEN 12345 ELSE 0 END)';
const isPartPaid = (late: number) => `(c < ${late} AND c % 4 = 1 AND seq = 3)`;
/** Late contracts come first; what is not late has paid its third, too. */
const isPaid = (late: number) => `(seq < 3 OR (seq = 3 AND c >= ${late}))`;

/**
 * Installments are a fortnight apart. The third of a late contract fell due on 5 March, its fourth
 * yesterday; every tenth is a day behind, so that its fourth is due today. None fell due before the turn of
 * the month: the fees of last month are billed by posting, which is not what is measured here.
 */
const dueOn = (late: number) =>
  `(CASE WHEN c >= ${late} THEN date '2026-03-13' WHEN c % 10 = 0 THEN date '2026-03-06'
    ELSE date '2026-03-05' END + 14 * (seq - 3))`;

/** Fills an empty workspace. No late fee has come up yet: that is for a sweep as of YESTERDAY. */
export async function fillForSweep(
  workspace: Workspace,
  { installments, changed }: SweepSize,
): Promise<void> {
  const contracts = Math.ceil(installments / TO_A_CONTRACT);
  const buildings = Math.ceil(contracts / CONTRACTS_TO_A_BUILDING);
  const late = changed / 2;
  const perContract = `generate_series(0, ${contracts - 1}) AS c`;
  const perInstallment = `(SELECT i, i / ${TO_A_CONTRACT} AS c, i % ${TO_A_CONTRACT} + 1 AS seq
    FROM generate_series(0, ${installments - 1}) AS i) AS numbered`;
  const statements = [
    insert('keyturnProject', { id: idOf('project', '0'), ...text({ name: 'Bench', timeZone: 'UTC' }) }),
    insert(
      'keyturnBuilding',
      { id: idOf('building', 'b'), name: `'House ' || b`, projectId: idOf('project', '0') },
      `generate_series(0, ${buildings - 1}) AS b`,
    ),
    sealed('milestone', milestone, `generate_series(0, ${buildings * MILESTONES - 1}) AS m`),
    insert('keyturnUnit', unit, perContract),
    sealed('contract', contract, perContract),
    sealed('installment', installment(late), perInstallment),
    sealed('allocation', allocation(FIRST_PART, '2026-03-10'), `${perInstallment} WHERE ${isPartPaid(late)}`),
    sealed(
      'allocation',
      allocation(SECOND_PART, '2026-03-14'),
      `${perInstallment} WHERE ${isPartPaid(late)} AND ${SECOND_PART} > 0`,
    ),
    TOTALS,
    'ANALYZE',
  ];
  for (const statement of statements) await workspace.sql(statement);
}

const milestone = {
  id: idOf('milestone', 'm'),
  name: `'Milestone ' || m`,
  code: `'M' || m % ${MILESTONES}`,
  step: `m % ${MILESTONES} + 1`,
  buildingId: idOf('building', `m / ${MILESTONES}`),
  certifiedOn: `CASE WHEN m % ${MILESTONES} < ${MILESTONES - 1} THEN date '2026-02-01' END`,
};

const unit = {
  id: idOf('unit', 'c'),
  name: `'B ' || c`,
  number: 'c',
  buildingId: idOf('building', `c / ${CONTRACTS_TO_A_BUILDING}`),
  projectId: idOf('project', '0'),
};

const contract = {
  id: idOf('contract', 'c'),
  name: `'B-' || c`,
  unitId: idOf('unit', 'c'),
  ...text({ state: 'PERFORMING', allocationOrder: 'PRINCIPAL_FIRST', dueDayRule: 'AS_IS' }),
  ...text({ lateFeeGraceFrom: 'DUE', lateFeeBandMode: 'WHOLE_PERIOD' }),
  lateFeeRate: '5',
  signedOn: `date '2026-02-01'`,
  ...euros('price', '1'),
  ...euros('prepaid', '0'),
};

const installment = (late: number) => ({
  id: idOf('installment', 'i'),
  name: `'B-' || c || ' · ' || seq`,
  contractId: idOf('contract', 'c'),
  seq: 'seq',
  ...text({ chargeType: 'HOUSE_PRICE' }),
  dueOn: `CASE WHEN seq <= ${DATED} THEN ${dueOn(late)} END`,
  anchor: `CASE WHEN seq <= ${DATED} THEN 'SIGNING' ELSE 'MILESTONE' END`,
  milestoneId: `CASE WHEN seq > ${DATED} THEN ${idOf('milestone', `c / ${CONTRACTS_TO_A_BUILDING} * ${MILESTONES} + ${MILESTONES - 1}`)} END`,
  monthsAfter: '0',
  daysAfter: '0',
  state: `CASE WHEN ${isPaid(late)} THEN 'PAID' WHEN seq > ${DATED} THEN 'SCHEDULED'
    WHEN ${isPartPaid(late)} THEN 'PARTIALLY_PAID' ELSE 'PENDING' END`,
  settledOn: `CASE WHEN ${isPaid(late)} THEN ${dueOn(late)} END`,
  ...euros('amount', CENTS),
  ...euros(
    'paid',
    `CASE WHEN ${isPaid(late)} THEN ${CENTS} WHEN ${isPartPaid(late)} THEN ${FIRST_PART} + ${SECOND_PART} ELSE 0 END`,
  ),
  ...Object.assign(
    {},
    ...['credited', 'lateFee', 'lateFeePaid', 'lateFeeWaived'].map((name) => euros(name, '0')),
  ),
});

const allocation = (cents: string, on: string) => ({
  id: idOf(`allocation ${on}`, 'i'),
  name: `'B-' || c`,
  contractId: idOf('contract', 'c'),
  installmentId: idOf('installment', 'i'),
  ...text({ kind: 'PRINCIPAL' }),
  ...euros('amount', cents),
  allocatedOn: `date '${on}'`,
  postedOn: `date '${on}'`,
  slotKey: `'${on} ' || i`,
});

/** Price and paid follow from the installments, as everywhere. The price is sealed. */
const TOTALS = `
  UPDATE "keyturnContract" AS contract
  SET "priceAmountMicros" = total.amount, "paidAmountMicros" = total.paid, "paidCurrencyCode" = 'EUR',
    seal = jsonb_set(seal, '{price,amount}', to_jsonb((total.amount / 1000000)::numeric(18, 2)::text))
  FROM (
    SELECT "contractId" AS id, sum("amountAmountMicros") AS amount, sum("paidAmountMicros") AS paid
    FROM "keyturnInstallment" GROUP BY 1
  ) AS total
  WHERE contract.id = total.id`;

type Columns = Record<string, string>;

/** Column names and the SQL of their values. */
function text(values: Columns): Columns {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, `'${value}'::text`]));
}

function euros(name: string, cents: string): Columns {
  return { [`${name}AmountMicros`]: `(${cents}) * 10000::numeric`, [`${name}CurrencyCode`]: `'EUR'::text` };
}

function insert(table: string, columns: Columns, from?: string): string {
  const names = Object.keys(columns).map((name) => `"${name}"`);
  const source = from === undefined ? '' : ` FROM ${from}`;
  return `INSERT INTO "${table}" (${names.join(', ')}) SELECT ${Object.values(columns).join(', ')}${source}`;
}

/** The seal is made of the columns as they are inserted: what `sealOf` would say of the record. */
function sealed(object: GuardedObject, columns: Columns, from: string): string {
  const names = Object.keys(columns).map((name) => `"${name}"`);
  const values = Object.entries(columns).map(([name, sql]) => `${sql} AS "${name}"`);
  const table = `keyturn${object.charAt(0).toUpperCase()}${object.slice(1)}`;
  const parts = SEALED[object].map((name) => `'${name}', ${sealedValue(object, name, columns)}`);
  return `INSERT INTO "${table}" (${names.join(', ')}, seal)
    SELECT ${names.join(', ')}, jsonb_build_object(${parts.join(', ')})
    FROM (SELECT ${values.join(', ')} FROM ${from}) AS made`;
}

function sealedValue(object: GuardedObject, name: string, columns: Columns): string {
  const kinds: Record<string, { kind: string }> = RECORDS[object];
  if (kinds[name]?.kind !== 'money') return name in columns ? `"${name}"` : 'NULL';
  if (!(`${name}AmountMicros` in columns)) return 'NULL';
  const amount = `("${name}AmountMicros" / 1000000)::numeric(18, 2)::text`;
  return `jsonb_build_object('amount', ${amount}, 'currency', "${name}CurrencyCode")`;
}
