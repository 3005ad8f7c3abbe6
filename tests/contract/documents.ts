import { expect, test } from 'vitest';
import { create, data, nameOf, newId, type Running, refusal } from '#tests/contract/running.ts';

/** What a document may hold, and what happens when part of it fails. */
export function documentsContract(running: Running): void {
  test('a refused mutation leaves the others of its document standing', async () => {
    const name = nameOf(running, 'mixed');
    const answer = await running.session.ask(
      `mutation($n: String, $i: UUID!){
        createKeyturnProject(data: { name: $n }) { name }
        updateKeyturnProject(id: $i, data: { city: "x" }) { id }
        createKeyturnBuilding(data: { name: $n, nonsense: 1 }) { id }
        createKeyturnUnitLock(data: { name: $n }) { name }
      }`,
      { n: name, i: newId() },
    );
    expect(answer.data).toEqual({
      createKeyturnProject: { name },
      updateKeyturnProject: null,
      createKeyturnBuilding: null,
      createKeyturnUnitLock: { name },
    });
    const messages = answer.errors.map((error: { message: string }) => error.message).sort();
    expect(messages).toEqual([
      `Object keyturnBuilding doesn't have any "nonsense" field.`,
      'Record not found',
    ]);
    expect(answer.errors[0].path).toBeUndefined();
  });

  const PARENT = 'createKeyturnPaymentPlan(data: { id: $i, name: $n }) { id }';
  const CHILD = 'createKeyturnPaymentPlanLine(data: { name: $n, step: 1, paymentPlanId: $i }) { id }';

  test.each([
    ['first', `${PARENT} ${CHILD}`],
    ['last', `${CHILD} ${PARENT}`],
  ])(
    'mutations of one document run at once: a child may miss the parent that stands %s',
    async (_, fields) => {
      // Chance on a real server, certain on the embedded one; so it is tried until it happens.
      const document = `mutation($i: UUID, $n: String){ ${fields} }`;
      const messages: string[] = [];
      for (let attempt = 0; attempt < 60 && messages.length === 0; attempt++) {
        const answer = await running.session.ask(document, { i: newId(), n: nameOf(running, 'order') });
        for (const error of answer.errors ?? []) messages.push(error.message);
      }
      expect(messages[0]).toMatch(/violates foreign key constraint/);
    },
  );

  test('one root field may not come twice, whatever its alias', async () => {
    const answer = await running.session.ask(
      '{ a: keyturnProjects(first: 1) { totalCount } b: keyturnProjects(first: 1) { totalCount } }',
    );
    expect(answer.data).toEqual({});
    expect(answer.errors).toMatchObject([
      { message: 'Duplicate root resolver: "keyturnProjects"', extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });

  test('a document holds at most 20 root fields', async () => {
    const objects = [
      'Project',
      'Building',
      'UnitType',
      'Unit',
      'UnitLock',
      'PaymentPlan',
      'PaymentPlanLine',
    ].map((name) => `keyturn${name}s`);
    const fields = objects.flatMap((name) => [
      `${name}(first: 1) { totalCount }`,
      `${name}GroupBy(groupBy: [{ name: true }]) { totalCount }`,
    ]);
    const more = ['people', 'companies', 'opportunities', 'notes', 'tasks', 'noteTargets', 'taskTargets'].map(
      (name) => `${name}(first: 1) { totalCount }`,
    );
    const error = await refusal(running, `{ ${[...fields, ...more].join(' ')} }`);
    expect(error.message).toBe(
      'Query too complex - Too many root resolvers requested: 21 - Maximum allowed root resolvers: 20',
    );
  });

  test('a root alias is kept, an alias inside a record is ignored', async () => {
    const name = nameOf(running, 'alias');
    const { id } = await create(running, 'keyturnProject', { name });
    const answer = await data(
      running,
      'query($i: UUID!){ mine: keyturnProject(filter: { id: { eq: $i } }) { title: name } }',
      { i: id },
    );
    expect(answer).toEqual({ mine: { name } });
  });

  test('a field the object does not have is null, not an error', async () => {
    const { id } = await create(running, 'keyturnProject', { name: nameOf(running, 'unknown') });
    const answer = await data(
      running,
      'query($i: UUID!){ keyturnProject(filter: { id: { eq: $i } }) { nonsense __typename } }',
      { i: id },
    );
    expect(answer.keyturnProject).toEqual({ nonsense: null, __typename: 'KeyturnProject' });
  });

  test('fragments and operation names work', async () => {
    const name = nameOf(running, 'fragment');
    const { id } = await create(running, 'keyturnProject', { name });
    const answer = await data(
      running,
      'query Named($i: UUID!){ keyturnProject(filter: { id: { eq: $i } }) { ...Short } } fragment Short on KeyturnProject { name }',
      { i: id },
    );
    expect(answer.keyturnProject).toEqual({ name });
  });

  test('a root field that does not exist fails the document', async () => {
    const answer = await running.session.ask('{ keyturnNonsenses { totalCount } }');
    expect(answer.errors[0].message).toMatch(/^Cannot query field "keyturnNonsenses" on type "Query"/);
    expect(answer.data ?? null).toBeNull();
  });

  test('a syntax error is told as one', async () => {
    const answer = await running.session.ask('{ keyturnProjects {');
    expect(answer.errors[0].message).toMatch(/^Syntax Error/);
  });

  test('a single record needs a filter', async () => {
    const error = await refusal(running, '{ keyturnProject { id } }');
    expect(error).toMatchObject({
      message: 'Missing filter argument',
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });

  test('data is asked for in its shape', async () => {
    const many = await refusal(running, 'mutation { createKeyturnProjects(data: { name: "x" }) { id } }');
    expect(many.message).toBe('Missing required argument: "data" (array)');
    const one = await refusal(running, 'mutation { createKeyturnProject(data: "x") { id } }');
    expect(one.message).toBe('Missing required argument: "data" (object)');
    const filter = await refusal(running, 'mutation { updateKeyturnProjects(data: { name: "x" }) { id } }');
    expect(filter.message).toBe('Missing required argument: "filter" (object)');
  });
}
