/** The public web form (A032, A095): signed, counted, small, text only, folded; 1,000 hostile inputs do no harm. */
import fc from 'fast-check';
import type { RoutePayload } from 'twenty-sdk/logic-function';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { askFormLink } from '#commands/care/ask-form-link.ts';
import { FORM_LINK, MOST_BYTES, MOST_OF_PROJECT, MOST_OF_SENDER } from '#commands/care/web-request.ts';
import { linkSecrets, signLink } from '#commands/handover/signed-link.ts';
import { isRefused } from '#domain/shared/refusal.ts';
import { showServicePage, takeServiceRequest } from '#functions/care/service-door.ts';
import { servicePage } from '#functions/care/service-page.ts';
import { type Ground, LINK_SECRET, openGround } from './ground.ts';
import { type Desk, inProcess } from './in-process.ts';

type Told = { ok: boolean; number?: string; isKnown?: boolean; code?: string; message?: string };

const [SECRET = ''] = linkSecrets(LINK_SECRET);
const LATER = new Date(Date.now() + 86_400_000);

describe('the public service form', () => {
  let ground: Ground;
  let desk: Desk;
  let projects = 0;

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

  async function project(name = `Site ${++projects}`) {
    const answer = await ground.client.graphql<{ createKeyturnProject: { id: string } }>(
      'mutation ($data: KeyturnProjectCreateInput!) { createKeyturnProject(data: $data) { id } }',
      { data: { name, code: name } },
    );
    const { id } = answer.createKeyturnProject;
    return { id, key: keyOf(id) };
  }
  function keyOf(recordId: string, more: object = {}, secret = SECRET) {
    const signed = signLink({ kind: FORM_LINK, recordId, version: 0, expiresAt: LATER, ...more }, [secret]);
    if (isRefused(signed)) throw new Error('not signed');
    return signed.plan.token;
  }
  const payload = (key: string, rawBody: string, headers: Record<string, string> = {}, lang = '') =>
    ({
      headers,
      pathParameters: { key },
      queryStringParameters: lang === '' ? {} : { lang },
      body: null,
      rawBody,
    }) as unknown as RoutePayload;
  async function post(key: string, sent: unknown, address = '') {
    const rawBody = typeof sent === 'string' ? sent : JSON.stringify(sent);
    const headers: Record<string, string> =
      address === '' ? {} : { 'x-forwarded-for': `9.9.9.9, ${address}` };
    const answer = await takeServiceRequest(payload(key, rawBody, headers));
    const body = JSON.parse(String(answer.body)) as Told;
    return { status: answer.status ?? 0, ...body };
  }
  const form = (more: object = {}) => ({
    kind: 'REPAIR',
    name: 'Mei Lin',
    phone: '+86 138 0013 8000',
    text: 'The tap drips.',
    ...more,
  });
  async function ticketsOf(projectId: string) {
    const { tickets } = await desk.store.read({
      tickets: { object: 'serviceTicket', filter: { projectId } },
    });
    return tickets;
  }

  it('is a page of the project, in the language asked for, with nothing of it as markup', async () => {
    const { key } = await project('<script>alert(1)</script> & "Co"');
    const page = await showServicePage(payload(key, '', {}, 'zh'));
    expect(page.status).toBe(200);
    expect(page.headers).toMatchObject({
      'cache-control': 'no-store',
      'content-type': 'text/html; charset=utf-8',
    });
    expect(String(page.body)).toContain('客户服务');
    expect(String(page.body)).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;Co&quot;');
    expect(String(page.body).match(/<script/g)).toHaveLength(1);
    expect(servicePage('A', 'en')).toContain('Tell us what we can do');
    const wrong = await showServicePage(payload('nonsense', ''));
    expect(wrong.status).toBe(403);
    expect(String(wrong.body)).not.toContain('<form');
  });

  it('becomes a ticket with its number; what was written stays text', async () => {
    const { id, key } = await project();
    const text = '<img src=x onerror=alert(1)> {{7*7}} \u202Eevil\u0000';
    const told = await post(key, form({ text, home: 'Tower 1, 1203' }));
    expect(told).toMatchObject({ status: 200, ok: true, isKnown: false });
    const [ticket] = await ticketsOf(id);
    expect(ticket).toMatchObject({
      number: told.number,
      kind: 'REPAIR',
      channel: 'WEB',
      state: 'NEW',
      name: '<img src=x onerror=alert(1)> {{7*7}} evil',
      description: 'Tower 1, 1203\n\n<img src=x onerror=alert(1)> {{7*7}} evil',
      contactPhone: '+86 138 0013 8000',
      customerId: null,
      warranty: 'UNKNOWN',
    });
    expect(ticket?.sourceKey).toMatch(/^[0-9a-f]{40}$/);
  });

  it('the same text of the same sender within a day is one ticket, also when sent many times at once', async () => {
    const { id, key } = await project();
    const all = await Promise.all(
      ['The tap drips.', 'the  TAP drips', 'The tap drips!', 'THE TAP DRIPS'].map((text) =>
        post(key, form({ text })),
      ),
    );
    expect(all.every(({ ok }) => ok)).toBe(true);
    expect(new Set(all.map(({ number }) => number)).size).toBe(1);
    const again = await post(key, form({ phone: '+86 138-0013-8000' }));
    expect(again).toMatchObject({ isKnown: true });
    const [ticket, ...others] = await ticketsOf(id);
    expect(others).toEqual([]);
    expect(ticket?.duplicates).toBe(4);
    await post(key, form({ text: 'Another thing' }));
    await post(key, form({ phone: '+86 138 0013 9999' }));
    expect(await ticketsOf(id)).toHaveLength(3);
  });

  it('a sender has so many an hour, whatever is written, and a project so many of all', async () => {
    const { id, key } = await project();
    for (let index = 0; index < MOST_OF_SENDER; index++)
      expect((await post(key, form({ text: `Thing ${index}` }), '10.0.0.1')).ok).toBe(true);
    const more = await post(key, form({ text: 'One more', phone: '+1 555 000 1111' }), '10.0.0.1');
    expect(more).toMatchObject({ status: 429, code: 'TOO_MANY_REQUESTS' });
    expect((await post(key, form({ text: 'One more' }), '10.0.0.2')).ok).toBe(true);
    expect(await ticketsOf(id)).toHaveLength(MOST_OF_SENDER + 1);
  });

  it.each([
    ['another secret', (id: string) => keyOf(id, {}, 'guessed')],
    ['another kind of link', (id: string) => keyOf(id, { kind: 'visit' })],
    ['a link that has ended', (id: string) => keyOf(id, { expiresAt: new Date(Date.now() - 1_000) })],
    ['no key', () => ''],
    ['a key that is cut', (id: string) => keyOf(id).slice(0, -3)],
  ])('%s opens nothing', async (_case, made) => {
    const { id } = await project();
    expect(await post(made(id), form())).toMatchObject({ status: 403, ok: false });
    expect(await ticketsOf(id)).toEqual([]);
  });

  it.each([
    ['no JSON', 'kind=REPAIR&text=x', 400],
    [
      'a field too many',
      JSON.stringify({ ...form(), customerId: '7b3f1f0c-3f63-4a65-a481-7b221040253d' }),
      400,
    ],
    ['a kind of its own', JSON.stringify(form({ kind: 'INTERNAL' })), 400],
    ['no way to answer', JSON.stringify(form({ phone: '' })), 400],
    ['a wrong email', JSON.stringify(form({ phone: '', email: 'a@b' })), 400],
    ['nothing but what cannot be seen', JSON.stringify(form({ text: '\u200B\u0000 ' })), 400],
    ['too much', 'x'.repeat(MOST_BYTES + 1), 413],
  ])('%s is refused', async (_case, body, status) => {
    const { id, key } = await project();
    expect(await post(key, body)).toMatchObject({ status, ok: false });
    expect(await ticketsOf(id)).toEqual([]);
  });

  it('who fills in the hidden field is told that all is well, and nothing is kept', async () => {
    const { id, key } = await project();
    expect(await post(key, form({ website: 'http://spam' }))).toMatchObject({ status: 200, ok: true });
    expect(await ticketsOf(id)).toEqual([]);
  });

  it('the address is asked for by staff, and opens the form', async () => {
    const { id } = await project();
    const links = { secrets: [SECRET], urlOf: (path: string) => `https://x${path}` };
    const asked = { store: desk.store, clock: { now: () => new Date() }, files: {} as never, links };
    const answer = await askFormLink.answer(asked, { projectId: id });
    const url = isRefused(answer) ? '' : answer.plan.url;
    expect((await post(url.split('/').at(-1) ?? '', form())).ok).toBe(true);
    const unset = await askFormLink.answer({ ...asked, links: { ...links, secrets: [] } }, { projectId: id });
    expect(unset).toMatchObject({ refused: { code: 'LINK_SECRET_MISSING' } });
  });

  it('1,000 hostile inputs: no failure of the server, no other row changed, and no more tickets than the limit', async () => {
    const { id, key } = await project();
    const before = await othersDigest();
    let sent = 0;
    const statuses = new Map<number, number>();
    await fc.assert(
      fc.asyncProperty(hostileBody, fc.integer({ min: 0, max: 40 }), async (body, from) => {
        sent++;
        const { status } = await post(key, body, from === 0 ? '' : `10.1.0.${from}`);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        expect(status).toBeLessThan(500);
      }),
      { numRuns: 1_000 },
    );
    expect(sent).toBeGreaterThanOrEqual(1_000);
    const tickets = await ticketsOf(id);
    expect(tickets.length).toBeGreaterThan(10);
    expect(tickets.length).toBeLessThanOrEqual(MOST_OF_PROJECT);
    expect(await othersDigest()).toEqual(before);
    expect([...statuses.keys()].sort()).toEqual([200, 400, 413, 429]);
    for (const { name, description, contactName } of tickets)
      expect(`${name}${description}${contactName}`).not.toMatch(/[^\P{Cc}\n]|[\u202A-\u202E\u2066-\u2069]/u);
  }, 300_000);

  /** Of every table but those of tickets and of the journal: how many rows, and what they are. */
  async function othersDigest() {
    const tables = await ground.workspace.sql<{ name: string; place: string }>(
      `select table_name as name, table_schema as place from information_schema.tables
       where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE' order by 1`,
    );
    const digests: Record<string, unknown> = {};
    for (const { name, place } of tables) {
      if (/ServiceTicket$|AuditEntry$/i.test(name)) continue;
      const [row] = await ground.workspace.sql<{ rows: string }>(
        `select count(*) || ' ' || coalesce(md5(string_agg(one::text, '|' order by one::text)), '') as rows from "${place}"."${name}" one`,
      );
      digests[name] = row?.rows;
    }
    expect(Object.keys(digests).length).toBeGreaterThan(40);
    return digests;
  }
});

