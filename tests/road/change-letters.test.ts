/** A015: the letters of an engineering change, for one buyer and for all, into the Files tab of what they are about. */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draftEngineeringChange, sendEngineeringChange } from '#commands/handover/send-engineering-change.ts';
import { writeChangeLetters } from '#commands/handover/write-change-letters.ts';
import { isRefused } from '#domain/shared/refusal.ts';
import type { Files } from '#port/files.ts';
import { projectPath } from '#scripts/build/definition-files.ts';
import { type Ground, openGround } from './ground.ts';
import { type Home, openTitleSite, type TitleSite } from './title-site.ts';

const NOW = { now: new Date('2026-03-10T10:00:00Z') };
const NOTICE = { noticedOn: '2026-03-10', answerBy: '2026-04-10' };

describe('letters of an engineering change', () => {
  let ground: Ground;
  let site: TitleSite;
  let homes: Home[];
  let id: string;
  const kept: { object: string; recordId: string; name: string }[] = [];

  const files: Files = {
    attach: async (object, recordId, name, bytes) => {
      expect(Buffer.from(bytes.slice(0, 5)).toString()).toBe('%PDF-');
      kept.push({ object, recordId, name });
      return { name, url: `https://files.example/${kept.length}` } as Awaited<ReturnType<Files['attach']>>;
    },
    attached: async () => [],
    read: async () => new Uint8Array(),
    asset: async (path) => new Uint8Array(await readFile(projectPath(`public/${path}`))),
  };
  const write = (input: object) =>
    writeChangeLetters.answer(
      { store: site.desk.store, clock: { now: () => NOW.now }, files },
      { engineeringChangeId: id, ...input },
    );

  beforeAll(async () => {
    ground = await openGround();
    site = await openTitleSite(ground);
    homes = await site.homes(3);
    const { result } = await site.desk.done(
      draftEngineeringChange,
      {
        projectId: site.projectId,
        name: 'Aluminium windows',
        kind: 'MATERIAL',
        description: 'Aluminium in place of wood',
        silenceMeans: 'ACCEPTED',
      },
      NOW,
    );
    id = String(result.engineeringChangeId);
  });
  afterAll(() => ground.close());

  const answers = async () => {
    const read = await site.desk.store.read({
      answers: { object: 'changeAnswer', filter: { engineeringChangeId: id }, orderBy: { name: 'ASC' } },
    });
    return read.answers;
  };

  it('nobody gets one while the change is a draft', async () => {
    const decision = await write({});
    expect(isRefused(decision) && decision.refused).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'engineeringChangeId',
    });
    expect(kept).toEqual([]);
  });

  it('once it is sent: all in one file of the change, a page a buyer, in either language', async () => {
    await site.desk.done(sendEngineeringChange, { engineeringChangeId: id, ...NOTICE }, NOW);
    for (const language of ['en', 'zh-CN'] as const) {
      const decision = await write({ language });
      if (isRefused(decision)) throw new Error(decision.refused.code);
      expect(decision.plan).toMatchObject({ letters: 3, left: 0, pages: 3, missingCharacters: [] });
      expect(kept.at(-1)).toMatchObject({ object: 'engineeringChange', recordId: id });
    }
    expect(kept.at(-2)?.name).toBe('Notice of a change Aluminium windows 2026-03-10.pdf');
    expect(kept.at(-1)?.name).toBe('变更通知书 Aluminium windows 2026-03-10.pdf');
  });

  it('one buyer’s letter lies with the answer, in the language of the contract’s letters', async () => {
    const [answer] = await answers();
    if (answer === undefined) throw new Error('no answer');
    const { contracts } = await site.desk.store.read({
      contracts: { object: 'contract', filter: { id: answer.contractId ?? '' } },
    });
    const [contract] = contracts;
    if (contract === undefined) throw new Error('no contract');
    await site.desk.store.write([{ change: 'contract', record: contract, to: { letterLanguage: 'ZH' } }]);
    const decision = await write({ changeAnswerId: answer.id });
    if (isRefused(decision)) throw new Error(decision.refused.code);
    expect(decision.plan).toMatchObject({ letters: 1, left: 0, pages: 1 });
    expect(kept.at(-1)).toMatchObject({ object: 'changeAnswer', recordId: answer.id });
    expect(kept.at(-1)?.name).toContain('变更通知书');
    expect(homes.some(({ unit }) => kept.at(-1)?.name.includes(unit))).toBe(true);
  });

  it('what was written before is left out; beyond the last there is none', async () => {
    const decision = await write({ from: 2 });
    expect(!isRefused(decision) && decision.plan).toMatchObject({ letters: 1, left: 0 });
    const beyond = await write({ from: 3 });
    expect(isRefused(beyond) && beyond.refused).toMatchObject({ field: 'from' });
  });

  it('an answer of another change is not found', async () => {
    const decision = await write({ changeAnswerId: '20000000-0000-4000-8000-000000000000' });
    expect(isRefused(decision) && decision.refused.code).toBe('NOT_FOUND');
  });
});
