/** What boards of sales must say, by SQL: report, funnel, inventory, handover, league. */
import { area, ENDED, int, moneyIn, over, type Row, type Sql, share, UNSIGNED } from './sql.ts';

const HOMES = `u.kind IN ('RESIDENCE', 'SHOP', 'OFFICE')`;

async function contractsBetween({ all, ofUnit, told }: Sql, field: string, states: string, where: string) {
  const [row = {}] = await all(`
    SELECT count(*)::int AS n, sum(c."priceAmountMicros")::text AS amount, sum(c."contractArea")::text AS area,
      sum(c."priceAmountMicros") FILTER (WHERE u.kind NOT IN ('PARKING', 'STORAGE'))::text AS home_amount,
      sum(c."contractArea") FILTER (WHERE u.kind NOT IN ('PARKING', 'STORAGE'))::text AS home_area
    FROM "keyturnContract" c JOIN "keyturnUnit" u ON u.id = c."unitId"
    WHERE ${ofUnit('c')} AND c.state ${states} AND c."${field}" ${where}`);
  return { ...volume(row, told.currency), home: { amount: row.home_amount, area: row.home_area } };
}

function volume(row: Row, currency: string) {
  return { count: int(row.n), area: area(row.area), amount: moneyIn(currency)(row.amount) };
}

export async function salesSpan(sql: Sql, from: string, to: string) {
  const { told, one, ofUnit } = sql;
  const within = `>= ${from} AND c."%" <= ${to}`;
  const signed = await contractsBetween(
    sql,
    'signedOn',
    `NOT IN ${UNSIGNED}`,
    within.replace('%', 'signedOn'),
  );
  const ended = await contractsBetween(sql, 'cancelledOn', `IN ${ENDED}`, within.replace('%', 'cancelledOn'));
  const reserved = await one(`
    SELECT count(*)::int AS n FROM "keyturnReservation" r
    WHERE ${ofUnit('r')} AND r.state <> 'DRAFT'
      AND (r."reservedAt" AT TIME ZONE '${told.timeZone}')::date BETWEEN ${from} AND ${to}`);
  const received = await one(`
    SELECT sum(r."amountAmountMicros")::text AS amount FROM "keyturnReceipt" r
    WHERE r."deletedAt" IS NULL AND r.state = 'CLEARED' AND r.method <> 'COMPENSATION'
      AND r."amountCurrencyCode" = '${told.currency}' AND r."bookedOn" BETWEEN ${from} AND ${to}`);
  const { home: came, ...signedVolume } = signed;
  const { home: went, ...endedVolume } = ended;
  const price = await one(
    `SELECT ${over(
      `(${came.amount ?? 0}::numeric - ${went.amount ?? 0}) / 10000`,
      `round(${came.area ?? 0}::numeric, 4) - round(${went.area ?? 0}::numeric, 4)`,
    )} AS price`,
  );
  const money = moneyIn(told.currency);
  return {
    signed: signedVolume,
    ended: endedVolume,
    net: {
      count: signed.count - ended.count,
      area: signed.area - ended.area,
      amount: { minor: signed.amount.minor - ended.amount.minor, currency: told.currency },
    },
    reserved: int(reserved.n),
    received: told.place.kind === 'ONE' ? null : money(received.amount),
    price:
      price.price === null
        ? null
        : { minor: BigInt(Math.round(Number(price.price))), currency: told.currency },
  };
}

export async function salesReportBySql(sql: Sql) {
  const { today } = sql;
  const month = (back: number) => `(date_trunc('month', ${today}) - interval '${back} months')::date`;
  const periods = [];
  for (const back of [11, 5, 1, 0]) {
    periods.push({ index: 11 - back, ...(await salesSpan(sql, month(back), `(${month(back - 1)} - 1)`)) });
  }
  return {
    periods,
    now: await salesSpan(sql, month(0), `date '9999-12-31'`),
    before: await salesSpan(sql, month(1), `(${today} - interval '1 month')::date`),
  };
}

