/**
 * A workspace of so many units, contracts and installments, put into the tables by SQL: three projects in two
 * currencies and two time zones, deals of more than three years in every state, money of every kind. Nothing in it is
 * random, so that a failure can be looked at again. Totals of contracts follow from their installments.
 */
import type { Workspace } from '#scripts/workspace/index.ts';
import { serviceRows } from './service-ground.ts';

export type GroundSize = { units: number; contracts: number; installments: number };

export const BIG: GroundSize = { units: 20_000, contracts: 15_000, installments: 400_000 };
export const SMALL: GroundSize = { units: 200, contracts: 150, installments: 4_000 };

type Columns = Record<string, string>;

const idOf = (kind: string, number: string) => `md5('${kind} ' || (${number}))::uuid`;
/** A number below `below` that follows from another one and looks like none. */
const some = (number: string, below: number, salt = 1) =>
  `(abs(hashint8extended((${number})::bigint, ${salt})) % ${below})::int`;

function money(name: string, cents: string, currency: string): Columns {
  return { [`${name}AmountMicros`]: `(${cents})::numeric * 10000`, [`${name}CurrencyCode`]: currency };
}

function insert(table: string, columns: Columns, from: string): string {
  const names = Object.keys(columns).map((name) => `"${name}"`);
  return `INSERT INTO "${table}" (${names.join(', ')}) SELECT ${Object.values(columns).join(', ')} FROM ${from}`;
}

const projectOf = (unit: string) =>
  `(CASE WHEN (${unit}) % 10 < 6 THEN 0 WHEN (${unit}) % 10 < 9 THEN 1 ELSE 2 END)`;
const currencyOf = (unit: string) => `(CASE WHEN ${projectOf(unit)} = 2 THEN 'EUR' ELSE 'TWD' END)`;
const choose = (number: string, values: readonly string[], salt: number) =>
  `(ARRAY[${values.map((value) => `'${value}'`).join(',')}])[1 + ${some(number, values.length, salt)}]`;

const LIVE = ['SIGNED', 'EFFECTIVE', 'FILED', 'PERFORMING', 'COMPLETED', 'SIGNED', 'PERFORMING'];
const ENDED = ['CANCELLED', 'TERMINATED', 'RESCINDED', 'CANCEL_PENDING'];
const contractState = `CASE WHEN c % 101 = 5 THEN 'DRAFT' WHEN c % 17 = 3 THEN ${choose('c', ENDED, 2)} ELSE ${choose('c', LIVE, 3)} END`;
const FREE = [
  'AVAILABLE',
  'AVAILABLE',
  'HELD',
  'SMALL_RESERVED',
  'LARGE_RESERVED',
  'PLANNED',
  'CONTROLLED',
  'FROZEN',
];

