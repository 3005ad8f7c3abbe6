import { beforeAll, expect, test } from 'vitest';
import { parseMoney } from '#domain/shared/money.ts';
import { create, data, nameOf, type Running, refusal } from '#tests/contract/running.ts';
import type { Loose } from '#tests/workspace/api-client.ts';
import { twentyClient } from '#twenty/client.ts';
import { twentyStore } from '#twenty/store.ts';

const ROWS = [
  {
    district: 'East',
    holdHours: 1,
    depositAsked: { amountMicros: 1_000_000, currencyCode: 'CNY' },
    permitExpiresOn: '2027-01-15',
  },
  {
    district: 'East',
    holdHours: 2,
    depositAsked: { amountMicros: 2_000_000, currencyCode: 'CNY' },
    permitExpiresOn: '2027-01-31',
  },
  {
    district: 'West',
    holdHours: 4,
    depositAsked: { amountMicros: 5_000_000, currencyCode: 'USD' },
    permitExpiresOn: '2027-02-01',
  },
  { permitRequired: true },
];

/** Totals of a query and totals by group. */
export function groupingContract(running: Running): void {
  let city = '';
  let projectId = '';

  beforeAll(async () => {
    city = nameOf(running, 'group');
    await data(running, 'mutation($d: JSON!){ createKeyturnProjects(data: $d) { id } }', {
      d: ROWS.map((row) => ({ ...row, name: city, city })),
    });
    projectId = (
      await create(running, 'keyturnProject', { name: nameOf(running, 'tower'), district: 'North' })
    ).id;
    for (const storeys of [10, 20])
      await create(running, 'keyturnBuilding', { name: city, code: `${storeys}`, storeys, projectId });
  });

  const groups = async (groupBy: unknown, selection: string, rest = '', variables = {}): Promise<Loose> =>
    (
      await data(
        running,
        `query($g: JSON!, $c: String, $o: JSON){ keyturnProjectsGroupBy(groupBy: $g, filter: { city: { eq: $c } }, orderBy: $o${rest}) { groupByDimensionValues ${selection} } }`,
        { g: groupBy, c: city, ...variables },
      )
    ).keyturnProjectsGroupBy;

  test('a query counts and sums over its whole filter', async () => {
    const { keyturnProjects } = await data(
      running,
      `query($c: String){ keyturnProjects(filter: { city: { eq: $c } }, first: 1) { totalCount sumHoldHours avgHoldHours minHoldHours maxHoldHours
        sumDepositAskedAmountMicros countUniqueValuesDistrict countEmptyDistrict countNotEmptyDistrict percentageEmptyDistrict
        countTruePermitRequired edges { node { id } } } }`,
      { c: city },
    );
    const { edges, ...totals } = keyturnProjects;
    expect(edges).toHaveLength(1);
    expect(totals).toMatchObject({
      totalCount: 4,
      sumHoldHours: 7,
      minHoldHours: 1,
      maxHoldHours: 4,
      sumDepositAskedAmountMicros: 8_000_000,
      countUniqueValuesDistrict: 2,
      countEmptyDistrict: 1,
      countNotEmptyDistrict: 3,
      percentageEmptyDistrict: 0.25,
      countTruePermitRequired: 1,
    });
    expect(totals.avgHoldHours).toBeCloseTo(7 / 3);
  });

  test('over no rows the count is 0 and the other totals are null', async () => {
    const { keyturnProjects } = await data(
      running,
      '{ keyturnProjects(filter: { name: { eq: "nobody" } }) { totalCount sumHoldHours countEmptyDistrict } }',
    );
    expect(keyturnProjects).toEqual({ totalCount: 0, sumHoldHours: null, countEmptyDistrict: null });
  });

  test('groups carry their values and totals, in the order asked for', async () => {
    const found = await groups([{ district: true }], 'totalCount sumDepositAskedAmountMicros', '', {
      o: [{ district: 'AscNullsLast' }],
    });
    expect(found).toEqual([
      { groupByDimensionValues: ['East'], totalCount: 2, sumDepositAskedAmountMicros: 3_000_000 },
      { groupByDimensionValues: ['West'], totalCount: 1, sumDepositAskedAmountMicros: 5_000_000 },
      { groupByDimensionValues: [null], totalCount: 1, sumDepositAskedAmountMicros: null },
    ]);
  });

  test('groups may be ordered by a total and limited', async () => {
    const found = await groups([{ district: true }], 'totalCount', ', limit: 1', {
      o: [{ aggregate: { sumHoldHours: 'DescNullsLast' } }],
    });
    expect(found).toEqual([{ groupByDimensionValues: ['West'], totalCount: 1 }]);
  });

  test('dates group by granularity, sub-fields by name, and several dimensions at once', async () => {
    const found = await groups(
      [{ permitExpiresOn: { granularity: 'MONTH' } }, { depositAsked: { currencyCode: true } }],
      'totalCount',
      '',
      { o: [{ permitExpiresOn: { orderBy: 'AscNullsLast', granularity: 'MONTH' } }] },
    );
    expect(found).toEqual([
      { groupByDimensionValues: ['2027-01-01', 'CNY'], totalCount: 2 },
      { groupByDimensionValues: ['2027-02-01', 'USD'], totalCount: 1 },
      { groupByDimensionValues: [null, null], totalCount: 1 },
    ]);
  });

  test('an instant groups by day in a time zone, and not without one', async () => {
    const found = await groups(
      [{ createdAt: { granularity: 'DAY', timeZone: 'Asia/Shanghai' } }],
      'totalCount',
    );
    expect(found).toEqual([
      { groupByDimensionValues: [expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/)], totalCount: 4 },
    ]);
    const error = await refusal(
      running,
      '{ keyturnProjectsGroupBy(groupBy: [{ createdAt: { granularity: DAY } }]) { totalCount } }',
    );
    expect(error.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      subCode: 'MISSING_TIMEZONE_FOR_DATE_GROUP_BY',
    });
  });

  test('rows group through a relation and by its key', async () => {
    const by = async (groupBy: unknown) =>
      (
        await data(
          running,
          'query($g: JSON!, $i: UUID!){ keyturnBuildingsGroupBy(groupBy: $g, filter: { projectId: { eq: $i } }) { groupByDimensionValues totalCount sumStoreys } }',
          { g: groupBy, i: projectId },
        )
      ).keyturnBuildingsGroupBy;
    expect(await by([{ project: { district: true } }])).toEqual([
      { groupByDimensionValues: ['North'], totalCount: 2, sumStoreys: 30 },
    ]);
    expect(await by([{ projectId: true }])).toEqual([
      { groupByDimensionValues: [projectId], totalCount: 2, sumStoreys: 30 },
    ]);
  });

  test('the port counts and sums by group: amounts by currency, an empty text as one, objects at once', async () => {
    const store = twentyStore(twentyClient(running.session.url, running.session.token));
    const { projects, more, buildings } = await store.total({
      projects: { object: 'project', filter: { city }, by: ['district'], sum: 'depositAsked' },
      more: { object: 'project', filter: { city, district: { in: ['East', 'West'] } }, by: ['city'] },
      buildings: { object: 'building', filter: { project: { district: 'North' }, projectId }, by: ['name'] },
    });
    const byDistrict = projects.sort((a, b) => `${a.by.district}`.localeCompare(`${b.by.district}`));
    expect(byDistrict).toEqual([
      { by: { district: '' }, count: 1, sum: null },
      { by: { district: 'East' }, count: 2, sum: parseMoney('3.00', 'CNY') },
      { by: { district: 'West' }, count: 1, sum: parseMoney('5.00', 'USD') },
    ]);
    expect(more).toEqual([{ by: { city }, count: 3, sum: null }]);
    expect(buildings).toEqual([{ by: { name: city }, count: 2, sum: null }]);
  });

  test('a group may bring its records', async () => {
    const found = await groups(
      [{ district: true }],
      'totalCount edges { node { holdHours } }',
      ', includeRecords: true, orderByForRecords: [{ holdHours: DescNullsLast }]',
      {
        o: [{ district: 'AscNullsLast' }],
      },
    );
    expect(found[0].edges.map((edge: Loose) => edge.node.holdHours)).toEqual([2, 1]);
  });

  test.each([
    ['groupBy: [{ nonsense: true }]', /^Unidentified field in groupBy: nonsense$/],
    ['groupBy: [{ depositAsked: true }]', /^column keyturnProject\.depositAsked does not exist$/],
    ['groupBy: [{ district: true, city: true }]', /^You cannot provide multiple fields in one GroupByInput/],
    [
      'groupBy: [{ district: true }], orderBy: [{ city: AscNullsLast }]',
      /^Cannot order by a field that is not an aggregate nor in groupBy criteria: city\.$/,
    ],
  ])('%s is refused', async (rest, message) => {
    const error = await refusal(running, `{ keyturnProjectsGroupBy(${rest}) { totalCount } }`);
    expect(error.message).toMatch(message);
  });
}
