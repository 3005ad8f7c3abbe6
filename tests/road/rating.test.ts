/**
 * A096: the customer is asked how it was, over a signed link: one answer a ticket, put right for some days, worthless
 * once the ticket is open again. As HTTP answers of the door, and in a browser where there is one.
 */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { Response, RoutePayload } from 'twenty-sdk/logic-function';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { rateTicket } from '#commands/care/answer-ticket.ts';
import { askRatingLink } from '#commands/care/ask-rating-link.ts';
import { findComplaintsWithoutFeedback } from '#commands/care/find-tickets.ts';
import { moveTicket } from '#commands/care/move-ticket.ts';
import { openTicket } from '#commands/care/open-ticket.ts';
import {
  CORRECTION_DAYS,
  MOST_ANSWERS,
  MOST_BYTES,
  MOST_NOTE,
  RATING_LINK,
  RATING_PATH,
  readRating,
  takeRating,
} from '#commands/care/rating.ts';
import { linkSecrets, signLink } from '#commands/handover/signed-link.ts';
import { isRefused } from '#domain/shared/refusal.ts';
import { showRatingPage, takeRatingAnswer } from '#functions/care/rating-door.ts';
import { projectPath } from '#scripts/build/definition-files.ts';
import { CHROMIUM, HAS_CHROMIUM } from '#tests/widgets/harness/open-scene.ts';
import { type Ground, LINK_SECRET, openGround } from './ground.ts';
import { type Desk, inProcess } from './in-process.ts';

const SECRETS = linkSecrets(LINK_SECRET);
const LINKS = { secrets: SECRETS, urlOf: (path: string) => `https://example.test${path}` };
const HOSTILE = `<script>alert(1)</script>"'&`;
const DAY_MS = 86_400_000;

type Told = { ok: boolean; code?: string; message?: string };
type Axe = { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };

let ground: Ground;
let desk: Desk;

beforeAll(async () => {
  ground = await openGround();
  desk = inProcess(ground.workspace.url, ground.workspace.applicationToken);
});
afterAll(() => ground.close());
beforeEach(() => {
  vi.stubEnv('TWENTY_API_URL', ground.workspace.url);
  vi.stubEnv('TWENTY_APP_ACCESS_TOKEN', ground.workspace.applicationToken);
  vi.stubEnv('KEYTURN_LINK_SECRET', LINK_SECRET);
});
afterEach(() => vi.unstubAllEnvs());

const payload = (token: string, rawBody = '', lang = '') =>
  ({
    headers: {},
    pathParameters: { token },
    queryStringParameters: lang === '' ? {} : { lang },
    body: null,
    rawBody,
  }) as unknown as RoutePayload;

const press = (satisfaction: unknown, more: object = {}) =>
  JSON.stringify({ requestId: randomUUID(), satisfaction, note: '', ...more });

async function post(token: string, body: string) {
  const answer = await takeRatingAnswer(payload(token, body));
  return { status: answer.status ?? 0, ...(JSON.parse(String(answer.body)) as Told) };
}