/** `today` as `YYYY-MM-DD`; `members` are whom deals belong to. */
export async function fillBigGround(
  workspace: Workspace,
  { units, contracts, installments }: GroundSize,
  today: string,
  members: readonly string[],
): Promise<void> {
  const day = `date '${today}'`;
  const series = (count: number, name: string) => `generate_series(0, ${count - 1}) AS ${name}`;
  const signedOn = (c: string) => `(${day} - ${some(c, 1_200, 11)})`;
  const member = (number: string) =>
    `(CASE WHEN ${some(number, 40, 5)} = 0 THEN NULL ELSE (ARRAY[${members.map((id) => `'${id}'`).join(',')}])[1 + ${some(number, members.length, 6)}]::uuid END)`;
  const reservations = contracts + Math.round(contracts / 5);
  const perContract = Math.ceil(installments / contracts);
  const cents = '(500000000 + c::bigint * 104729 % 900000000)';
  const moment = (date: string, number: string) =>
    `((${date})::timestamp + make_interval(mins => ${some(number, 1_440, 12)})) AT TIME ZONE 'UTC'`;

  const statements = [
    insert(
      'keyturnProject',
      {
        id: idOf('project', 'p'),
        name: `'Project ' || p`,
        currencyCode: `CASE WHEN p = 2 THEN 'EUR' ELSE 'TWD' END`,
        timeZone: `CASE WHEN p = 2 THEN 'Europe/Berlin' ELSE 'Asia/Taipei' END`,
      },
      series(3, 'p'),
    ),
    insert(
      'keyturnUnitType',
      { id: idOf('type', 't'), name: `'Type ' || t`, projectId: idOf('project', 't % 3') },
      series(24, 't'),
    ),
    insert(
      'keyturnUnit',
      {
        id: idOf('unit', 'u'),
        name: `'U-' || u`,
        projectId: idOf('project', projectOf('u')),
        unitTypeId: `CASE WHEN u % 29 = 0 THEN NULL ELSE ${idOf('type', `${some('u', 8, 7)} * 3 + ${projectOf('u')}`)} END`,
        kind: `CASE WHEN u % 11 = 0 THEN 'PARKING' WHEN u % 97 = 0 THEN 'SHOP' ELSE 'RESIDENCE' END`,
        areaSquareMetres: `round((40 + ${some('u', 12_000, 8)} / 100.0)::numeric, 2)`,
        state: `CASE WHEN u < ${contracts} AND u % 17 <> 3 THEN ${choose('u', ['CONTRACTED', 'HANDED_OVER', 'TITLED'], 9)} ELSE ${choose('u', FREE, 10)} END`,
        releasedAt: `CASE WHEN u % 13 = 1 THEN NULL ELSE ${moment(`${day} - ${some('u', 1_500, 13)}`, 'u')} END`,
        ...money('listPrice', '(500000000 + u::bigint * 104729 % 900000000)', currencyOf('u')),
      },
      series(units, 'u'),
    ),
    insert(
      'keyturnReservation',
      {
        id: idOf('reservation', 'c'),
        name: `'R-' || c`,
        unitId: idOf('unit', `c % ${units}`),
        salespersonId: member('c'),
        state: `CASE WHEN c < ${contracts} AND c % 101 <> 5 THEN 'CONVERTED' ELSE ${choose('c', ['ACTIVE', 'EXPIRED', 'CANCELLED_REFUND', 'FORFEITED', 'PENDING_APPROVAL', 'DRAFT'], 14)} END`,
        stage: `CASE WHEN c % 3 = 0 THEN 'SMALL' ELSE 'LARGE' END`,
        reservedAt: moment(`${signedOn('c')} - ${some('c', 40, 15)}`, 'c'),
        ...money(
          'listPrice',
          `CASE WHEN c % 7 = 0 THEN NULL ELSE ${cents} * 105 / 100 END`,
          currencyOf(`c % ${units}`),
        ),
        ...money('price', cents, currencyOf(`c % ${units}`)),
      },
      series(reservations, 'c'),
    ),
    insert(
      'keyturnContract',
      {
        id: idOf('contract', 'c'),
        name: `'C-' || c`,
        unitId: idOf('unit', 'c'),
        reservationId: `CASE WHEN c % 101 = 5 THEN NULL ELSE ${idOf('reservation', 'c')} END`,
        salespersonId: member('c'),
        state: contractState,
        signedOn: signedOn('c'),
        cancelledOn: `CASE WHEN c % 17 = 3 THEN least(${day}, ${signedOn('c')} + ${some('c', 300, 16)}) END`,
        contractArea: `round((40 + ${some('c', 12_000, 8)} / 100.0)::numeric, 4)`,
        ...money('price', cents, currencyOf('c')),
        ...money('lateFee', `${some('c', 90_000, 17)} + 10`, currencyOf('c')),
        ...money('lateFeePaid', `${some('c', 40_000, 18)}`, currencyOf('c')),
        ...money('lateFeeWaived', `CASE WHEN c % 9 = 0 THEN 5 ELSE 0 END`, currencyOf('c')),
        ...money('prepaid', `CASE WHEN c % 23 = 0 THEN 1234567 ELSE 0 END`, currencyOf('c')),
      },
      series(contracts, 'c'),
    ),
    installmentRows(installments, perContract, signedOn, day),
    ...moneyRows({ contracts, day, moment, signedOn }),
    ...serviceRows({ insert, idOf, some, choose, projectOf, member, day, units, contracts }),
    TOTALS,
    'ANALYZE',
  ];
  // Keys between the tables hold by how the rows are made; looking each up takes most of the time.
  await workspace.sql('SET session_replication_role = replica');
  for (const statement of statements) await workspace.sql(statement);
  await workspace.sql('SET session_replication_role = DEFAULT');
}

