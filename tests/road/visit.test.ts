/** Issue 6, item 1: a buyer books over a signed link, sees the own appointment only, and changes it until the day before. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handoverLink } from '#commands/handover/ask-visit-link.ts';
import { bookHandover } from '#commands/handover/book-handover.ts';
import { openHandoverBatch } from '#commands/handover/open-handover-batch.ts';
import { renewHandoverLink } from '#commands/handover/renew-link.ts';
import { signLink } from '#commands/handover/signed-link.ts';
import { changeVisit, MOST_CHANGES, readVisit } from '#commands/handover/visit.ts';
import { type Decision, isRefused } from '#domain/shared/refusal.ts';
import { visitPage } from '#functions/handover/visit-page.ts';
import { batchTerms, startsOf } from './appointment-site.ts';
import { type Ground, LINK_SECRET, openGround } from './ground.ts';
import { type Desk, inProcess } from './in-process.ts';
import { buildLedgerSite, daysAgo, dueLine, signOld } from './ledger-site.ts';

const HOSTILE = `<script>alert(1)</script>"'&`;

describe('the page behind a link', () => {
  let ground: Ground;
  let desk: Desk;
  let handoverIds: string[] = [];
  const terms = batchTerms({ capacity: 1, place: `Lobby ${HOSTILE}` });
  const starts = startsOf(terms);

  beforeAll(async () => {
    ground = await openGround();
    desk = inProcess(ground.workspace.url, ground.workspace.applicationToken);
    const lines = [dueLine('At once', 100, daysAgo(10))];
    const site = await buildLedgerSite(ground.client, { units: 2, price: '1000000.00', lines });
    const contractIds = [];
    for (const index of [0, 1]) contractIds.push(await signOld(ground.client, site, index, daysAgo(60)));
    await desk.done(openHandoverBatch, { buildingId: site.buildingId, ...terms });
    const { rows } = await desk.store.read({
      rows: { object: 'handover', filter: { contractId: { in: contractIds } } },
    });
    handoverIds = contractIds.map((id) => rows.find((one) => one.contractId === id)?.id ?? '');
  });
  afterAll(() => ground.close());

  const door = (now = new Date(), secrets: readonly string[] = [LINK_SECRET]) => ({
    store: desk.store,
    clock: { now: () => now },
    secrets,
  });

  async function tokenOf(handoverId: string, secrets: readonly string[] = [LINK_SECRET]) {
    const links = { secrets, urlOf: (path: string) => `https://example.test${path}` };
    const asked = { store: desk.store, clock: { now: () => new Date() }, files: {} as never, links };
    const answer = await handoverLink.answer(asked, { handoverId });
    if (isRefused(answer)) throw new Error(answer.refused.code);
    expect(answer.plan.english).toContain(answer.plan.url);
    expect(answer.plan.chinese).toContain(answer.plan.url);
    return answer.plan.url.replace('https://example.test/keyturn/visit/', '');
  }

  const planOf = <P>(decision: Decision<P>): P => {
    if (isRefused(decision)) throw new Error(decision.refused.code);
    return decision.plan;
  };
  const codeOf = (decision: Decision<unknown>) => (isRefused(decision) ? decision.refused.code : 'DONE');
  const book = (slotAt: string | undefined, more: Record<string, unknown> = {}) => ({
    requestId: randomUUID(),
    action: 'BOOK',
    slotAt,
    ...more,
  });
  const dayBefore = (slotAt: string) => new Date(Date.parse(`${slotAt.slice(0, 10)}T00:00:00Z`) - 3_600_000);

  it('shows free times of days to come; booked, they are nobody else’s, and can be moved and given up', async () => {
    const [one = '', other = ''] = await Promise.all(handoverIds.map((id) => tokenOf(id)));
    const [first = '', second = ''] = starts;
    const before = planOf(await readVisit(door(), one));
    expect(before).toMatchObject({ state: 'NOTIFIED', booked: null, mayChange: true, timeZone: 'UTC' });
    expect(before.days.flatMap(({ slots }) => slots.map(({ startsAt }) => startsAt))).toEqual(starts);
    planOf(await changeVisit(door(), one, book(first, { proxyName: 'Bo Li' })));
    expect(planOf(await readVisit(door(), one))).toMatchObject({
      state: 'BOOKED',
      booked: { startsAt: first, day: first.slice(0, 10), time: '09:00' },
      proxyName: 'Bo Li',
    });
    const seen = planOf(await readVisit(door(), other));
    expect(seen.booked).toBeNull();
    expect(JSON.stringify(seen)).not.toContain('Bo Li');
    expect(seen.days.flatMap(({ slots }) => slots.map(({ startsAt }) => startsAt))).toEqual(starts.slice(1));
    expect(codeOf(await changeVisit(door(), other, book(first)))).toBe('SLOT_TAKEN');
    planOf(await changeVisit(door(), one, book(second)));
    planOf(await changeVisit(door(), other, book(first)));
    planOf(await changeVisit(door(), other, { requestId: randomUUID(), action: 'CANCEL' }));
    expect(planOf(await readVisit(door(), other))).toMatchObject({ state: 'NOTIFIED', booked: null });
    const { entries } = await desk.store.read({
      entries: {
        object: 'auditEntry',
        filter: { subjectId: handoverIds[0] ?? '', command: 'book-handover' },
      },
    });
    expect(new Set(entries.map(({ actorName }) => actorName))).toEqual(new Set(['Buyer by link']));
  });

  it('the same press twice books once', async () => {
    const token = await tokenOf(handoverIds[1] ?? '');
    const press = book(starts[2]);
    const answers = await Promise.all([changeVisit(door(), token, press), changeVisit(door(), token, press)]);
    expect(answers.map(codeOf)).toContain('DONE');
    planOf(await changeVisit(door(), token, press));
    const { rows } = await desk.store.read({
      rows: { object: 'handover', filter: { id: handoverIds[1] ?? '' } },
    });
    expect(rows[0]).toMatchObject({ state: 'BOOKED', bookings: 2 });
  });

  it('on the day itself nothing is changed over the link, but staff may', async () => {
    const [handoverId = ''] = handoverIds;
    const token = await tokenOf(handoverId);
    const [first = ''] = starts;
    const later = starts.at(-1) ?? '';
    await desk.done(bookHandover, { handoverId, slotAt: first });
    const onTheDay = new Date(Date.parse(first) - 7_200_000);
    const visit = planOf(await readVisit(door(onTheDay), token));
    expect(visit).toMatchObject({ mayChange: false });
    expect(visit.days.some(({ day }) => day === first.slice(0, 10))).toBe(false);
    const late = door(onTheDay);
    expect(codeOf(await changeVisit(late, token, book(later)))).toBe('BOOKING_TOO_LATE');
    expect(codeOf(await changeVisit(late, token, { requestId: randomUUID(), action: 'CANCEL' }))).toBe(
      'BOOKING_TOO_LATE',
    );
    await desk.done(bookHandover, { handoverId, slotAt: later }, { now: onTheDay });
    planOf(await changeVisit(door(dayBefore(first)), token, book(first)));
  });

  it('forged, of another kind, over, older or for nothing: refused, and nothing is told', async () => {
    const [recordId = ''] = handoverIds;
    const expiresAt = new Date(Date.now() + 86_400_000);
    const link = (claim: object, secret = LINK_SECRET) =>
      planOf(signLink({ kind: 'visit', recordId, version: 1, expiresAt, ...claim }, [secret])).token;
    const cases: [string, string][] = [
      [link({}, 'a guess'), 'LINK_NOT_VALID'],
      [link({ kind: 'contractor' }), 'LINK_NOT_VALID'],
      [link({ expiresAt: new Date(Date.now() - 1000) }), 'LINK_EXPIRED'],
      [link({ version: 0 }), 'LINK_REPLACED'],
      [link({ version: 2 }), 'LINK_REPLACED'],
      [link({ recordId: randomUUID() }), 'NOT_FOUND'],
      ['nonsense', 'LINK_NOT_VALID'],
    ];
    for (const [token, code] of cases) {
      expect([token, codeOf(await readVisit(door(), token))]).toEqual([token, code]);
      expect([token, codeOf(await changeVisit(door(), token, book(starts[3])))]).toEqual([token, code]);
    }
    expect(codeOf(await readVisit(door(new Date(), []), link({})))).toBe('LINK_SECRET_MISSING');
  });

  it('links are taken back by a new version, and the next one holds', async () => {
    const [, handoverId = ''] = handoverIds;
    const old = await tokenOf(handoverId);
    expect(await desk.refused(renewHandoverLink, { handoverId, version: 2 })).toMatchObject({
      field: 'version',
    });
    await desk.done(renewHandoverLink, { handoverId, version: 1 });
    // Asked by two people at once, or again, the links that were sent since still hold.
    await desk.done(renewHandoverLink, { handoverId, version: 1 });
    expect(codeOf(await readVisit(door(), old))).toBe('LINK_REPLACED');
    expect(codeOf(await readVisit(door(), await tokenOf(handoverId)))).toBe('DONE');
  });

  it.each<[Record<string, unknown>, string]>([
    [{}, 'INVALID_INPUT'],
    [{ requestId: 'request-1', action: 'STEAL' }, 'INVALID_INPUT'],
    [{ requestId: 'request-1', action: 'BOOK' }, 'INVALID_INPUT'],
    [{ requestId: 'request-1', action: 'BOOK', slotAt: 'tomorrow' }, 'INVALID_INPUT'],
    [{ requestId: 'request-2', action: 'BOOK', slotAt: '2001-01-01T09:00:00Z' }, 'SLOT_NOT_OFFERED'],
  ])('a body of %j is %s', async (body, code) => {
    expect(codeOf(await changeVisit(door(), await tokenOf(handoverIds[0] ?? ''), body))).toBe(code);
  });

  it('over HTTP it is a page that nobody keeps; its POST books, and answers in the reader’s language', async () => {
    const [, handoverId = ''] = handoverIds;
    const url = (token: string) => `${ground.workspace.url}/s/keyturn/visit/${token}`;
    const token = await tokenOf(handoverId);
    const page = await fetch(`${url(token)}?lang=zh`);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(await page.text()).toContain('房屋交付预约');
    const send = (body: object, language = 'en') =>
      fetch(url(token), {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'accept-language': language },
        body: JSON.stringify(body),
      });
    const slotAt = starts.at(-2);
    expect(await (await send(book(slotAt))).json()).toEqual({ ok: true });
    expect(planOf(await readVisit(door(), token))).toMatchObject({ booked: { startsAt: slotAt } });
    const wrong = await send(book('2001-01-01T09:00:00Z'), 'zh-CN');
    expect([wrong.status, (await wrong.json()) as object]).toMatchObject([
      422,
      { ok: false, code: 'SLOT_NOT_OFFERED', message: expect.stringContaining('预约') },
    ]);
    const forged = await fetch(url('nonsense'));
    expect(forged.status).toBe(403);
    expect(await forged.text()).toContain('This link does not hold');
  });

  it('what is shown is text and never markup, in both languages', async () => {
    const token = await tokenOf(handoverIds[0] ?? '');
    const visit = planOf(await readVisit(door(), token));
    for (const language of ['en', 'zh-CN'] as const) {
      const page = visitPage(
        { ...visit, buyer: HOSTILE, home: HOSTILE, proxyName: HOSTILE, mayChange: true },
        language,
      );
      expect(page).not.toContain('<script>alert');
      expect(page.match(/<script>/g)).toHaveLength(1);
      expect(page).toContain('Lobby &lt;script&gt;');
      expect(page).toContain(`<html lang="${language}">`);
      expect(page).not.toContain(LINK_SECRET);
      expect(page).not.toContain(handoverIds[0]);
    }
  });

  it('so many changes an hour come in over a link; what was sent before is answered still, staff may go on', async () => {
    const [handoverId = '', otherId = ''] = handoverIds;
    const token = await tokenOf(handoverId);
    const [slotAt, next, third] = starts.slice(-6, -3);
    const first = book(slotAt);
    planOf(await changeVisit(door(), token, first));
    const row = { name: 'Booked', command: 'book-handover', outcome: 'DONE' as const, subjectId: handoverId };
    const rows = Array.from({ length: MOST_CHANGES }, () => ({
      ...{ id: randomUUID(), requestKey: randomUUID(), actorName: 'Buyer by link', ...row },
      startedAt: new Date().toISOString(),
    }));
    await desk.store.write([{ createMany: 'auditEntry', rows: rows.slice(1) }]);
    expect(codeOf(await changeVisit(door(), token, book(next)))).toBe('TOO_MANY_REQUESTS');
    expect(codeOf(await changeVisit(door(), token, { requestId: randomUUID(), action: 'CANCEL' }))).toBe(
      'TOO_MANY_REQUESTS',
    );
    planOf(await changeVisit(door(), token, first));
    expect(planOf(await readVisit(door(), token))).toMatchObject({ booked: { startsAt: slotAt } });
    expect(codeOf(await changeVisit(door(), await tokenOf(otherId), book(third)))).toBe('DONE');
    await desk.done(bookHandover, { handoverId, slotAt: next });
    const later = door(new Date(Date.now() + 3_700_000));
    planOf(await changeVisit(later, token, book(slotAt)));
  });
});