const ATTACKS = [
  '\'; DROP TABLE "keyturnServiceTicket"; --',
  "1' OR '1'='1",
  '{ __schema { types { name } } }',
  'mutation { deleteKeyturnUnits(filter: {}) { id } }',
  '"}) { id } destroyPeople(filter: {id: {neq: null}}) { id } #',
  '<script>alert(document.cookie)</script>',
  '"><img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  '{{constructor.constructor("return process")()}}',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is one to the template engine that is attacked
  '${7*7} #{7*7} <%= 7*7 %>',
  '../../../../etc/passwd',
  '=cmd|" /C calc"!A0',
  '\u202Etxt.exe\u202C',
  '\u0000\u0001\u0008\u001B[2J',
  '\uD800\uDFFF\uD800',
  'Z\u0351\u036B\u0343a\u036Al\u0367g\u0343o'.repeat(40),
  '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}',
  '\r\nSet-Cookie: a=b\r\n\r\n',
  '%00%0d%0a',
  '__proto__',
  'ﷺ'.repeat(500),
  'x'.repeat(2_000),
  '-1e309',
  'true',
  '',
];
const attack = fc.oneof(
  fc.constantFrom(...ATTACKS),
  fc.string({ unit: 'binary', maxLength: 120 }),
  fc.string({ maxLength: 60 }),
);
const anyValue = fc.oneof(
  attack,
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.array(attack, { maxLength: 3 }),
  fc.dictionary(attack, attack, { maxKeys: 3 }),
);
/** As a person could send it, but for what is written in it. */
const wellFormed = fc.record({
  kind: fc.constantFrom('ENQUIRY', 'REPAIR', 'COMPLAINT', 'SUGGESTION'),
  name: attack.map((text) => [...text].slice(0, 20).join('') || 'N'),
  phone: fc.oneof(
    fc.constantFrom('+86 138 0013 8000', '0571-8888 0000', '١٢٣٤٥٦٧٨٩'),
    attack.map((text) => text.slice(0, 40)),
  ),
  text: attack,
  email: fc.constantFrom('', 'a@b.cd', '"<script>"@x.y'),
});
const deep = fc.integer({ min: 1, max: 7_000 }).map((depth) => `${'['.repeat(depth)}${']'.repeat(depth)}`);
const hostileBody: fc.Arbitrary<string> = fc.oneof(
  { weight: 5, arbitrary: wellFormed.map((form) => JSON.stringify(form)) },
  {
    weight: 2,
    arbitrary: fc
      .record(
        {
          kind: anyValue,
          name: anyValue,
          phone: anyValue,
          text: anyValue,
          email: anyValue,
          home: anyValue,
          website: anyValue,
        },
        { requiredKeys: [] },
      )
      .map((form) => JSON.stringify(form)),
  },
  {
    weight: 1,
    arbitrary: fc
      .dictionary(fc.oneof(attack, fc.constantFrom('__proto__', 'constructor', 'foldKey', 'state')), anyValue)
      .map((form) => JSON.stringify(form)),
  },
  { weight: 1, arbitrary: attack },
  { weight: 1, arbitrary: deep },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'x'.repeat(20_000),
      '{"text":"'.padEnd(17_000, 'a'),
      'null',
      '[]',
      '0',
      '"',
      '{"kind":"REPAIR"',
      '{"__proto__":{"isAdmin":true}}',
    ),
  },
);