export async function funnelBySql({ one, all, ofUnit, told, today }: Sql) {
  const zone = told.timeZone;
  const cohort = `${ofUnit('r')} AND r.state <> 'DRAFT' AND (r."reservedAt" AT TIME ZONE '${zone}')::date >= (date_trunc('month', ${today}) - interval '11 months')::date`;
  const counts = await one(`
    SELECT count(*)::int AS made, count(*) FILTER (WHERE r.stage = 'LARGE' OR r.state = 'CONVERTED')::int AS large,
      count(*) FILTER (WHERE r.state = 'CONVERTED')::int AS signed, sum(r."priceAmountMicros")::text AS amount,
      count(*) FILTER (WHERE r.state = 'EXPIRED')::int AS expired
    FROM "keyturnReservation" r WHERE ${cohort}`);
  const contracts = await one(`
    SELECT count(*)::int AS n, count(*) FILTER (WHERE c.state IN ('PERFORMING', 'COMPLETED'))::int AS keys,
      count(*) FILTER (WHERE c.state IN ${ENDED})::int AS ended,
      ${over(`count(*) FILTER (WHERE c.state IN ${ENDED})`, 'count(*)')} AS rate,
      -- Signed before they were reserved on average: books taken over, of which nobody can tell it.
      CASE WHEN avg(c."signedOn" - (r."reservedAt" AT TIME ZONE '${zone}')::date) >= 0
        THEN round(avg(c."signedOn" - (r."reservedAt" AT TIME ZONE '${zone}')::date), 6)::text END AS days
    FROM "keyturnContract" c JOIN "keyturnReservation" r ON r.id = c."reservationId"
    WHERE ${ofUnit('c')} AND c.state NOT IN ${UNSIGNED} AND ${cohort}`);
  const [holds = {}] = await all(`
    SELECT count(*)::int AS n, count(*) FILTER (WHERE h.state = 'TAKEN')::int AS taken,
      count(*) FILTER (WHERE h.state = 'EXPIRED')::int AS expired,
      ${over(`count(*) FILTER (WHERE h.state = 'EXPIRED')`, 'count(*)')} AS abuse
    FROM "keyturnUnitHold" h
    WHERE h."deletedAt" IS NULL AND h.kind = 'SALES' ${told.place.kind === 'ONE' ? `AND ${ofUnit('h')}` : ''}
      AND (h."heldAt" AT TIME ZONE '${zone}')::date >= (date_trunc('month', ${today}) - interval '11 months')::date`);
  return {
    counts: [int(counts.made), int(counts.large), int(counts.signed), int(contracts.keys)],
    amount: moneyIn(told.currency)(counts.amount),
    expired: int(counts.expired),
    daysToSign: share(contracts.days),
    cancelledAfterSigning: { count: int(contracts.ended), rate: share(contracts.rate) },
    holds: {
      all: int(holds.n),
      taken: int(holds.taken),
      expired: int(holds.expired),
      abuse: share(holds.abuse),
    },
  };
}

const LAUNCHED = `(u.state NOT IN ('PLANNED', 'CONTROLLED', 'FROZEN') OR u."releasedAt" IS NOT NULL)`;
const SOLD = {
  CONTRACTED: `u.state IN ('CONTRACTED', 'HANDED_OVER', 'TITLED')`,
  SUBSCRIBED: `u.state IN ('CONTRACTED', 'HANDED_OVER', 'TITLED', 'SMALL_RESERVED', 'LARGE_RESERVED')`,
};

export async function stockBySql({ one, ofProject }: Sql, basis: 'CONTRACTED' | 'SUBSCRIBED') {
  const sold = `FILTER (WHERE ${SOLD[basis]})`;
  const row = await one(`
    SELECT count(*)::int AS launched, count(*) ${sold}::int AS sold,
      sum(u."areaSquareMetres")::text AS area, sum(u."areaSquareMetres") ${sold}::text AS sold_area,
      sum(u."listPriceAmountMicros")::text AS value, sum(u."listPriceAmountMicros") ${sold}::text AS sold_value,
      ${over(`count(*) ${sold}`, 'count(*)')} AS by_count,
      ${over(`sum(u."areaSquareMetres"::numeric) ${sold}`, 'sum(u."areaSquareMetres"::numeric)')} AS by_area,
      ${over(`sum(u."listPriceAmountMicros") ${sold}`, 'sum(u."listPriceAmountMicros")')} AS by_value
    FROM "keyturnUnit" u WHERE ${ofProject('u')} AND ${HOMES} AND ${LAUNCHED}`);
  const minor = (micros: Row[string] | undefined) => moneyIn('XXX')(micros).minor;
  return {
    launched: { count: int(row.launched), area: area(row.area), value: minor(row.value) },
    sold: { count: int(row.sold), area: area(row.sold_area), value: minor(row.sold_value) },
    absorption: { byCount: share(row.by_count), byArea: share(row.by_area), byValue: share(row.by_value) },
  };
}