/** A ticket that is done, with its link. */
async function done(more: Record<string, unknown> = {}) {
  const asked = { kind: 'COMPLAINT', subject: `Tap ${HOSTILE}`, contactName: 'Mei Lin', ...more };
  const { result } = await desk.done(openTicket, asked);
  const serviceTicketId = String(result.serviceTicketId);
  await desk.done(moveTicket, { serviceTicketId, to: 'IN_PROGRESS' });
  await resolve(serviceTicketId);
  return { serviceTicketId, number: String(result.number), token: await tokenOf(serviceTicketId) };
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

const resolve = (serviceTicketId: string) =>
  desk.done(moveTicket, { serviceTicketId, to: 'RESOLVED', resolution: 'New washer' });

async function askLink(serviceTicketId: string) {
  const context = { store: desk.store, clock: { now: () => new Date() }, links: LINKS };
  return askRatingLink.answer(context as never, { serviceTicketId });
}

async function tokenOf(serviceTicketId: string): Promise<string> {
  const answer = await askLink(serviceTicketId);
  if (isRefused(answer)) throw new Error(answer.refused.code);
  const { url, english, chinese } = answer.plan;
  for (const text of [english, chinese]) expect(text).toContain(url);
  return url.replace(`https://example.test${RATING_PATH}/`, '');
}

async function ticketOf(id: string) {
  const { tickets } = await desk.store.read({ tickets: { object: 'serviceTicket', filter: { id } } });
  return tickets[0];
}

describe('the link by which a customer says how it was (A096)', () => {
  it('is there for a ticket that is done, and for no other', async () => {
    const { result } = await desk.done(openTicket, { kind: 'ENQUIRY', subject: 'Hours', contactName: 'A' });
    const answer = await askLink(String(result.serviceTicketId));
    expect(answer).toMatchObject({ refused: { code: 'STATE_NOT_ALLOWED', from: 'NEW', to: 'RESOLVED' } });
  });

  it('shows a page in the language asked for, with nothing of the ticket as markup', async () => {
    const { token, number } = await done();
    const english = await showRatingPage(payload(token));
    expect(english).toMatchObject({ status: 200, headers: { 'cache-control': 'no-store' } });
    const body = String(english.body);
    expect(body).toContain('How satisfied are you?');
    expect(body).toContain(number);
    expect(body).toContain('Tap &lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;');
    expect(body.match(/<script/g)).toHaveLength(1);
    expect(body).not.toContain('New washer');
    expect(String((await showRatingPage(payload(token, '', 'zh'))).body)).toContain('您满意吗？');
  });

  it('one tap is kept in the customer’s name, with the words as text; the complaint may be closed after it', async () => {
    const { token, serviceTicketId } = await done();
    expect(await post(token, press(2, { note: `Late ${HOSTILE}\u202E` }))).toEqual({ status: 200, ok: true });
    const ticket = await ticketOf(serviceTicketId);
    expect(ticket).toMatchObject({ satisfaction: 2, satisfactionNote: `Late ${HOSTILE}` });
    expect(ticket?.satisfactionAskedAt).not.toBeNull();
    const { entries } = await desk.store.read({
      entries: { object: 'auditEntry', filter: { subjectId: serviceTicketId, command: 'rate-ticket' } },
    });
    expect(entries).toMatchObject([{ actorName: 'Customer by link', actorId: null, outcome: 'DONE' }]);
    const page = String((await showRatingPage(payload(token))).body);
    expect(page).toContain('<button value="2" aria-pressed="true">');
    expect(page).toContain('Late &lt;script&gt;');
  });

  it('the same press twice is one answer; another one puts it right', async () => {
    const { token, serviceTicketId } = await done();
    const once = press(5);
    for (let index = 0; index < MOST_ANSWERS + 2; index++)
      expect(await post(token, once)).toMatchObject({ ok: true });
    expect(await post(token, press(3, { note: 'On second thoughts' }))).toMatchObject({ ok: true });
    expect(await ticketOf(serviceTicketId)).toMatchObject({
      satisfaction: 3,
      satisfactionNote: 'On second thoughts',
    });
  });

  it('two presses at once leave one of them, whole', async () => {
    const { token, serviceTicketId } = await done();
    const answers = await Promise.all([1, 5].map((stars) => post(token, press(stars, { note: `${stars}` }))));
    expect(answers.some(({ ok }) => ok)).toBe(true);
    for (const { ok, code } of answers) expect([ok, code]).toEqual(ok ? [true, undefined] : [false, 'BUSY']);
    const ticket = await ticketOf(serviceTicketId);
    expect(ticket?.satisfactionNote).toBe(String(ticket?.satisfaction));
  });

  it('after so many days it is refused with a plain sentence, and the page shows what was said', async () => {
    const { token, serviceTicketId } = await done();
    const door = (days: number) => ({
      store: desk.store,
      secrets: SECRETS,
      clock: { now: () => new Date(Date.now() + days * DAY_MS) },
    });
    await takeRating(door(0), token, press(4));
    expect(await readRating(door(CORRECTION_DAYS), token)).toMatchObject({ plan: { mayAnswer: true } });
    expect(isRefused(await takeRating(door(CORRECTION_DAYS), token, press(3)))).toBe(false);
    const late = door(CORRECTION_DAYS + 1);
    expect(await takeRating(late, token, press(1))).toMatchObject({ refused: { code: 'RATING_GIVEN' } });
    expect(await readRating(late, token)).toMatchObject({
      plan: { mayAnswer: false, given: { stars: 3, note: '' } },
    });
    expect((await ticketOf(serviceTicketId))?.satisfaction).toBe(3);
    expect(await takeRating(door(31), token, press(1))).toMatchObject({ refused: { code: 'LINK_EXPIRED' } });
  });

  it('what staff has kept is the answer, too', async () => {
    const { token, serviceTicketId } = await done();
    await desk.done(rateTicket, { serviceTicketId, satisfaction: 4, note: 'By telephone' });
    expect(
      await readRating({ store: desk.store, secrets: SECRETS, clock: { now: () => new Date() } }, token),
    ).toMatchObject({ plan: { given: { stars: 4, note: 'By telephone' }, mayAnswer: true } });
  });

  it('is worthless once the ticket is opened again; done anew, it is asked anew', async () => {
    const { token, serviceTicketId } = await done();
    await post(token, press(1));
    await desk.done(moveTicket, { serviceTicketId, to: 'REOPENED' });
    expect(await post(token, press(5))).toMatchObject({ status: 409, code: 'RATING_NOT_ASKED' });
    await resolve(serviceTicketId);
    expect(await post(token, press(5))).toMatchObject({ status: 403, code: 'LINK_REPLACED' });
    expect((await ticketOf(serviceTicketId))?.satisfaction).toBe(1);
    const anew = await tokenOf(serviceTicketId);
    expect(String((await showRatingPage(payload(anew))).body)).not.toContain('aria-pressed="true"');
    expect(await post(anew, press(5))).toMatchObject({ ok: true });
    expect((await ticketOf(serviceTicketId))?.satisfaction).toBe(5);
  });

  it('takes so many answers an hour', async () => {
    const { token } = await done();
    for (let index = 0; index < MOST_ANSWERS; index++)
      expect(await post(token, press(1 + index))).toMatchObject({ ok: true });
    expect(await post(token, press(1))).toMatchObject({ status: 429, code: 'TOO_MANY_REQUESTS' });
  });

  it('forged, of another kind, over, or for nothing: refused, and nothing is told or kept', async () => {
    const { serviceTicketId: recordId, token, number } = await done();
    const expiresAt = new Date(Date.now() + DAY_MS);
    const link = (claim: object, secrets = SECRETS) => {
      const signed = signLink({ kind: RATING_LINK, recordId, version: 0, expiresAt, ...claim }, secrets);
      if (isRefused(signed)) throw new Error(signed.refused.code);
      return signed.plan.token;
    };
    const cases: [string, string][] = [
      [link({}, ['a guess']), 'LINK_NOT_VALID'],
      [link({ kind: 'visit' }), 'LINK_NOT_VALID'],
      [link({ kind: 'service-form' }), 'LINK_NOT_VALID'],
      [link({ expiresAt: new Date(Date.now() - 1_000) }), 'LINK_EXPIRED'],
      [link({ version: 1 }), 'LINK_REPLACED'],
      [link({ recordId: randomUUID() }), 'LINK_NOT_VALID'],
      [token.slice(0, -2), 'LINK_NOT_VALID'],
      ['', 'LINK_NOT_VALID'],
    ];
    for (const [one, code] of cases) {
      expect([one, (await post(one, press(1))).code]).toEqual([one, code]);
      const page = await showRatingPage(payload(one));
      expect(page.status).toBe(403);
      expect(String(page.body)).not.toContain(number);
      expect(String(page.body)).not.toContain('<form');
    }
    expect((await ticketOf(recordId))?.satisfaction).toBeNull();
  });

  it.each([
    ['no JSON', '{'],
    ['a list', '[1]'],
    ['no stars', JSON.stringify({ requestId: randomUUID() })],
    ['too many stars', press(6)],
    ['none', press(0)],
    ['half a star', press(2.5)],
    ['stars as text', press('5')],
    ['something more', press(5, { state: 'CLOSED' })],
    ['a long note', press(5, { note: 'x'.repeat(MOST_NOTE + 1) })],
    ['a large request', press(5, { note: '好'.repeat(MOST_BYTES) })],
    ['no id', press(5, { requestId: 'x' })],
  ])('%s is refused', async (_what, body) => {
    const { token, serviceTicketId } = await done();
    expect(await post(token, body)).toMatchObject({ status: 400, code: 'INVALID_INPUT' });
    expect((await ticketOf(serviceTicketId))?.satisfaction).toBeNull();
  });

  it('hostile requests by the hundred keep nothing and break nothing', async () => {
    const { token, serviceTicketId } = await done();
    const isAnswer = (sent: unknown) =>
      typeof sent === 'object' && sent !== null && 'satisfaction' in sent && 'requestId' in sent;
    const bodies = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 2_000 }),
      fc.json(),
      fc.record({ satisfaction: fc.anything(), requestId: fc.anything() }).map((one) => JSON.stringify(one)),
      fc
        .record({ requestId: fc.uuid(), satisfaction: fc.double(), note: fc.string() })
        .map((one) => JSON.stringify(one)),
    );
    const hostile = bodies.filter((body) => {
      const sent = parsed(body);
      const stars = isAnswer(sent) ? (sent as { satisfaction: unknown }).satisfaction : null;
      return !(Number.isInteger(stars) && Number(stars) >= 1 && Number(stars) <= 5);
    });
    await fc.assert(
      fc.asyncProperty(hostile, async (body) => {
        expect(await post(token, body)).toMatchObject({ status: 400, code: 'INVALID_INPUT' });
        // Nothing is asked of the workspace meanwhile: its connections close, and that has to be heard.
        await setImmediate();
      }),
      { numRuns: 300 },
    );
    expect((await ticketOf(serviceTicketId))?.satisfaction).toBeNull();
    expect(await post(token, press(5))).toMatchObject({ ok: true });
  });

  it('the task about a complaint without feedback has the link in its text', async () => {
    const { serviceTicketId } = await done();
    const clock = { now: () => new Date(Date.now() + 5 * 3_600_000) };
    const of = async (more: object) => {
      const looking = { store: desk.store, clock, ...more };
      const found = await findComplaintsWithoutFeedback.find(looking, { afterHours: 4 });
      if (isRefused(found)) throw new Error(found.refused.code);
      return found.plan.find(({ recordId }) => recordId === serviceTicketId)?.details ?? '';
    };
    const [resolution, url = ''] = (await of({ links: LINKS })).split('\n');
    expect(resolution).toBe('New washer');
    const token = url.replace(`https://example.test${RATING_PATH}/`, '');
    expect(await post(token, press(4))).toMatchObject({ ok: true });
    // Where links cannot be signed the task says the rest.
    expect(await of({ links: { ...LINKS, secrets: [] } })).toBe('New washer');
  });
});