/** Of every contract the last three wait for a milestone, the keys and a loan; earlier ones are mostly paid. */
function installmentRows(
  count: number,
  perContract: number,
  signedOn: (c: string) => string,
  day: string,
): string {
  const dueOn = `(CASE WHEN seq > ${perContract - 3} THEN NULL ELSE ${signedOn('c')} + seq * 37 END)`;
  const amount = '(1000000 + i::bigint * 7919 % 40000000)';
  const isEnded = 'c % 17 = 3';
  const isPaid = `(dueon < ${day} AND ${some('i', 100, 21)} < 88)`;
  const isPart = `(${some('i', 100, 21)} BETWEEN 88 AND 93 AND NOT ${isEnded})`;
  const state = `CASE WHEN ${isEnded} THEN 'CANCELLED' WHEN ${isPaid} THEN 'PAID' WHEN dueon IS NULL THEN 'SCHEDULED' WHEN dueon < ${day} THEN 'OVERDUE' WHEN dueon = ${day} THEN 'DUE' WHEN ${isPart} THEN 'PARTIALLY_PAID' ELSE 'PENDING' END`;
  const credited = `CASE WHEN ${isEnded} THEN ${amount} WHEN i % 311 = 0 THEN 100000 ELSE 0 END`;
  const paid = `CASE WHEN ${isEnded} THEN 0 WHEN ${isPaid} THEN ${amount} - (${credited}) WHEN ${isPart} THEN ${amount} / 3 ELSE 0 END`;
  return insert(
    'keyturnInstallment',
    {
      id: idOf('installment', 'i'),
      name: `'C-' || c || ' · ' || seq`,
      contractId: idOf('contract', 'c'),
      seq: 'seq',
      chargeType: choose('i', ['HOUSE_PRICE', 'HOUSE_PRICE', 'HOUSE_PRICE', 'OTHER_FEE', 'TAX'], 22),
      anchor: `CASE seq WHEN ${perContract} THEN 'LOAN' WHEN ${perContract - 1} THEN 'HANDOVER' WHEN ${perContract - 2} THEN 'MILESTONE' ELSE 'DATE' END`,
      dueOn: 'dueon',
      state,
      ...money('amount', amount, currencyOf('c')),
      ...money('credited', credited, currencyOf('c')),
      ...money('paid', paid, currencyOf('c')),
    },
    `(SELECT i, c, seq, ${dueOn} AS dueon FROM (SELECT i, i / ${perContract} AS c, i % ${perContract} + 1 AS seq FROM generate_series(0, ${count - 1}) AS i) AS numbered) AS dated`,
  );
}

type MoneyGround = {
  contracts: number;
  day: string;
  moment: (date: string, number: string) => string;
  signedOn: (c: string) => string;
};

