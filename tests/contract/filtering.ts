import { beforeAll, expect, test } from 'vitest';
import { data, nameOf, type Running, refusal } from '#tests/contract/running.ts';

const ROWS = [
  {
    district: 'Alpha',
    holdHours: 1,
    permitExpiresOn: '2027-01-01',
    permitRequired: true,
    depositAsked: { amountMicros: 1_000_000, currencyCode: 'CNY' },
  },
  {
    district: 'alphabet',
    holdHours: 2,
    permitExpiresOn: '2027-06-30',
    permitRequired: false,
    depositAsked: { amountMicros: 2_000_000, currencyCode: 'CNY' },
  },
  {
    district: 'Beta 100%',
    holdHours: 3,
    permitExpiresOn: '2027-12-31',
    permitRequired: false,
    depositAsked: { amountMicros: 3_000_000, currencyCode: 'USD' },
  },
  { city: 'no district' },
];

/** Every operator the extension uses, on the types it uses. Rows are numbered 1 to 4. */
export function filteringContract(running: Running): void {
  let city = '';

  beforeAll(async () => {
    city = nameOf(running, 'filter');
    await data(running, 'mutation($d: JSON!){ createKeyturnProjects(data: $d) { id } }', {
      d: ROWS.map((row, index) => ({ ...row, name: `${city} ${index + 1}`, city })),
    });
  });

  const numbersOf = async (filter: unknown): Promise<number[]> => {
    const { keyturnProjects } = await data(
      running,
      'query($f: JSON!){ keyturnProjects(filter: $f, orderBy: [{ name: AscNullsFirst }]) { edges { node { name } } } }',
      {
        f: { and: [{ city: { eq: city } }, filter] },
      },
    );
    return keyturnProjects.edges.map((edge: { node: { name: string } }) => Number(edge.node.name.slice(-1)));
  };

  test.each<[Record<string, unknown>, number[]]>([
    [{ district: { eq: 'Alpha' } }, [1]],
    [{ district: { neq: 'Alpha' } }, [2, 3]],
    [{ district: { neq: '' } }, [1, 2, 3]],
    [{ district: { in: ['Alpha', 'Beta 100%'] } }, [1, 3]],
    [{ district: { like: 'Alpha%' } }, [1]],
    [{ district: { ilike: 'alpha%' } }, [1, 2]],
    [{ district: { ilike: '%100\\%' } }, [3]],
    [{ district: { startsWith: 'Alpha' } }, [1]],
    [{ district: { endsWith: 'bet' } }, [2]],
    [{ district: { is: 'NULL' } }, [4]],
    [{ district: { is: 'NOT_NULL' } }, [1, 2, 3]],
    [{ holdHours: { gt: 1 } }, [2, 3]],
    [{ holdHours: { gte: 2 } }, [2, 3]],
    [{ holdHours: { lt: 2 } }, [1]],
    [{ holdHours: { lte: 2 } }, [1, 2]],
    [{ holdHours: { in: [1, 3] } }, [1, 3]],
    [{ holdHours: { is: 'NULL' } }, [4]],
    [{ permitExpiresOn: { gte: '2027-06-30' } }, [2, 3]],
    [{ permitExpiresOn: { lt: '2027-06-30' } }, [1]],
    [{ permitRequired: { eq: true } }, [1]],
    [{ depositAsked: { amountMicros: { gte: 2_000_000 } } }, [2, 3]],
    [{ depositAsked: { amountMicros: { gt: 1 }, currencyCode: { eq: 'USD' } } }, [3]],
    [{ depositAsked: { amountMicros: { is: 'NULL' } } }, [4]],
    [{ createdAt: { gt: '2020-01-01T00:00:00.000Z' } }, [1, 2, 3, 4]],
    [{ or: [{ holdHours: { eq: 1 } }, { holdHours: { eq: 3 } }] }, [1, 3]],
    [{ not: { holdHours: { eq: 1 } } }, [2, 3]],
    [{ and: [{ holdHours: { gt: 1 } }, { holdHours: { lt: 3 } }] }, [2]],
    [
      {
        holdHours: { gt: 0 },
        not: { or: [{ district: { eq: 'Alpha' } }, { permitExpiresOn: { eq: '2027-12-31' } }] },
      },
      [2],
    ],
    [{}, [1, 2, 3, 4]],
  ])('%j', async (filter, expected) => {
    expect(await numbersOf(filter)).toEqual(expected);
  });

  test.each<[Record<string, unknown>, RegExp, string | undefined]>([
    [
      { nonsense: { eq: 1 } },
      /^Object keyturnProject doesn't have any "nonsense" field\.$/,
      'INVALID_ARGS_FILTER',
    ],
    [
      { holdHours: { gt: 1, lt: 3 } },
      /^Filter for field "holdHours" must have exactly one operator$/,
      'INVALID_ARGS_FILTER',
    ],
    [{ holdHours: 5 }, /^Filter value for field "holdHours" must be an object$/, 'INVALID_ARGS_FILTER'],
    [
      { holdHours: { like: '1' } },
      /^Operator "like" is not valid for field "holdHours" of type NUMBER - Allowed operators: eq, neq, gt, gte, lt, lte, in, is$/,
      'INVALID_ARGS_FILTER',
    ],
    [
      { holdHours: { eq: 'much' } },
      /^Invalid number value NaN for field "holdHours"$/,
      'INVALID_ARGS_FILTER',
    ],
    [
      { permitRequired: { neq: true } },
      /^Operator "neq" is not valid for field "permitRequired"/,
      'INVALID_ARGS_FILTER',
    ],
    [
      { district: { in: [] } },
      /^Invalid filter value for field district\. Expected non-empty array$/,
      'INVALID_QUERY_INPUT',
    ],
    [
      { district: { is: 'EMPTY' } },
      /^Invalid filter value for "is" operator\. Expected "NULL" or "NOT_NULL"$/,
      'INVALID_ARGS_FILTER',
    ],
    [{ id: { eq: 'x' } }, /^Invalid UUID value 'x' for field "id"$/, 'INVALID_ARGS_FILTER'],
    [
      { id: { eq: '00000000-0000-0000-0000-000000000000' } },
      /^Invalid UUID value '00000000-0000-0000-0000-000000000000' for field "id"$/,
      'INVALID_ARGS_FILTER',
    ],
    [
      { depositAsked: { cents: { eq: 1 } } },
      /^Sub field "cents" not found for composite type: CURRENCY$/,
      'INVALID_ARGS_FILTER',
    ],
  ])('%j is refused', async (filter, message, subCode) => {
    const error = await refusal(running, 'query($f: JSON!){ keyturnProjects(filter: $f) { totalCount } }', {
      f: filter,
    });
    expect(error.message).toMatch(message);
    expect(error.extensions.code).toBe('BAD_USER_INPUT');
    expect(error.extensions.subCode).toBe(subCode);
  });

  test('without brackets an empty text widens the filter: a neighbour binds to half of it', async () => {
    const count = async (filter: unknown) =>
      (await data(running, 'query($f: JSON!){ keyturnProjects(filter: $f) { totalCount } }', { f: filter }))
        .keyturnProjects.totalCount;
    const mine = { city: { eq: city } };
    // `district IS NULL OR district = '' AND city = …`: every project without a district is met.
    await data(running, 'mutation($n: String){ createKeyturnProject(data: { name: $n }) { id } }', {
      n: nameOf(running, 'stray'),
    });
    expect(await count({ and: [{ district: { is: 'NULL' } }, mine] })).toBe(1);
    expect(await count({ district: { is: 'NULL' }, ...mine })).toBeGreaterThan(1);
    expect(await count({ ...mine, district: { is: 'NULL' } })).toBe(1);
    expect(await count({ ...mine, district: { eq: '' } })).toBeGreaterThan(1);
    expect(await count({ not: { district: { is: 'NULL' } }, ...mine })).toBe(3);
  });

  test('an option that does not exist is refused by the database', async () => {
    const error = await refusal(
      running,
      '{ opportunities(filter: { stage: { eq: NOWHERE } }) { totalCount } }',
    );
    expect(error.message).toMatch(/^invalid input value for enum.*: "NOWHERE"$/);
    expect(error.extensions.code).toBe('BAD_USER_INPUT');
  });
}
