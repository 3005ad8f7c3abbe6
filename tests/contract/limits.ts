import { beforeAll, expect, test } from 'vitest';
import { create, data, nameOf, type Running, refusal } from '#tests/contract/running.ts';

const LOCKS = 'mutation($d: [KeyturnUnitLockCreateInput!]!){ createKeyturnUnitLocks(data: $d) { id } }';
const rows = (name: string, count: number) => Array.from({ length: count }, () => ({ name }));

/** How much fits into one request. */
export function limitsContract(running: Running): void {
  let name = '';

  beforeAll(async () => {
    name = nameOf(running, 'many');
    await data(running, LOCKS, { d: rows(name, 200) });
    await data(running, LOCKS, { d: rows(name, 5) });
  });

  test('createMany takes 200 rows and refuses 201', async () => {
    const error = await refusal(running, LOCKS, { d: rows(nameOf(running, 'too-many'), 201) });
    expect(error.message).toBe('Maximum number of records to upsert is 200.');
    expect(error.extensions).toMatchObject({ code: 'BAD_USER_INPUT', subCode: 'TOO_MANY_RECORDS_TO_UPDATE' });
  });

  test('an empty createMany is answered with an empty list', async () => {
    expect((await data(running, LOCKS, { d: [] })).createKeyturnUnitLocks).toEqual([]);
  });

  test('a query answers 200 rows unless it asks for more, and then gives more', async () => {
    const query =
      'query($n: String, $f: Int){ keyturnUnitLocks(filter: { name: { eq: $n } }, first: $f) { totalCount edges { node { id } } pageInfo { hasNextPage } } }';
    const plain = (await data(running, query, { n: name })).keyturnUnitLocks;
    expect([plain.totalCount, plain.edges.length, plain.pageInfo.hasNextPage]).toEqual([205, 200, true]);
    const more = (await data(running, query, { n: name, f: 300 })).keyturnUnitLocks;
    expect([more.edges.length, more.pageInfo.hasNextPage]).toEqual([205, false]);
    const none = (await data(running, query, { n: name, f: 0 })).keyturnUnitLocks;
    expect([none.totalCount, none.edges.length]).toEqual([205, 0]);
  });

  test('updateMany refuses a filter that meets more than 200 rows and changes none', async () => {
    const error = await refusal(
      running,
      'mutation($n: String){ updateKeyturnUnitLocks(filter: { name: { eq: $n } }, data: { holderName: "x" }) { id } }',
      { n: name },
    );
    expect(error.message).toBe('Cannot update more than 200 records at once');
    expect(error.extensions.code).toBe('BAD_USER_INPUT');
    const touched = await data(
      running,
      'query($n: String){ keyturnUnitLocks(filter: { name: { eq: $n }, holderName: { eq: "x" } }) { totalCount } }',
      { n: name },
    );
    expect(touched.keyturnUnitLocks.totalCount).toBe(0);
  });

  test('a list inside a record stops at 60 rows, and so does its totalCount', async () => {
    const { id: paymentPlanId } = await create(running, 'keyturnPaymentPlan', {
      name: nameOf(running, 'plan'),
    });
    const lines = Array.from({ length: 65 }, (_, index) => ({
      name: nameOf(running, 'line'),
      step: index + 1,
      paymentPlanId,
    }));
    await data(running, 'mutation($d: JSON!){ createKeyturnPaymentPlanLines(data: $d) { id } }', {
      d: lines,
    });
    const answer = await data(
      running,
      'query($i: UUID!){ keyturnPaymentPlan(filter: { id: { eq: $i } }) { lines { edges { node { id } } pageInfo { hasNextPage } } } }',
      { i: paymentPlanId },
    );
    expect(answer.keyturnPaymentPlan.lines.edges).toHaveLength(60);
    expect(answer.keyturnPaymentPlan.lines.pageInfo.hasNextPage).toBe(false);
    const counted = await data(
      running,
      'query($i: UUID!){ keyturnPaymentPlans(filter: { id: { eq: $i } }) { edges { node { lines { totalCount sumStep edges { node { id } } } } } } }',
      { i: paymentPlanId },
    );
    expect(counted.keyturnPaymentPlans.edges[0].node.lines.totalCount).toBe(60);
    expect(counted.keyturnPaymentPlans.edges[0].node.lines.sumStep).toBe((65 * 66) / 2);
  });

  test('deleteMany and destroyMany take more than 200 rows', async () => {
    const deleted = await data(
      running,
      'mutation($n: String){ deleteKeyturnUnitLocks(filter: { name: { eq: $n } }) { id } }',
      { n: name },
    );
    expect(deleted.deleteKeyturnUnitLocks).toHaveLength(205);
    const destroyed = await data(
      running,
      'mutation($n: String){ destroyKeyturnUnitLocks(filter: { name: { eq: $n } }) { id } }',
      { n: name },
    );
    expect(destroyed.destroyKeyturnUnitLocks).toHaveLength(205);
  });
}
