/** Panels, forms and findings of titles and engineering changes against the workspace and its functions (C4, A015). */
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { findTitleDeadlines } from '#commands/handover/find-title-deadlines.ts';
import { findUnansweredChanges } from '#commands/handover/find-unanswered-changes.ts';
import { openTitleCase } from '#commands/handover/open-title-case.ts';
import { draftEngineeringChange, sendEngineeringChange } from '#commands/handover/send-engineering-change.ts';
import type { AnyFinding, Found } from '#commands/system/finding.ts';
import { parseInput } from '#commands/system/input.ts';
import { isRefused } from '#domain/shared/refusal.ts';
import { ENGLISH } from '#tests/widgets/fixtures/words.ts';
import {
  ANSWER_CHANGE,
  CLOSE_CHANGE,
  DRAFT_CHANGE,
  SEND_CHANGE,
} from '#widgets/handover/engineering-change/change-forms.tsx';
import { readChange } from '#widgets/handover/engineering-change/change-records.ts';
import { OPEN_TITLE } from '#widgets/handover/title/open-title.form.tsx';
import { OPEN_TITLES } from '#widgets/handover/title/open-titles.form.tsx';
import { BLOCK_TITLE, MOVE_TITLE, UNBLOCK_TITLE } from '#widgets/handover/title/title-forms.tsx';
import { readContractTitle, readTitle } from '#widgets/handover/title/title-records.ts';
import {
  applyAll,
  NOTHING_READ,
  type ReadList,
  readAll,
} from '#widgets/handover/title-list/title-list-steps.ts';
import { base64OfText } from '#widgets/ledger/bank-statement/base64.ts';
import type { CommandName } from '#widgets/shared/api/commands.ts';
import { runCommand } from '#widgets/shared/api/run-command.ts';
import type { CommandFormSpec } from '#widgets/shared/command-form/command-form.tsx';
import { type Ground, openGround, TODAY } from './ground.ts';
import { daysAgo } from './ledger-site.ts';
import { type Home, openTitleSite, type TitleSite } from './title-site.ts';

type Spec = CommandFormSpec<CommandName, unknown, Record<string, unknown>>;

