/** The figures of the service and of titles in plain SQL. */
import { int, type Sql } from './sql.ts';

const OPEN = `('NEW', 'TRIAGED', 'ASSIGNED', 'IN_PROGRESS', 'WAITING_CUSTOMER', 'REOPENED')`;

/** Of the board's first choice: this month and the two before it. Tickets of no project count with all of them. */
export async function serviceBySql({ all, one, told, today, ofProject }: Sql) {
  const { place, currency, timeZone, readAt } = told;
  const here =
    place.kind === 'ONE'
      ? `t."projectId" = '${place.project.id}'`
      : `(t."projectId" IS NULL OR t."projectId" IN (SELECT id FROM "keyturnProject" WHERE "currencyCode" = '${currency}'))`;
  const since = `((date_trunc('month', ${today}) - interval '2 months')::timestamp AT TIME ZONE '${timeZone}')`;
  const now = `timestamptz '${new Date(readAt).toISOString()}'`;
  const ours = `t."deletedAt" IS NULL AND ${here}`;
  const opened = `${ours} AND t."openedAt" >= ${since}`;
  const promise = (due: string, at: string) => ({
    part: `count(*) FILTER (WHERE t."${at}" <= t."${due}")`,
    whole: `count(*) FILTER (WHERE t."${due}" IS NOT NULL AND (t."${at}" IS NOT NULL OR t."${due}" < ${now}))`,
  });
  const [answer, resolution] = [promise('respondBy', 'respondedAt'), promise('resolveBy', 'resolvedAt')];
  const minutes = `(extract(epoch FROM t."respondedAt" - t."openedAt") / 60)::float8`;
  const figures = `count(*)::int AS count,
    ${answer.part}::int AS answered, ${answer.whole}::int AS answerable,
    ${resolution.part}::int AS resolved, ${resolution.whole}::int AS resolvable,
    round(percentile_cont(0.5) WITHIN GROUP (ORDER BY ${minutes})::numeric)::int AS first_answer`;
  const customers = await one(`
    SELECT ${figures}, count(*) FILTER (WHERE t.kind = 'COMPLAINT')::int AS complaints,
      count(t.satisfaction)::int AS said, count(*) FILTER (WHERE t.satisfaction >= 4)::int AS content,
      round(avg(t.satisfaction)::numeric, 1)::float8 AS mean,
      count(*) FILTER (WHERE t.satisfaction = 5)::int AS promoters,
      count(*) FILTER (WHERE t.satisfaction <= 3)::int AS detractors
    FROM "keyturnServiceTicket" t WHERE ${opened} AND t.kind <> 'INTERNAL'`);
  const repeats = await one(`
    WITH repair AS (
      SELECT t.* FROM "keyturnServiceTicket" t
      WHERE ${opened} AND t.kind = 'REPAIR' AND t."unitId" IS NOT NULL AND t.part IS NOT NULL
    )
    SELECT count(*)::int AS whole, count(*) FILTER (WHERE EXISTS (
      SELECT 1 FROM repair o WHERE o.id <> r.id AND o."unitId" = r."unitId" AND o.part = r.part
        AND o."openedAt" BETWEEN r."resolvedAt" AND r."resolvedAt" + interval '720 hours'
    ))::int AS part FROM repair r WHERE r."resolvedAt" IS NOT NULL`);
  const homes = await one(`
    SELECT count(*)::int AS count FROM "keyturnUnit" u
    WHERE ${ofProject('u')} AND u.kind IN ('RESIDENCE', 'SHOP', 'OFFICE') AND u.state IN ('HANDED_OVER', 'TITLED')`);
  const kinds = await all(
    `SELECT t.kind, ${figures} FROM "keyturnServiceTicket" t WHERE ${opened} GROUP BY 1`,
  );
  const states = await all(`
    SELECT t.state, count(*)::int AS count FROM "keyturnServiceTicket" t
    WHERE ${ours} AND t.state IN ${OPEN} GROUP BY 1`);
  const shareOf = (part: unknown, whole: unknown) => {
    const [of, all] = [Number(part), Number(whole)];
    return { part: of, whole: all, percent: all === 0 ? null : Math.round((of * 1_000) / all) / 10 };
  };
  const [complaints, home, said] = [int(customers.complaints), int(homes.count), int(customers.said)];
  const points = int(customers.promoters) - int(customers.detractors);
  return {
    open: states.reduce((sum, row) => sum + int(row.count), 0),
    states: Object.fromEntries(states.map((row) => [String(row.state), int(row.count)])),
    answered: shareOf(customers.answered, customers.answerable),
    resolved: shareOf(customers.resolved, customers.resolvable),
    firstAnswer: customers.first_answer ?? null,
    repeats: shareOf(repeats.part, repeats.whole),
    complaints: {
      count: complaints,
      homes: home,
      perHundred: home === 0 ? null : Math.round((complaints * 1_000) / home) / 10,
    },
    satisfaction: { ...shareOf(customers.content, said), mean: customers.mean ?? null },
    promoters: { asked: said, points: said === 0 ? null : Math.round((points * 1_000) / said) / 10 },
    kinds: kinds.map((row) => ({
      kind: row.kind,
      count: int(row.count),
      answered: shareOf(row.answered, row.answerable),
      resolved: shareOf(row.resolved, row.resolvable),
      firstAnswer: row.first_answer ?? null,
    })),
  };
}

export async function titleBySql({ all, one, told, today, ofUnit }: Sql) {
  const here = `JOIN "keyturnContract" c ON c.id = t."contractId" AND c."priceCurrencyCode" = '${told.currency}'
    WHERE t."deletedAt" IS NULL ${told.place.kind === 'ONE' ? `AND ${ofUnit('t')}` : ''} AND t.state NOT IN ('ISSUED', 'DELIVERED')`;
  const isFiled = `(t."submittedOn" IS NOT NULL OR t.state IN ('SUBMITTED', 'ACCEPTED'))`;
  const toFile = `NOT ${isFiled} AND t."fileBy" IS NOT NULL`;
  const count = (which: string, day: string, span: string) =>
    `count(*) FILTER (WHERE ${which} AND t."${day}" ${span})::int`;
  const spans = [`< ${today}`, `BETWEEN ${today} AND ${today} + 30`, `> ${today} + 30`];
  const [late, due, later] = spans as [string, string, string];
  const row = await one(`
    SELECT count(*)::int AS open, count(*) FILTER (WHERE t.state = 'BLOCKED')::int AS blocked,
      ${count(toFile, 'fileBy', late)} AS f1, ${count(toFile, 'fileBy', due)} AS f2, ${count(toFile, 'fileBy', later)} AS f3,
      ${count(`NOT (${toFile})`, 'certificateBy', late)} AS c1, ${count(`NOT (${toFile})`, 'certificateBy', due)} AS c2,
      ${count(`NOT (${toFile})`, 'certificateBy', later)} AS c3
    FROM "keyturnTitleCase" t ${here}`);
  const reasons = await all(`
    SELECT COALESCE(t."blockReason"::text, 'OTHER') AS reason, count(*)::int AS count
    FROM "keyturnTitleCase" t ${here} AND t.state = 'BLOCKED' GROUP BY 1`);
  const states = await all(
    `SELECT t.state, count(*)::int AS count FROM "keyturnTitleCase" t ${here} GROUP BY 1`,
  );
  return {
    open: int(row.open),
    blocked: int(row.blocked),
    file: { late: int(row.f1), due: int(row.f2), later: int(row.f3) },
    certificate: { late: int(row.c1), due: int(row.c2), later: int(row.c3) },
    reasons,
    states,
  };
}
