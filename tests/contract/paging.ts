import { beforeAll, expect, test } from 'vitest';
import { data, nameOf, type Running, refusal } from '#tests/contract/running.ts';
import type { Loose } from '#tests/workspace/api-client.ts';

const decoded = (cursor: string) => JSON.parse(Buffer.from(cursor, 'base64').toString());

/** Order, cursors and what a page says about itself. Five projects, numbered by holdHours; one has none. */
export function pagingContract(running: Running): void {
  let city = '';

  beforeAll(async () => {
    city = nameOf(running, 'page');
    const hours = [3, 1, null, 2, 4];
    await data(running, 'mutation($d: JSON!){ createKeyturnProjects(data: $d) { id } }', {
      d: hours.map((holdHours) => ({ name: `${city} ${holdHours ?? 'none'}`, city, holdHours })),
    });
  });

  const page = async (
    rest: string,
    variables: Record<string, unknown> = {},
    node = 'holdHours',
  ): Promise<Loose> =>
    (
      await data(
        running,
        `query($c: String, $o: JSON, $after: String, $before: String){ keyturnProjects(filter: { city: { eq: $c } }, orderBy: $o, ${rest}) {
          edges { cursor node { id ${node} } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
        { c: city, ...variables },
      )
    ).keyturnProjects;
  const hoursOf = (connection: Loose) => connection.edges.map((edge: Loose) => edge.node.holdHours);

  test.each([
    ['AscNullsFirst', [null, 1, 2, 3, 4]],
    ['AscNullsLast', [1, 2, 3, 4, null]],
    ['DescNullsFirst', [null, 4, 3, 2, 1]],
    ['DescNullsLast', [4, 3, 2, 1, null]],
  ])('%s', async (direction, expected) => {
    expect(hoursOf(await page('first: 10', { o: [{ holdHours: direction }] }))).toEqual(expected);
  });

  test('pages follow their cursors without overlap', async () => {
    const o = [{ holdHours: 'AscNullsLast' }];
    const first = await page('first: 2', { o });
    expect([hoursOf(first), first.pageInfo.hasNextPage, first.pageInfo.hasPreviousPage]).toEqual([
      [1, 2],
      true,
      false,
    ]);
    expect(first.pageInfo.endCursor).toBe(first.edges[1].cursor);
    const second = await page('first: 2, after: $after', { o, after: first.pageInfo.endCursor });
    expect([hoursOf(second), second.pageInfo.hasNextPage]).toEqual([[3, 4], false]);
  });

  test('a row without a value is lost behind a cursor', async () => {
    // The comparison with NULL is never true: order such columns with their own filter, or by another key.
    const o = [{ holdHours: 'AscNullsLast' }];
    const first = await page('first: 4', { o });
    const rest = await page('first: 4, after: $after', { o, after: first.pageInfo.endCursor });
    expect(hoursOf(rest)).toEqual([]);
  });

  test('before pages backwards', async () => {
    const o = [{ holdHours: 'AscNullsLast' }];
    const all = await page('first: 4', { o });
    const back = await page('last: 2, before: $before', { o, before: all.edges[3].cursor });
    expect([hoursOf(back), back.pageInfo.hasPreviousPage, back.pageInfo.hasNextPage]).toEqual([
      [2, 3],
      true,
      false,
    ]);
  });

  test('offset skips', async () => {
    expect(hoursOf(await page('first: 2, offset: 1', { o: [{ holdHours: 'AscNullsLast' }] }))).toEqual([
      2, 3,
    ]);
  });

  test('a cursor carries the order keys that were selected, and only those', async () => {
    const o = [{ holdHours: 'AscNullsLast' }];
    const selected = await page('first: 1', { o });
    expect(decoded(selected.edges[0].cursor)).toEqual({ holdHours: 1, id: selected.edges[0].node.id });
    const bare = await page('first: 1', { o }, '');
    expect(decoded(bare.edges[0].cursor)).toEqual({ id: bare.edges[0].node.id });
  });

  test('options sort in the order they are declared', async () => {
    const name = nameOf(running, 'stage');
    await data(running, 'mutation($d: JSON!){ createOpportunities(data: $d) { id } }', {
      d: ['MEETING', 'CUSTOMER', 'NEW', 'SCREENING'].map((stage) => ({ name, stage })),
    });
    const { opportunities } = await data(
      running,
      'query($n: String){ opportunities(filter: { name: { eq: $n } }, orderBy: [{ stage: AscNullsFirst }]) { edges { node { stage } } } }',
      { n: name },
    );
    expect(opportunities.edges.map((edge: Loose) => edge.node.stage)).toEqual([
      'NEW',
      'SCREENING',
      'MEETING',
      'CUSTOMER',
    ]);
  });

  test.each([
    ['first: 1, last: 1', 'Cannot provide both first and last'],
    ['first: -1', 'First argument must be non-negative'],
    ['first: 1, after: "x"', 'Invalid cursor: x'],
    [
      'first: 1, orderBy: [{ nonsense: AscNullsFirst }]',
      'Field "nonsense" does not exist or is not sortable',
    ],
    [
      'first: 1, orderBy: [{ depositAsked: AscNullsFirst }]',
      /^Composite field "depositAsked" requires subfield ordering/,
    ],
    ['first: "1"', 'Invalid argument: "first" must be a number'],
    ['limit: 1', 'Argument not allowed: limit'],
  ])('%s is refused', async (rest, message) => {
    const error = await refusal(running, `{ keyturnProjects(${rest}) { totalCount } }`);
    if (typeof message === 'string') expect(error.message).toBe(message);
    else expect(error.message).toMatch(message);
    expect(error.extensions.code).toBe('BAD_USER_INPUT');
  });
}