export async function supplyBySql(sql: Sql) {
  const { one, ofUnit, ofProject, today } = sql;
  const within = (field: string) =>
    `c."${field}" >= (date_trunc('month', ${today}) - interval '3 months')::date AND c."${field}" < date_trunc('month', ${today})::date`;
  const row = await one(`
    WITH net AS (
      SELECT count(*) FILTER (WHERE c.state NOT IN ${UNSIGNED} AND ${within('signedOn')})
        - count(*) FILTER (WHERE c.state IN ${ENDED} AND ${within('cancelledOn')}) AS n
      FROM "keyturnContract" c JOIN "keyturnUnit" u ON u.id = c."unitId" WHERE ${ofUnit('c')} AND ${HOMES}
    ), free AS (
      SELECT count(*) AS n FROM "keyturnUnit" u
      WHERE ${ofProject('u')} AND ${HOMES} AND ${LAUNCHED} AND NOT ${SOLD.SUBSCRIBED}
    )
    SELECT free.n::int AS free, net.n::int AS net, ${over('free.n * 3', 'net.n')} AS months FROM net, free`);
  return { available: int(row.free), net: int(row.net), monthsOfSupply: share(row.months) };
}

export async function inventoryBySql(sql: Sql) {
  const { all, one, ofProject, ofUnit, told, today } = sql;
  const zone = told.timeZone;
  const released = `(u."releasedAt" AT TIME ZONE '${zone}')::date`;
  const days = `(${today} - ${released})`;
  const ages = await one(`
    SELECT count(*) FILTER (WHERE ${days} <= 30)::int AS d30, count(*) FILTER (WHERE ${days} > 365)::int AS d366,
      count(*) FILTER (WHERE u."releasedAt" IS NULL)::int AS unknown,
      round(avg(${days}) FILTER (WHERE u."releasedAt" IS NOT NULL), 6)::text AS average
    FROM "keyturnUnit" u WHERE ${ofProject('u')} AND ${HOMES} AND ${LAUNCHED} AND NOT ${SOLD.CONTRACTED}`);
  const types = await all(`
    SELECT COALESCE(t.name, '') AS name, count(*)::int AS launched, count(*) FILTER (WHERE ${SOLD.CONTRACTED})::int AS sold
    FROM "keyturnUnit" u LEFT JOIN "keyturnUnitType" t ON t.id = u."unitTypeId"
    WHERE ${ofProject('u')} AND ${HOMES} AND ${LAUNCHED} GROUP BY 1 ORDER BY 1`);
  const discount = await one(`
    SELECT ${over('sum(r."listPriceAmountMicros") - sum(r."priceAmountMicros")', 'sum(r."listPriceAmountMicros")')} AS depth
    FROM "keyturnReservation" r
    WHERE ${ofUnit('r')} AND r.state IN ('PENDING_APPROVAL', 'ACTIVE', 'CONVERTED') AND r."listPriceAmountMicros" > 0
      AND (r."reservedAt" AT TIME ZONE '${zone}')::date >= (date_trunc('month', ${today}) - interval '11 months')::date`);
  return {
    ...(await stockBySql(sql, 'CONTRACTED')),
    ...(await supplyBySql(sql)),
    ages: { D0_30: int(ages.d30), D366_PLUS: int(ages.d366), UNKNOWN: int(ages.unknown) },
    averageDays: share(ages.average),
    types: types.map(({ name, launched, sold }) => [name, launched, sold]),
    discount: share(discount.depth),
  };
}