function moneyRows({ contracts, day, moment, signedOn }: MoneyGround): string[] {
  const of = (count: number, name: string) =>
    `generate_series(0, ${Math.max(1, Math.round(count)) - 1}) AS ${name}`;
  const contract = (number: string) => `(${number}) % ${contracts}`;
  return [
    insert(
      'keyturnReceipt',
      {
        id: idOf('receipt', 'r'),
        name: `'RC-' || r`,
        contractId: idOf('contract', contract('r')),
        method: `CASE WHEN r % 71 = 0 THEN 'COMPENSATION' WHEN r % 5 = 0 THEN 'CHEQUE' ELSE 'TRANSFER' END`,
        state: choose('r', ['CLEARED', 'CLEARED', 'CLEARED', 'PENDING_CLEARANCE', 'BOUNCED', 'REVERSED'], 31),
        bookedOn: `${day} - ${some('r', 1_000, 32)}`,
        closedOn: `${day} - ${some('r', 90, 33)}`,
        ...money('amount', `100000 + r::bigint * 7919 % 9000000`, currencyOf(contract('r'))),
      },
      of(contracts * 2, 'r'),
    ),
    insert(
      'keyturnPaymentPromise',
      {
        id: idOf('promise', 'p'),
        name: `'P-' || p`,
        contractId: idOf('contract', contract('p')),
        state: choose('p', ['OPEN', 'KEPT', 'BROKEN', 'WITHDRAWN'], 34),
        payBy: `${day} + ${some('p', 60, 35)} - 30`,
        decidedOn: `${day} - ${some('p', 60, 36)}`,
        ...money('amount', `300000 + p * 17`, currencyOf(contract('p'))),
        ...money('paidSince', `CASE WHEN p % 4 = 0 THEN 100000 ELSE 0 END`, currencyOf(contract('p'))),
      },
      of(contracts / 20, 'p'),
    ),
    insert(
      'keyturnBankStatementLine',
      {
        id: idOf('line', 'l'),
        name: `'L-' || l`,
        state: choose('l', ['MATCHED', 'DOUBTFUL', 'UNMATCHED', 'POSTED', 'IGNORED'], 37),
        ...money('amount', `200000 + l * 31`, currencyOf('l')),
      },
      of(contracts / 20, 'l'),
    ),
    insert(
      'keyturnMortgageCase',
      {
        id: idOf('case', 'm'),
        name: `'M-' || m`,
        contractId: idOf('contract', contract('m')),
        bank: choose('m', ['Bank of Tainan', 'First Harbour', 'Provident'], 38),
        state: choose(
          'm',
          [
            'COLLECTING',
            'SUBMITTED',
            'SUPPLEMENT',
            'APPROVED',
            'SIGNED',
            'PRE_REGISTERED',
            'DISBURSED',
            'DISBURSED',
            'REJECTED',
            'CLOSED',
          ],
          39,
        ),
        stateSince: `${day} - ${some('m', 120, 40)}`,
        disbursedOn: `${signedOn(contract('m'))} + 20 + ${some('m', 90, 41)}`,
        ...money('amountAsked', `300000000 + m * 7919`, currencyOf(contract('m'))),
        ...money('amountApproved', `290000000 + m * 7919`, currencyOf(contract('m'))),
        ...money('amountDisbursed', `CASE WHEN m % 6 = 0 THEN 1000000 ELSE 0 END`, currencyOf(contract('m'))),
      },
      of(contracts / 5, 'm'),
    ),
    insert(
      'keyturnUnitHold',
      {
        id: idOf('hold', 'h'),
        name: `'H-' || h`,
        unitId: idOf('unit', contract('h')),
        kind: `CASE WHEN h % 10 = 0 THEN 'VIP' ELSE 'SALES' END`,
        state: choose('h', ['ACTIVE', 'TAKEN', 'RELEASED', 'EXPIRED'], 42),
        salespersonId: `(SELECT "salespersonId" FROM "keyturnContract" WHERE id = ${idOf('contract', contract('h'))})`,
        heldAt: moment(`${day} - ${some('h', 800, 43)}`, 'h'),
      },
      of(contracts / 3, 'h'),
    ),
    insert(
      'keyturnHandover',
      {
        id: idOf('handover', 'c'),
        name: `'HO-' || c`,
        contractId: idOf('contract', 'c'),
        unitId: idOf('unit', 'c'),
        state: choose('c', ['NOTIFIED', 'BOOKED', 'SNAGS_OPEN', 'NO_SHOW', 'ACCEPTED', 'KEYS_HANDED'], 44),
        noShows: some('c', 3, 46),
        handedOverOn: `CASE WHEN c % 2 = 0 THEN ${day} - ${some('c', 500, 45)} END`,
      },
      of(contracts / 2, 'c'),
    ),
  ];
}

/** What a contract says of its installments, as the nightly sweep writes it. */
const TOTALS = `
  UPDATE "keyturnContract" AS contract
  SET "paidAmountMicros" = total.paid, "paidCurrencyCode" = contract."priceCurrencyCode",
    "overdueAmountMicros" = total.overdue, "overdueCurrencyCode" = contract."priceCurrencyCode",
    "overdueSince" = total.since
  FROM (
    SELECT "contractId" AS id, sum("paidAmountMicros") AS paid,
      COALESCE(sum("amountAmountMicros" - "creditedAmountMicros" - "paidAmountMicros") FILTER (WHERE state = 'OVERDUE'), 0) AS overdue,
      min("dueOn") FILTER (WHERE state = 'OVERDUE') AS since
    FROM "keyturnInstallment" GROUP BY 1
  ) AS total
  WHERE contract.id = total.id`;