describe('titles and engineering changes in the widgets', () => {
  let ground: Ground;
  let site: TitleSite;
  beforeAll(async () => {
    ground = await openGround();
    site = await openTitleSite(ground);
  });
  afterAll(() => ground.close());
  const as = (role: string) => {
    const member = ground.workspace.members.find(({ roleLabel }) => roleLabel === role);
    vi.stubEnv('TWENTY_APP_ACCESS_TOKEN', member?.token ?? '');
  };
  beforeEach(() => {
    vi.stubEnv('TWENTY_API_URL', ground.workspace.url);
    as('Keyturn Handover');
  });
  afterEach(() => vi.unstubAllEnvs());

  /** What a form sends with these changes to its start, and the answer. */
  async function sends(spec: unknown, recordId: string, changes: Record<string, string> = {}) {
    const form = spec as Spec;
    const subject = await form.load(recordId);
    if (subject === null) throw new Error(`${form.command} found no record`);
    expect(form.blocked?.(subject, ENGLISH) ?? null).toBeNull();
    expect(form.facts(subject, ENGLISH).every(([label]) => label !== '')).toBe(true);
    const { input, wrong } = form.read({ ...form.start(subject), ...changes }, subject, ENGLISH);
    expect(wrong).toEqual({});
    if (input === null) throw new Error(`${form.command} sends nothing`);
    return runCommand(form.command, input, { requestId: randomUUID(), locale: 'en' });
  }

  it('a title goes its whole road by its forms, and the panels read it', async () => {
    const home = await site.home();
    expect(await readContractTitle(home.contractId)).toMatchObject({ title: null, isHandedOver: true });
    const opened = await sends(OPEN_TITLE, home.contractId, { documentsMissing: 'Deed' });
    expect(opened).toMatchObject({ kind: 'DONE' });
    const { title } = (await readContractTitle(home.contractId)) ?? { title: null };
    const id = title?.id ?? '';
    expect(title).toMatchObject({ state: 'COLLECTING', documentsMissing: 'Deed', fileBy: '2026-04-01' });
    expect(await sends(MOVE_TITLE, id, { taxAmount: '12.50' })).toMatchObject({ kind: 'DONE' });
    expect(await sends(MOVE_TITLE, id)).toMatchObject({
      kind: 'REFUSED',
      refusal: { code: 'TITLE_BLOCKED' },
    });
    expect(await sends(BLOCK_TITLE, id)).toMatchObject({ kind: 'DONE' });
    expect((await readTitle(id))?.stateBefore).toBe('TAX_PAID');
    expect(await sends(UNBLOCK_TITLE, id, { documentsMissing: '' })).toMatchObject({ kind: 'DONE' });
    for (const facts of [
      {},
      { registryNumber: 'R-1' },
      { certificateNumber: 'T-1' },
      { receivedBy: 'Lin Mei' },
    ] as Record<string, string>[])
      expect(await sends(MOVE_TITLE, id, facts)).toMatchObject({ kind: 'DONE' });
    expect(await readTitle(id)).toMatchObject({ state: 'DELIVERED', contract: { name: home.number } });
  });

  it('the cases of a building are opened by one form', async () => {
    const other = await openTitleSite(ground);
    await other.homes(3);
    expect(await sends(OPEN_TITLES, other.buildingId)).toMatchObject({ kind: 'DONE', result: { opened: 3 } });
    expect(await sends(OPEN_TITLES, other.buildingId)).toMatchObject({
      result: { opened: 0, alreadyOpen: 3 },
    });
  });

  it('an engineering change goes its whole road by its forms, and the panel reads it', async () => {
    const other = await openTitleSite(ground);
    await other.homes(2);
    const drafted = await sends(DRAFT_CHANGE, other.projectId, {
      name: 'Aluminium windows',
      description: 'Aluminium in place of wood',
    });
    if (drafted.kind !== 'DONE') throw new Error(JSON.stringify(drafted));
    const id = String(drafted.result.engineeringChangeId);
    expect(await sends(SEND_CHANGE, id)).toMatchObject({ kind: 'DONE', result: { concerned: 2 } });
    const page = await readChange(id);
    expect(page?.answers).toHaveLength(2);
    for (const one of page?.answers ?? [])
      expect(await sends(ANSWER_CHANGE, one.id, { answer: 'OBJECTED', consequence: 'Less' })).toMatchObject({
        kind: 'DONE',
      });
    expect(await sends(CLOSE_CHANGE, id)).toMatchObject({ kind: 'DONE', result: { objected: 2, silent: 0 } });
    expect((await readChange(id))?.change).toMatchObject({ state: 'CLOSED', objected: 2, concerned: 2 });
  });

  it('a list of 250 rows is read and carried out in two parts; carried out again it changes nothing', async () => {
    const homes = await site.homes(250);
    const lines = [
      'Contract,Tax amount,Tax paid on',
      ...homes.map(({ number }) => `${number},1.50,2026-02-02`),
    ];
    const content = { fileName: 'titles.csv', contentBase64: base64OfText(lines.join('\n')) };
    let read: ReadList = NOTHING_READ;
    const give: Parameters<typeof readAll>[0] = (name, input, requestId) =>
      runCommand(name, input, { requestId, locale: 'en' });
    const input = { projectId: site.projectId, ...content };
    await readAll(give, input, randomUUID, (so) => {
      read = so;
    });
    expect(read).toMatchObject({ rows: 250, seen: 250, counts: { NEW: 250 }, problems: [] });
    expect(read.parts.map(({ rows }) => rows.length)).toEqual([200, 50]);
    const told: number[] = [];
    const tell = ({ applied }: { applied: number }) => told.push(applied);
    expect(await applyAll(give, read, site.projectId, tell)).toMatchObject({ kind: 'DONE' });
    expect(told).toEqual([0, 200, 250]);
    await applyAll(give, read, site.projectId, tell);
    expect(told).toEqual([0, 200, 250, 0, 200, 250]);
    await readAll(give, input, randomUUID, (so) => {
      read = so;
    });
    expect(read).toMatchObject({ counts: { SAME: 250, NEW: 0, CHANGED: 0 }, parts: [] });
  }, 120_000);

  it('who has no right to handovers is told so, and nothing is written', async () => {
    const home = await site.home();
    as('Keyturn Finance');
    const input = { contractId: home.contractId };
    const asked = { requestId: randomUUID(), locale: 'en' };
    expect(await runCommand('handover/open-title-case', input, asked)).toMatchObject({
      kind: 'REFUSED',
      refusal: { code: 'NO_RIGHT' },
    });
  });

  const find = async (finding: AnyFinding, input: object, now: string): Promise<Found[]> => {
    const parsed = parseInput(finding.schema, input);
    if (isRefused(parsed)) throw new Error(JSON.stringify(parsed.refused));
    const found = await finding.find(
      { store: site.desk.store, clock: { now: () => new Date(now) } },
      parsed.plan,
    );
    if (isRefused(found)) throw new Error(JSON.stringify(found.refused));
    return found.plan;
  };

  it.each([
    ['2026-03-17T10:00:00Z', null],
    ['2026-03-18T10:00:00Z', 'title FILE 2026-04-01'],
    ['2026-04-01T10:00:00Z', 'title FILE 2026-04-01'],
    ['2026-04-02T10:00:00Z', 'title FILE 2026-04-01 late'],
  ])('D9: on %s the finding of title deadlines tells %s', async (now, occasion) => {
    const home: Home = await site.home();
    const { result } = await site.desk.done(openTitleCase, { contractId: home.contractId });
    const found = await find(findTitleDeadlines as AnyFinding, {}, now);
    const own = found.find(({ recordId }) => recordId === result.titleCaseId);
    expect(own?.occasion ?? null).toBe(occasion);
  });

  it.each([
    [6, 10, null],
    [6, 2, 'change unanswered'],
    [12, -1, 'change unanswered late'],
  ])('A015: told %s days ago, %s days before the last day: %s', async (toldDaysAgo, daysLeft, occasion) => {
    const other = await openTitleSite(ground);
    await other.homes(1);
    const { result } = await other.desk.done(draftEngineeringChange, {
      projectId: other.projectId,
      name: 'Roof',
      kind: 'DESIGN',
      description: 'Flat',
      silenceMeans: 'OBJECTED',
    });
    const engineeringChangeId = String(result.engineeringChangeId);
    const sentAt = new Date(Date.now() - toldDaysAgo * 86_400_000);
    const notice = { noticedOn: daysAgo(toldDaysAgo), answerBy: daysAgo(-daysLeft) };
    await other.desk.done(sendEngineeringChange, { engineeringChangeId, ...notice }, { now: sentAt });
    const { answers } = await other.desk.store.read({
      answers: { object: 'changeAnswer', filter: { engineeringChangeId } },
    });
    const found = await find(findUnansweredChanges as AnyFinding, {}, `${TODAY}T12:00:00Z`);
    const own = found.find(({ recordId }) => recordId === answers[0]?.id);
    const { answerBy } = notice;
    const wanted = occasion === null ? null : occasion.replace('unanswered', `unanswered ${answerBy}`);
    expect(own?.occasion ?? null).toBe(wanted);
  });
});