export async function handoverBySql({ one, all, ofUnit, told, today }: Sql) {
  const money = moneyIn(told.currency);
  const contracts = await one(`
    SELECT count(*) FILTER (WHERE c.state IN ('PERFORMING', 'COMPLETED'))::int AS with_keys,
      count(*) FILTER (WHERE c.state IN ('SIGNED', 'COOLING_OFF', 'EFFECTIVE', 'FILED'))::int AS waiting,
      count(*) FILTER (WHERE c.state IN ('SIGNED', 'COOLING_OFF', 'EFFECTIVE', 'FILED') AND c."overdueAmountMicros" > 0)::int AS owing,
      sum(c."overdueAmountMicros") FILTER (WHERE c.state IN ('SIGNED', 'COOLING_OFF', 'EFFECTIVE', 'FILED') AND c."overdueAmountMicros" > 0)::text AS overdue
    FROM "keyturnContract" c WHERE ${ofUnit('c')}`);
  const states = await all(`
    SELECT h.state, count(*)::int AS count, sum(h."noShows")::int AS missed FROM "keyturnHandover" h
    JOIN "keyturnContract" c ON c.id = h."contractId" AND c."priceCurrencyCode" = '${told.currency}'
    WHERE h."deletedAt" IS NULL ${told.place.kind === 'ONE' ? `AND ${ofUnit('h')}` : ''} GROUP BY 1 ORDER BY 1`);
  const home = (alias: string) =>
    `JOIN "keyturnUnit" u ON u.id = ${alias}."unitId" AND COALESCE(u."listPriceCurrencyCode", '${told.currency}') IN ('${told.currency}', '')
     WHERE ${alias}."deletedAt" IS NULL ${told.place.kind === 'ONE' ? `AND ${ofUnit(alias)}` : ''}`;
  const first = await one(`
    SELECT count(*)::int AS inspected, count(*) FILTER (WHERE i."isPassed")::int AS passed,
      count(*) FILTER (WHERE i."isPassed" AND COALESCE(i.defects, 0) = 0)::int AS clean
    FROM "keyturnInspection" i ${home('i')} AND i.number = 1 AND i.state = 'SIGNED'`);
  const open = `${home('s')} AND s.state IN ('OPEN', 'ASSIGNED', 'IN_PROGRESS', 'FIXED', 'REOPENED')`;
  const found = `(${today} - (s."foundAt" AT TIME ZONE '${told.timeZone}')::date)`;
  const snags = await one(`
    SELECT count(*)::int AS open, count(*) FILTER (WHERE s.severity = 'BLOCKING')::int AS blocking,
      count(*) FILTER (WHERE ${found} <= 7)::int AS d7, count(*) FILTER (WHERE ${found} BETWEEN 8 AND 14)::int AS d14,
      count(*) FILTER (WHERE ${found} BETWEEN 15 AND 30)::int AS d30, count(*) FILTER (WHERE ${found} > 30)::int AS older
    FROM "keyturnSnag" s ${open}`);
  const contractors = await all(`
    SELECT s."contractorId" AS id, max(k.name) AS name, count(*)::int AS count
    FROM "keyturnSnag" s LEFT JOIN company k ON k.id = s."contractorId" ${open} GROUP BY 1`);
  const categories = await all(
    `SELECT s.category, count(*)::int AS count FROM "keyturnSnag" s ${open} GROUP BY 1`,
  );
  const [inspected, passed] = [int(first.inspected), int(first.passed)];
  return {
    withKeys: int(contracts.with_keys),
    waiting: int(contracts.waiting),
    owing: { count: int(contracts.owing), overdue: money(contracts.overdue) },
    states: states.map(({ state, count }) => ({ state, count })),
    noShows: states.reduce((sum, { missed }) => sum + int(missed), 0),
    firstPass: {
      inspected,
      passed,
      withoutDefects: int(first.clean),
      rate: inspected === 0 ? null : Math.round((passed * 1_000) / inspected) / 10,
    },
    snags: { open: int(snags.open), blocking: int(snags.blocking) },
    ages: [snags.d7, snags.d14, snags.d30, snags.older].map(int),
    contractors,
    categories,
  };
}

/** Of the board's first choice: this month and the two before it. */
export async function leagueBySql({ all, ofUnit, told, today }: Sql) {
  const since = `(date_trunc('month', ${today}) - interval '2 months')::date`;
  const moment = `(r."reservedAt" AT TIME ZONE '${told.timeZone}')::date`;
  const rows = await all(`
    WITH sold AS (
      SELECT "salespersonId" AS who, count(*) AS signed, 0 AS ended, sum("priceAmountMicros") AS amount
      FROM "keyturnContract" c WHERE ${ofUnit('c')} AND state NOT IN ${UNSIGNED} AND "signedOn" >= ${since} GROUP BY 1
      UNION ALL
      SELECT "salespersonId", 0, count(*), -sum("priceAmountMicros")
      FROM "keyturnContract" c WHERE ${ofUnit('c')} AND state IN ${ENDED} AND "cancelledOn" >= ${since} GROUP BY 1
    ), made AS (
      SELECT r."salespersonId" AS who, count(*) AS made, ${over(`count(*) FILTER (WHERE r.state = 'CONVERTED')`, 'count(*)')} AS conversion
      FROM "keyturnReservation" r WHERE ${ofUnit('r')} AND r.state <> 'DRAFT' AND ${moment} >= ${since} GROUP BY 1
    )
    SELECT COALESCE(sold.who::text, '') AS who, sum(signed)::int AS signed, sum(ended)::int AS ended,
      sum(amount)::text AS amount, max(made)::int AS made, max(conversion) AS conversion
    FROM sold LEFT JOIN made ON made.who IS NOT DISTINCT FROM sold.who
    GROUP BY 1 ORDER BY sum(amount) DESC`);
  return rows.map((row) => ({
    who: row.who,
    signed: int(row.signed),
    cancelled: int(row.ended),
    netAmount: moneyIn(told.currency)(row.amount),
    reserved: int(row.made),
    conversion: share(row.conversion),
  }));
}
