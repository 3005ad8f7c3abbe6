/** What boards of money must say, by SQL: collections, ageing, mortgage, cash forecast, the executive's numbers. */
import { stockBySql, supplyBySql } from './sales-sql.ts';
import { ENDED, IS_OPEN, int, moneyIn, OPEN, over, type Sql, share, UNSIGNED } from './sql.ts';

const BUCKETS = { D1_30: [1, 30], D31_60: [31, 60], D61_90: [61, 90], D91_PLUS: [91, 99_999] } as const;

export async function ageingBySql({ one, all, told, today }: Sql) {
  const money = moneyIn(told.currency);
  const late = `FROM "keyturnInstallment" one WHERE ${IS_OPEN} AND one."amountCurrencyCode" = '${told.currency}' AND one."dueOn" < ${today}`;
  const names = Object.entries(BUCKETS).map(([name, [from, to]]) => {
    const within = `FILTER (WHERE ${today} - one."dueOn" BETWEEN ${from} AND ${to})`;
    return `count(*) ${within}::int AS "${name} n", sum(${OPEN}) ${within}::text AS "${name} open"`;
  });
  const aged = await one(`SELECT ${names.join(', ')} ${late}`);
  const buckets = Object.fromEntries(
    Object.keys(BUCKETS).map((name) => [
      name,
      { count: int(aged[`${name} n`]), open: money(aged[`${name} open`]) },
    ]),
  );
  const whole = await one(`
    SELECT count(*)::int AS n, sum(${OPEN})::text AS open,
      ${over(`sum((${OPEN}) * (${today} - one."dueOn"))`, `sum(${OPEN})`)} AS days ${late}`);
  const charges = await all(
    `SELECT one."chargeType" AS charge, count(*)::int AS n, sum(${OPEN})::text AS open ${late} GROUP BY 1 ORDER BY sum(${OPEN}) DESC`,
  );
  return {
    ageing: {
      buckets,
      overdue: { count: int(whole.n), open: money(whole.open) },
      weightedDays: share(whole.days),
    },
    byCharge: charges.map(({ charge, n, open }) => ({
      charge,
      overdue: { count: int(n), open: money(open) },
    })),
  };
}

export async function collectionsBySql(sql: Sql) {
  const { one, told, today } = sql;
  const money = moneyIn(told.currency);
  const sum = async (text: string) => {
    const row = await one(text);
    return { count: int(row.n), open: money(row.open) };
  };
  const due = (days: number) =>
    sum(
      `SELECT count(*)::int AS n, sum(${OPEN})::text AS open FROM "keyturnInstallment" one
      WHERE ${IS_OPEN} AND one."amountCurrencyCode" = '${told.currency}' AND one."dueOn" BETWEEN ${today} AND ${today} + ${days}`,
    );
  const of = (table: string, amount: string, where: string) =>
    sum(
      `SELECT count(*)::int AS n, sum(${amount})::text AS open FROM "${table}" p
      WHERE p."deletedAt" IS NULL AND p."amountCurrencyCode" = '${told.currency}' AND ${where}`,
    );
  const promised = `p."amountAmountMicros" - COALESCE(p."paidSinceAmountMicros", 0)`;
  const ASKED = `one."amountAmountMicros" - COALESCE(one."creditedAmountMicros", 0)`;
  const since = `(date_trunc('month', ${today}) - interval '11 months')::date`;
  const rates = await one(`
    SELECT ${over(`sum(${OPEN}) FILTER (WHERE ${IS_OPEN} AND one."dueOn" < ${today})`, `sum(${ASKED})`)} AS overdue,
      ${over(
        `sum(one."paidAmountMicros") FILTER (WHERE one."dueOn" >= date_trunc('month', ${today})::date)`,
        `sum(${ASKED}) FILTER (WHERE one."dueOn" >= date_trunc('month', ${today})::date)`,
      )} AS month
    FROM "keyturnInstallment" one
    WHERE one."deletedAt" IS NULL AND one."amountCurrencyCode" = '${told.currency}' AND one."dueOn" BETWEEN ${since} AND ${today}`);
  const fees = await one(`
    SELECT ${over('sum(c."lateFeePaidAmountMicros")', 'sum(c."lateFeeAmountMicros") - COALESCE(sum(c."lateFeeWaivedAmountMicros"), 0)')} AS recovery
    FROM "keyturnContract" c WHERE c."deletedAt" IS NULL AND c."priceCurrencyCode" = '${told.currency}'
      AND c.state NOT IN ${UNSIGNED} AND c.state NOT IN ${ENDED}`);
  return {
    dueToday: await due(0),
    dueIn7: await due(6),
    dueIn30: await due(29),
    ageing: (await ageingBySql(sql)).ageing,
    overdueRatio: share(rates.overdue),
    monthRate: share(rates.month),
    promises: {
      open: await of('keyturnPaymentPromise', promised, `p.state = 'OPEN'`),
      late: await of('keyturnPaymentPromise', promised, `p.state = 'OPEN' AND p."payBy" < ${today}`),
      broken: await of(
        'keyturnPaymentPromise',
        promised,
        `p.state = 'BROKEN' AND p."decidedOn" >= ${today} - 30`,
      ),
    },
    bankLines: {
      unmatched: await of(
        'keyturnBankStatementLine',
        'p."amountAmountMicros"',
        `p.state IN ('UNMATCHED', 'DOUBTFUL')`,
      ),
      matched: await of('keyturnBankStatementLine', 'p."amountAmountMicros"', `p.state = 'MATCHED'`),
    },
    pending: await of('keyturnReceipt', 'p."amountAmountMicros"', `p.state = 'PENDING_CLEARANCE'`),
    bounced: await of(
      'keyturnReceipt',
      'p."amountAmountMicros"',
      `p.state = 'BOUNCED' AND p."closedOn" >= ${today} - 30`,
    ),
    recovery: share(fees.recovery),
  };
}

