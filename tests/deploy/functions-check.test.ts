import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { checkFunctions } from '#scripts/deploy/functions-check.ts';
import { Refusal } from '#scripts/deploy/refusal.ts';
import { TwentyServer } from '#scripts/deploy/server.ts';
import { failure, URL_OF_FAKE } from './fake-twenty.ts';

const network = setupServer();
beforeAll(() => network.listen({ onUnhandledRequest: 'error' }));
afterAll(() => network.close());
afterEach(() => network.resetHandlers());

type Answers = { create?: unknown; execute?: unknown };

/** @returns which functions exist afterwards. */
function arrange({ create, execute }: Answers): Set<string> {
  const functions = new Set<string>();
  network.use(
    http.post(`${URL_OF_FAKE}/metadata`, async ({ request }) => {
      const { query } = (await request.json()) as { query: string };
      if (query.includes('deleteOne')) functions.delete('probe');
      if (query.includes('executeOne')) return HttpResponse.json(execute as object);
      if (query.includes('createOne') && create !== undefined) return HttpResponse.json(create as object);
      if (query.includes('createOne')) functions.add('probe');
      return HttpResponse.json({
        data: { createOneLogicFunction: { id: 'probe' }, deleteOneLogicFunction: { id: 'probe' } },
      });
    }),
  );
  return functions;
}

const check = () => checkFunctions(new TwentyServer(URL_OF_FAKE, 'key', async () => undefined));
const ran = (status: string, error: unknown = null) => ({
  data: { executeOneLogicFunction: { status, error } },
});

it('a function that runs is taken away again and nothing is said', async () => {
  const functions = arrange({ execute: ran('SUCCESS') });
  expect(await check()).toBeUndefined();
  expect([...functions]).toEqual([]);
});

it('functions that are off are refused, and the probe is gone', async () => {
  const functions = arrange({
    execute: failure('Logic function transpilation is disabled.', { subCode: 'LOGIC_FUNCTION_DISABLED' }),
  });
  await expect(check()).rejects.toThrow('Functions are switched off on this server');
  expect([...functions]).toEqual([]);
});

it('a function that fails is refused with its reason', async () => {
  arrange({ execute: ran('ERROR', { errorMessage: 'yarn install failed' }) });
  const refusal = await check().catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(Refusal);
  expect((refusal as Refusal).message).toContain('yarn install failed');
});

it('a key that may not make functions gets an honest note', async () => {
  arrange({ create: failure('User does not have permission.', { code: 'FORBIDDEN' }) });
  expect(await check()).toBe(
    'Could not check whether functions run on this server (User does not have permission.).',
  );
});
