/** The public page of snags: a contractor sees and moves the own ones only, a phone adds photos, nothing is markup. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { moveSnag } from '#commands/handover/move-snag.ts';
import { reportSnag } from '#commands/handover/report-snag.ts';
import { linkSecrets, signLink } from '#commands/handover/signed-link.ts';
import {
  askSnagLink,
  type Door,
  MOST_MOVES,
  moveByLink,
  openSnags,
  photoByLink,
  photosByLink,
} from '#commands/handover/snag-links.ts';
import { addPhoto, type Photo } from '#commands/handover/snag-photos.ts';
import { takeBackSnagLinks } from '#commands/handover/take-back-snag-links.ts';
import { MOST_PHOTOS } from '#domain/handover/index.ts';
import { type Decision, isRefused } from '#domain/shared/refusal.ts';
import { snagPage } from '#functions/handover/snag-page.ts';
import { twentyClient } from '#twenty/client.ts';
import { twentyFiles } from '#twenty/files.ts';
import { buildSite, type Ground, LINK_SECRET, openGround, type Site } from './ground.ts';
import { type Desk, Died, dieAt, inProcess } from './in-process.ts';
import { companyOf, inspectionOf } from './killed-inspection-scenarios.ts';

const SECRETS = linkSecrets(LINK_SECRET);
const JPEG = (text: string) =>
  Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from(text)]).toString('base64');

function planOf<P>(decision: Decision<P>): P {
  if (isRefused(decision)) throw new Error(JSON.stringify(decision.refused));
  return decision.plan;
}
function refusedOf(decision: Decision<unknown>) {
  if (!isRefused(decision)) throw new Error(`answered: ${JSON.stringify(decision.plan)}`);
  return decision.refused;
}

describe('links to snags', () => {
  let ground: Ground;
  let desk: Desk;
  let site: Site;
  let door: Door;
  let next = 0;
  beforeAll(async () => {
    ground = await openGround();
    const { url, applicationToken } = ground.workspace;
    desk = inProcess(url, applicationToken);
    site = await buildSite(ground.client, { units: 40, buyers: 1 });
    const files = twentyFiles({ apiUrl: url, applicationToken }, twentyClient(url, applicationToken));
    door = { store: desk.store, files, clock: { now: () => new Date() }, secrets: SECRETS };
  });
  afterAll(() => ground.close());

  const unit = () => site.unitIds[next++] ?? '';
  async function linkOf(kind: 'contractor' | 'inspection', recordId: string): Promise<string> {
    const links = { secrets: SECRETS, urlOf: (path: string) => `https://crm.example${path}` };
    const { url } = planOf(await askSnagLink.answer({ ...door, links }, { kind, recordId }));
    expect(url).toMatch(/^https:\/\/crm\.example\/keyturn\/public\/snags\?t=/);
    return new URL(url).searchParams.get('t') ?? '';
  }
  async function snagOf(contractorId: string | null, more: object = {}): Promise<string> {
    const { result } = await desk.done(reportSnag, { unitId: unit(), title: 'Crack', room: 'Hall', ...more });
    const snagId = String(result.snagId);
    if (contractorId !== null) await desk.done(moveSnag, { snagId, action: 'ASSIGN', contractorId });
    return snagId;
  }
  const snag = async (id: string) =>
    (await desk.store.read({ found: { object: 'snag', filter: { id } } })).found[0];
  const requestId = () => randomUUID();

  it('a contractor sees the own open snags and no others, and may move no others (A095)', async () => {
    const [ours, theirs] = [await companyOf(ground.client), await companyOf(ground.client)];
    const [own, foreign, nobodys] = [await snagOf(ours), await snagOf(theirs), await snagOf(null)];
    const token = await linkOf('contractor', ours);
    expect(planOf(await openSnags(door, token)).snags.map(({ id }) => id)).toEqual([own]);
    for (const snagId of [foreign, nobodys]) {
      const before = await snag(snagId);
      for (const action of ['START', 'FIX'] as const)
        expect(
          refusedOf(await moveByLink(door, { token, requestId: requestId(), snagId, action })),
        ).toMatchObject({
          code: 'NOT_FOUND',
        });
      const photo = { snagId, side: 'AFTER', name: 'a.jpg', data: JPEG(snagId) } as const;
      expect(refusedOf(await photoByLink(door, { token, ...photo }))).toMatchObject({ code: 'NOT_FOUND' });
      expect(refusedOf(await photosByLink(door, { token, snagId }))).toMatchObject({ code: 'NOT_FOUND' });
      expect(await snag(snagId)).toEqual(before);
    }
  });

  it('what a contractor does is said in the journal to be theirs, and once however often it is sent', async () => {
    const company = await companyOf(ground.client);
    const snagId = await snagOf(company);
    const token = await linkOf('contractor', company);
    const move = { token, requestId: requestId(), snagId, action: 'FIX', note: 'Filled' } as const;
    const first = planOf(await moveByLink(door, move));
    expect(planOf(await moveByLink(door, move))).toEqual(first);
    expect(await snag(snagId)).toMatchObject({ state: 'FIXED', fixNote: 'Filled', reopened: 0 });
    const { entries } = await desk.store.read({
      entries: { object: 'auditEntry', filter: { subjectId: snagId, command: 'move-snag' } },
    });
    expect(entries.map(({ actorName }) => actorName)).toContainEqual(
      expect.stringMatching(/^Contractor: Builder/),
    );
    expect(entries).toHaveLength(2);
  });

  it('reassigned to another contractor, the first one’s link no longer opens it', async () => {
    const [ours, theirs] = [await companyOf(ground.client), await companyOf(ground.client)];
    const snagId = await snagOf(ours);
    const token = await linkOf('contractor', ours);
    await desk.done(moveSnag, { snagId, action: 'START' });
    await desk.done(moveSnag, { snagId, action: 'ASSIGN', contractorId: theirs });
    expect(planOf(await openSnags(door, token)).snags).toEqual([]);
    const move = { token, requestId: requestId(), snagId, action: 'FIX' } as const;
    expect(refusedOf(await moveByLink(door, move))).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('a hand that writes the contractor into a snag shows it to nobody: the seal decides', async () => {
    const [ours, theirs] = [await companyOf(ground.client), await companyOf(ground.client)];
    const snagId = await snagOf(theirs);
    await ground.workspace.sql('update "keyturnSnag" set "contractorId" = $1 where id = $2', [ours, snagId]);
    const token = await linkOf('contractor', ours);
    expect(planOf(await openSnags(door, token)).snags).toEqual([]);
    const move = { token, requestId: requestId(), snagId, action: 'START' } as const;
    expect(refusedOf(await moveByLink(door, move))).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('links that are forged, of another kind, over or cut short open nothing', async () => {
    const company = await companyOf(ground.client);
    const expiresAt = new Date(Date.now() + 60_000);
    const claim = { kind: 'snags-contractor', recordId: company, version: 0, expiresAt };
    const token = planOf(signLink(claim, SECRETS)).token;
    const wrong = [
      '',
      token.slice(0, -1),
      planOf(signLink(claim, ['another secret'])).token,
      planOf(signLink({ ...claim, kind: 'visit' }, SECRETS)).token,
      planOf(signLink({ ...claim, kind: 'snags-inspection' }, SECRETS)).token,
    ];
    for (const one of wrong)
      expect(refusedOf(await openSnags(door, one))).toMatchObject({ code: 'LINK_NOT_VALID' });
    const later = { ...door, clock: { now: () => new Date(Date.now() + 120_000) } };
    expect(refusedOf(await openSnags(later, token))).toMatchObject({ code: 'LINK_EXPIRED' });
    expect(refusedOf(await openSnags({ ...door, secrets: [] }, token))).toMatchObject({
      code: 'LINK_SECRET_MISSING',
    });
  });

  it('a photo is kept once, counted on the snag, and shown to those who may see it', async () => {
    const company = await companyOf(ground.client);
    const snagId = await snagOf(company);
    const token = await linkOf('contractor', company);
    const photo = { token, snagId, side: 'BEFORE', name: 'x.jpg', data: JPEG(snagId) } as const;
    const added = planOf(await photoByLink(door, photo));
    // What a contractor shows is how it is now, whatever is asked.
    expect(added).toMatchObject({ fileName: expect.stringMatching(/^after-.*\.jpg$/), photosAfter: 1 });
    expect(planOf(await photoByLink(door, photo))).toMatchObject({
      fileName: added.fileName,
      photosAfter: 1,
    });
    expect(await snag(snagId)).toMatchObject({ photosBefore: 0, photosAfter: 1, state: 'ASSIGNED' });
    expect(planOf(await photosByLink(door, { token, snagId })).photos).toEqual([
      { side: 'AFTER', url: expect.stringContaining('http') },
    ]);
  });

  it.each<[string, string]>([
    ['no picture', Buffer.from('<svg onload=alert(1)>').toString('base64')],
    ['no Base64', '"><script>'],
    ['nothing', ''],
    ['more than 5 MB', `${JPEG('')}${'A'.repeat(7_000_000)}`],
  ])('%s is no photo', async (_what, data) => {
    const snagId = await snagOf(null);
    const photo: Photo = { snagId, side: 'BEFORE', name: 'x.jpg', data };
    expect(refusedOf(await addPhoto(door, photo))).toMatchObject({
      code: 'PHOTO_NOT_ACCEPTED',
      file: 'x.jpg',
    });
    expect(await door.files.attached('snag', snagId)).toEqual([]);
  });

  it('fourteen photos at the same moment: ten are kept of a side, the others are refused', async () => {
    const snagId = await snagOf(null);
    const send = (index: number) => {
      const photo: Photo = { snagId, side: 'BEFORE', name: `${index}.jpg`, data: JPEG(`${snagId} ${index}`) };
      return addPhoto(door, photo);
    };
    const sent = Array.from({ length: 14 }, (_, index) => index);
    const answers = await Promise.all(sent.map(send));
    // Who found everybody at it asks again, as the page does.
    for (const [index, answer] of answers.entries())
      if (isRefused(answer) && answer.refused.code === 'BUSY') await send(index);
    const there = await door.files.attached('snag', snagId);
    expect(there.length).toBe(MOST_PHOTOS);
    expect((await snag(snagId))?.photosBefore).toBe(MOST_PHOTOS);
    expect(refusedOf(await send(99))).toMatchObject({ code: 'PHOTO_NOT_ACCEPTED' });
  }, 60_000);

  it('the link of an inspection adds photos before to its snags and moves nothing', async () => {
    const { inspectionId } = await inspectionOf(desk, unit());
    const token = await linkOf('inspection', inspectionId);
    expect(planOf(await openSnags(door, token)).snags).toEqual([]);
    const foreign = await snagOf(null);
    const photo = { token, snagId: foreign, side: 'BEFORE', name: 'x.jpg', data: JPEG('x') } as const;
    expect(refusedOf(await photoByLink(door, photo))).toMatchObject({ code: 'NOT_FOUND' });
    const move = { token, requestId: requestId(), snagId: foreign, action: 'START' } as const;
    expect(refusedOf(await moveByLink(door, move))).toMatchObject({ code: 'LINK_NOT_VALID' });
  });

  it('over HTTP: the page, a move, a photo, and a plain sentence for a link that opens nothing', async () => {
    const company = await companyOf(ground.client);
    const snagId = await snagOf(company);
    const token = await linkOf('contractor', company);
    const url = `${ground.workspace.url}/s/keyturn/public/snags`;
    const page = await fetch(`${url}?t=${token}`);
    expect([page.status, page.headers.get('content-type'), page.headers.get('cache-control')]).toEqual([
      200,
      'text/html; charset=utf-8',
      'no-store',
    ]);
    expect(await page.text()).toContain(`data-snag="${snagId}"`);
    const post = async (body: object) => {
      const headers = { 'content-type': 'application/json', 'accept-language': 'zh-CN' };
      const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ token, ...body }) });
      return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
    };
    const photo = { do: 'photo', snagId, side: 'AFTER', name: 'x.jpg', data: JPEG(snagId) };
    expect(await post(photo)).toMatchObject({ status: 200, body: { ok: true, photosAfter: 1 } });
    const move = { do: 'move', requestId: requestId(), snagId, action: 'FIX', note: 'Filled' };
    expect(await post(move)).toMatchObject({ status: 200, body: { ok: true } });
    expect(await post({ ...move, requestId: requestId() })).toMatchObject({ status: 409 });
    expect(await post({ ...move, token: 'x' })).toMatchObject({
      status: 403,
      body: { code: 'LINK_NOT_VALID' },
    });
    expect(await post({ do: 'else' })).toMatchObject({ status: 400, body: { code: 'INVALID_INPUT' } });
    expect(await snag(snagId)).toMatchObject({ state: 'FIXED', photosAfter: 1 });
    const wrong = await fetch(`${url}?t=nothing&lang=zh-CN`);
    expect(wrong.status).toBe(403);
    expect(await wrong.text()).toContain('无法打开此链接');
  });

  it.each(['en', 'zh-CN'] as const)('the page is text, whatever was typed in (%s)', async (language) => {
    const company = await companyOf(ground.client);
    const hostile = `</p><script>alert(1)</script>"'><img src=x onerror=alert(2)>`;
    await snagOf(company, { title: hostile, room: hostile, description: hostile });
    const opened = planOf(await openSnags(door, await linkOf('contractor', company)));
    const page = snagPage(opened, language);
    expect(page.match(/<script>/g)).toHaveLength(1);
    expect(page).not.toContain('<img');
    expect(page).toContain('&lt;script&gt;');
    expect(page).toContain(`<html lang="${language}">`);
  });

  it('taken back, links made before open nothing more, of that company only; a new one opens again', async () => {
    const [ours, theirs] = [await companyOf(ground.client), await companyOf(ground.client)];
    const [own, foreign] = [await snagOf(ours), await snagOf(theirs)];
    const [token, other] = [await linkOf('contractor', ours), await linkOf('contractor', theirs)];
    const before = await snag(own);
    await desk.done(takeBackSnagLinks, { kind: 'contractor', recordId: ours });
    const photo = { snagId: own, side: 'AFTER', name: 'a.jpg', data: JPEG(own) } as const;
    for (const refused of [
      await openSnags(door, token),
      await moveByLink(door, { token, requestId: requestId(), snagId: own, action: 'FIX' }),
      await photoByLink(door, { token, ...photo }),
      await photosByLink(door, { token, snagId: own }),
    ])
      expect(refusedOf(refused)).toEqual({ code: 'LINK_REPLACED' });
    expect(await snag(own)).toEqual(before);
    expect(planOf(await openSnags(door, other)).snags.map(({ id }) => id)).toEqual([foreign]);
    // Made in the very same second it holds all the same.
    const fresh = await linkOf('contractor', ours);
    expect(planOf(await openSnags(door, fresh)).snags.map(({ id }) => id)).toEqual([own]);
    const later = { now: new Date(Date.now() + 5_000) };
    await desk.done(takeBackSnagLinks, { kind: 'contractor', recordId: ours }, later);
    expect(refusedOf(await openSnags(door, fresh))).toEqual({ code: 'LINK_REPLACED' });
  });

  it('the link to an inspection is taken back, also while the command was cut off', async () => {
    const unitId = unit();
    const { inspectionId } = await inspectionOf(desk, unitId);
    const token = await linkOf('inspection', inspectionId);
    expect(planOf(await openSnags(door, token)).id).toBe(inspectionId);
    const death = dieAt(2, 'BEFORE');
    const asked = { kind: 'inspection', recordId: inspectionId };
    await expect(desk.run(takeBackSnagLinks, asked, { wrap: death.wrap })).rejects.toBeInstanceOf(Died);
    expect(refusedOf(await openSnags(door, token))).toEqual({ code: 'LINK_REPLACED' });
    const gone = { kind: 'contractor', recordId: randomUUID() };
    expect(await desk.refused(takeBackSnagLinks, gone)).toMatchObject({
      code: 'NOT_FOUND',
      what: 'contractor',
    });
  });

  it('so many moves an hour come in by a contractor; what was sent before is answered still', async () => {
    const [company, other] = [await companyOf(ground.client), await companyOf(ground.client)];
    const [snagId, foreign] = [await snagOf(company), await snagOf(other)];
    const { companies } = await desk.store.read({
      companies: { object: 'company', filter: { id: company } },
    });
    const token = await linkOf('contractor', company);
    const first = { token, requestId: requestId(), snagId, action: 'START' } as const;
    planOf(await moveByLink(door, first));
    const entries = Array.from({ length: MOST_MOVES - 1 }, () => ({
      ...{ id: randomUUID(), name: 'Moved', command: 'move-snag', outcome: 'DONE' as const },
      ...{ actorName: `Contractor: ${companies[0]?.name}`, startedAt: new Date().toISOString() },
      requestKey: randomUUID(),
    }));
    await desk.store.write([{ createMany: 'auditEntry', rows: entries }]);
    const next = { token, requestId: requestId(), snagId, action: 'FIX' } as const;
    expect(refusedOf(await moveByLink(door, next))).toMatchObject({ code: 'TOO_MANY_REQUESTS' });
    expect(await snag(snagId)).toMatchObject({ state: 'IN_PROGRESS' });
    expect(planOf(await moveByLink(door, first)).result).toMatchObject({ state: 'IN_PROGRESS' });
    const later = { ...door, clock: { now: () => new Date(Date.now() + 3_700_000) } };
    planOf(await moveByLink(later, next));
    const theirs = { token: await linkOf('contractor', other), requestId: requestId(), snagId: foreign };
    planOf(await moveByLink(door, { ...theirs, action: 'START' }));
  });
});