export async function mortgageBySql({ one, all, told, today }: Sql) {
  const money = moneyIn(told.currency);
  const cases = `FROM "keyturnMortgageCase" m WHERE m."deletedAt" IS NULL AND m."amountAskedCurrencyCode" = '${told.currency}'`;
  const statuses = await all(`
    SELECT m.state, count(*)::int AS n, sum(m."amountAskedAmountMicros")::text AS asked,
      round(avg(${today} - m."stateSince"), 6)::text AS days
    ${cases} AND m.state IN ('COLLECTING', 'SUBMITTED', 'APPROVED') GROUP BY 1 ORDER BY 1`);
  const agreed = await one(`
    SELECT count(*)::int AS n, sum(m."amountApprovedAmountMicros" - COALESCE(m."amountDisbursedAmountMicros", 0))::text AS open
    ${cases} AND m.state IN ('APPROVED', 'SIGNED', 'PRE_REGISTERED')`);
  const median = await one(`
    SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY days)::text AS median FROM (
      SELECT m."disbursedOn" - c."signedOn" AS days, m."amountAskedCurrencyCode" AS currency
      FROM "keyturnMortgageCase" m JOIN "keyturnContract" c ON c.id = m."contractId"
      WHERE m."deletedAt" IS NULL AND m.state = 'DISBURSED' ORDER BY m."disbursedOn" DESC, m.id LIMIT 200
    ) AS last WHERE currency = '${told.currency}'`);
  return {
    statuses: statuses.map(({ state, n, asked, days }) => ({
      state,
      count: int(n),
      asked: money(asked),
      days: share(days),
    })),
    agreed: { count: int(agreed.n), left: money(agreed.open) },
    medianDays: share(median.median),
  };
}

export async function forecastBySql({ one, all, told, today }: Sql) {
  const money = moneyIn(told.currency);
  const open = `FROM "keyturnInstallment" one WHERE ${IS_OPEN} AND one."amountCurrencyCode" = '${told.currency}'`;
  const months = await all(`
    SELECT to_char(month, 'YYYY-MM-DD') AS month, COALESCE(sum(open), 0)::text AS open
    FROM generate_series(date_trunc('month', ${today}::timestamp), date_trunc('month', ${today}::timestamp) + interval '11 months', interval '1 month') AS month
    LEFT JOIN (
      SELECT date_trunc('month', one."dueOn"::timestamp) AS due, sum(${OPEN}) AS open ${open} AND one."dueOn" >= ${today} GROUP BY 1
    ) AS sums ON due = month
    GROUP BY 1 ORDER BY 1`);
  const rest = await one(`
    SELECT COALESCE(sum(${OPEN}) FILTER (WHERE one."dueOn" >= date_trunc('month', ${today}) + interval '12 months'), 0)::text AS later,
      COALESCE(sum(${OPEN}) FILTER (WHERE one."dueOn" < ${today}), 0)::text AS overdue,
      COALESCE(sum(${OPEN}) FILTER (WHERE one."dueOn" IS NULL), 0)::text AS undated, sum(${OPEN})::text AS total ${open}`);
  return {
    months: months.map((row) => ({ month: row.month, open: money(row.open) })),
    later: money(rest.later),
    overdue: money(rest.overdue),
    undated: money(rest.undated),
    total: money(rest.total),
  };
}

export async function executiveBySql(sql: Sql) {
  const { one, all, ofUnit, told, today } = sql;
  const money = moneyIn(told.currency);
  const received = await one(`
    SELECT sum(c."priceAmountMicros")::text AS price, (sum(COALESCE(c."paidAmountMicros", 0)) + sum(COALESCE(c."prepaidAmountMicros", 0)))::text AS received,
      ${over('sum(COALESCE(c."paidAmountMicros", 0)) + sum(COALESCE(c."prepaidAmountMicros", 0))', 'sum(c."priceAmountMicros")')} AS rate
    FROM "keyturnContract" c WHERE ${ofUnit('c')} AND c.state NOT IN ${UNSIGNED} AND c.state NOT IN ${ENDED}`);
  const year = await one(`
    SELECT (COALESCE(sum(c."priceAmountMicros") FILTER (WHERE c."signedOn" >= date_trunc('year', ${today})), 0)
      - COALESCE(sum(c."priceAmountMicros") FILTER (WHERE c.state IN ${ENDED} AND c."cancelledOn" >= date_trunc('year', ${today})), 0))::text AS net
    FROM "keyturnContract" c WHERE ${ofUnit('c')} AND c.state NOT IN ${UNSIGNED}`);
  const cohorts = await all(`
    SELECT to_char(date_trunc('month', c."signedOn"), 'YYYY-MM-DD') AS month, count(*)::int AS signed,
      count(*) FILTER (WHERE c.state IN ${ENDED})::int AS cancelled
    FROM "keyturnContract" c
    WHERE ${ofUnit('c')} AND c.state NOT IN ${UNSIGNED} AND c."signedOn" >= (date_trunc('month', ${today}) - interval '11 months')::date
    GROUP BY 1 ORDER BY 1`);
  return {
    contracted: money(received.price),
    received: money(received.received),
    collection: share(received.rate),
    thisYear: money(year.net),
    cohorts,
    stock: await stockBySql(sql, 'CONTRACTED'),
    supply: await supplyBySql(sql),
    forecast: await forecastBySql(sql),
  };
}
