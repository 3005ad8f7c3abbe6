import { expect, test } from 'vitest';
import { applicationId } from '#identifiers/application.ts';
import type { Running } from '#tests/contract/running.ts';

/** Tokens, the metadata endpoint and routes, as far as an API key sees them. */
export function accessContract(running: Running): void {
  test('without a token the workspace does not even know its objects', async () => {
    const answer = await running.session.askAs(undefined)('{ keyturnProjects { totalCount } }');
    expect(answer.errors[0].message).toMatch(/^Cannot query field "keyturnProjects" on type "Query"/);
  });

  test('a token that is none is UNAUTHENTICATED', async () => {
    const ask = running.session.askAs('nonsense');
    for (const path of ['graphql', 'metadata'] as const) {
      const answer = await ask('{ __typename }', {}, path);
      expect(answer.errors[0]).toMatchObject({
        message: 'Token invalid.',
        extensions: { code: 'UNAUTHENTICATED' },
      });
    }
  });

  test('an API key is no user', async () => {
    const answer = await running.session.ask('{ currentUser { id } }', {}, 'metadata');
    expect(answer.errors[0]).toMatchObject({
      message: 'Forbidden resource',
      extensions: { code: 'FORBIDDEN' },
    });
  });

  test('the metadata names the objects, their fields and the functions by universal identifier', async () => {
    const answer = await running.session.ask(
      `{ objects(paging: { first: 200 }) { edges { node { id universalIdentifier nameSingular isActive fieldsList { name type universalIdentifier } } } }
         findManyLogicFunctions { id universalIdentifier name } currentWorkspace { id } }`,
      {},
      'metadata',
    );
    expect(answer.errors).toBeUndefined();
    const lock = answer.data.objects.edges
      .map((edge: { node: { nameSingular: string } }) => edge.node)
      .find((node: { nameSingular: string }) => node.nameSingular === 'keyturnUnitLock');
    expect(lock.isActive).toBe(true);
    const lockKey = lock.fieldsList.find((field: { name: string }) => field.name === 'lockKey');
    expect(lockKey).toMatchObject({
      type: 'TEXT',
      universalIdentifier: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    const names = answer.data.findManyLogicFunctions.map((item: { name: string }) => item.name);
    expect(names.some((name: string) => name.startsWith('keyturn-'))).toBe(true);
  });

  test('the application says which variables an admin may set, and takes no other', async () => {
    const application = (
      await running.session.ask(
        'query($u: UUID!){ findOneApplication(universalIdentifier: $u) { id applicationVariables { key isSecret } } }',
        { u: applicationId('application') },
        'metadata',
      )
    ).data.findOneApplication;
    expect(Array.isArray(application.applicationVariables)).toBe(true);
    const answer = await running.session.ask(
      'mutation($a: UUID!){ updateOneApplicationVariable(key: "NO_SUCH", value: "x", applicationId: $a) }',
      { a: application.id },
      'metadata',
    );
    expect(answer.errors[0]).toMatchObject({
      message: 'Application variable with key NO_SUCH not found',
      extensions: { code: 'NOT_FOUND', subCode: 'APPLICATION_VARIABLE_NOT_FOUND' },
    });
  });

  test('a route that does not exist is 404 TRIGGER_NOT_FOUND', async () => {
    const response = await fetch(`${running.session.url}/s/keyturn/no/such/route`);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({
      statusCode: 404,
      code: 'TRIGGER_NOT_FOUND',
      messages: ['No Route trigger found'],
    });
  });

  test('the server says that it is well', async () => {
    const response = await fetch(`${running.session.url}/healthz`);
    expect([response.status, (await response.json()).status]).toEqual([200, 'ok']);
  });
}