describe.skipIf(!HAS_CHROMIUM)('the page in a browser', () => {
  let browser: Browser;
  let server: Server;
  let address = '';
  let axe = '';

  beforeAll(async () => {
    axe = await readFile(projectPath('node_modules/axe-core/axe.min.js'), 'utf8');
    server = createServer(async (request, response) => {
      const url = new URL(request.url ?? '/', 'http://localhost');
      const token = url.pathname.replace(`${RATING_PATH}/`, '');
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const event = payload(
        token,
        Buffer.concat(chunks).toString('utf8'),
        url.searchParams.get('lang') ?? '',
      );
      const answer: Response = await (request.method === 'POST'
        ? takeRatingAnswer(event)
        : showRatingPage(event));
      response.writeHead(answer.status ?? 200, answer.headers as Record<string, string>);
      response.end(String(answer.body));
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}${RATING_PATH}`;
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  /** The page is drawn anew when the answer is kept. */
  async function pressed(page: Page, name = '') {
    const drawn = page.waitForEvent('load');
    await page.getByRole('button', { name, exact: true }).click();
    await drawn;
  }

  async function findings(page: Page): Promise<string[]> {
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: Axe }).axe.run());
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
  }

  it.each([
    ['light', 'en'],
    ['dark', 'zh'],
  ] as const)(
    'on a phone in %s and %s one tap is kept, words are added, and axe finds nothing',
    async (colorScheme, lang) => {
      const { token, serviceTicketId } = await done();
      const page = await browser.newPage({
        colorScheme,
        viewport: { width: 390, height: 844 },
        bypassCSP: true,
      });
      const errors: string[] = [];
      page.on('pageerror', ({ message }) => errors.push(message));
      await page.goto(`${address}/${token}?lang=${lang}`);
      expect(await findings(page)).toEqual([]);
      const words = lang === 'en' ? ['Satisfied', 'Send with these words'] : ['满意', '连同留言一起提交'];
      await pressed(page, words[0]);
      await page.locator('button[aria-pressed=true]').waitFor();
      expect((await ticketOf(serviceTicketId))?.satisfaction).toBe(4);
      await page.getByRole('textbox').fill('Friendly 友好');
      await pressed(page, words[1]);
      await expect
        .poll(async () => (await ticketOf(serviceTicketId))?.satisfactionNote)
        .toBe('Friendly 友好');
      expect(await findings(page)).toEqual([]);
      const isWide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
      expect(isWide).toBe(false);
      expect(errors).toEqual([]);
      if (process.env.RATING_SHOTS)
        await page.screenshot({ path: `${process.env.RATING_SHOTS}/rating-${lang}.png`, fullPage: true });
      await page.close();
    },
  );
});
