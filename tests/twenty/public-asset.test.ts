import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPublicAsset } from '#twenty/public-asset.ts';

const API = 'http://twenty.test';
const FOLDER = `${API}/public-assets/the-workspace/the-app/public`;

const server = setupServer(
  http.get(`${FOLDER}/fonts/a.ttf.br`, () => HttpResponse.arrayBuffer(Uint8Array.of(0, 128, 255).buffer)),
  http.get(`${FOLDER}/elsewhere.bin`, () => HttpResponse.redirect(`${FOLDER}/fonts/a.ttf.br`)),
  http.get(`${FOLDER}/cut.bin`, () => HttpResponse.error()),
  http.get(`${FOLDER}/*`, () => HttpResponse.json({ message: 'File not found' }, { status: 404 })),
);

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterAll(() => server.close());

const claims = Buffer.from(JSON.stringify({ workspaceId: 'the-workspace', applicationId: 'the-app' }));
const environment = { apiUrl: API, applicationToken: `h.${claims.toString('base64url')}.s` };

describe('a file of the app’s public folder', () => {
  it.each(['fonts/a.ttf.br', 'elsewhere.bin'])('%s is read byte for byte', async (path) => {
    expect([...(await readPublicAsset(environment, path))]).toEqual([0, 128, 255]);
  });

  it('that is not there is an error that names it', async () => {
    await expect(readPublicAsset(environment, 'fonts/b.br')).rejects.toThrow(
      'fonts/b.br was answered with status 404',
    );
  });

  it('that does not arrive is an error that names it', async () => {
    await expect(readPublicAsset(environment, 'cut.bin')).rejects.toThrow('No answer for the app');
  });
});
