/** A015: engineering changes: who is told, what is answered at the same moment, and what silence comes to. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerEngineeringChange, closeEngineeringChange } from '#commands/handover/change-answers.ts';
import { draftEngineeringChange, sendEngineeringChange } from '#commands/handover/send-engineering-change.ts';
import type { AnyCommand } from '#commands/system/command.ts';
import { isRefused } from '#domain/shared/refusal.ts';
import { type Ground, openGround } from './ground.ts';
import { eachCrash, isLeftToTheJob, repaired } from './in-process.ts';
import { openTitleSite, type TitleSite } from './title-site.ts';

const NOW = { now: new Date('2026-03-10T10:00:00Z') };
const AFTER = { now: new Date('2026-04-11T10:00:00Z') };
const NOTICE = { noticedOn: '2026-03-10', answerBy: '2026-04-10' };

describe('engineering changes', () => {
  let ground: Ground;
  beforeAll(async () => {
    ground = await openGround();
  });
  afterAll(() => ground.close());

  async function drafted(buyers: number, more: Record<string, unknown> = {}) {
    const site = await openTitleSite(ground);
    const homes = await site.homes(buyers);
    const { result } = await site.desk.done(
      draftEngineeringChange,
      {
        projectId: site.projectId,
        name: 'Aluminium windows',
        kind: 'MATERIAL',
        description: 'Aluminium in place of wood',
        consequence: '500 EUR less',
        silenceMeans: 'ACCEPTED',
        ...more,
      },
      NOW,
    );
    return { site, homes, id: String(result.engineeringChangeId) };
  }
  async function sent(buyers: number, more: Record<string, unknown> = {}) {
    const all = await drafted(buyers, more);
    await all.site.desk.done(sendEngineeringChange, { engineeringChangeId: all.id, ...NOTICE }, NOW);
    return { ...all, answers: await answersOf(all.site, all.id) };
  }
  const answersOf = async ({ desk }: TitleSite, engineeringChangeId: string) => {
    const { answers } = await desk.store.read({
      answers: { object: 'changeAnswer', filter: { engineeringChangeId }, orderBy: { name: 'ASC' } },
    });
    return answers;
  };
  const changeOf = async ({ desk }: TitleSite, id: string) => {
    const { changes } = await desk.store.read({ changes: { object: 'engineeringChange', filter: { id } } });
    return changes[0];
  };
  const answering = (changeAnswerId: string | undefined, answer: string, more = {}) => ({
    changeAnswerId,
    answer,
    on: '2026-03-10',
    ...more,
  });

  it('the live contracts of the place are asked, each once; a cancelled one and another building are not', async () => {
    const { site, homes, id } = await drafted(3);
    const [, , third] = homes;
    const { contracts } = await site.desk.store.read({
      contracts: { object: 'contract', filter: { id: third?.contractId ?? '' } },
    });
    const [contract] = contracts;
    if (contract === undefined) throw new Error('no contract');
    await site.desk.store.write([{ change: 'contract', record: contract, to: { state: 'CANCELLED' } }]);
    const { result } = await site.desk.done(
      sendEngineeringChange,
      { engineeringChangeId: id, ...NOTICE },
      NOW,
    );
    expect(result).toMatchObject({ concerned: 2 });
    const answers = await answersOf(site, id);
    expect(answers.map(({ contractId, state }) => [contractId, state]).sort()).toEqual(
      homes
        .slice(0, 2)
        .map(({ contractId }) => [contractId, 'PENDING'])
        .sort(),
    );
    expect(await changeOf(site, id)).toMatchObject({ state: 'SENT', concerned: 2, ...NOTICE });
    const again = { engineeringChangeId: id, ...NOTICE };
    expect(await site.desk.refused(sendEngineeringChange, again, NOW)).toMatchObject({
      code: 'STATE_NOT_ALLOWED',
    });
  });

  it('only the chosen units are asked', async () => {
    const { site, homes, id } = await drafted(3);
    const input = { engineeringChangeId: id, ...NOTICE, unitIds: [homes[1]?.unitId] };
    expect((await site.desk.done(sendEngineeringChange, input, NOW)).result).toMatchObject({ concerned: 1 });
    expect((await answersOf(site, id)).map(({ contractId }) => contractId)).toEqual([homes[1]?.contractId]);
  });

  it.each([
    [{ noticedOn: '2026-03-11' }, { code: 'DATE_IN_FUTURE' }],
    [{ answerBy: '2026-03-10' }, { code: 'INVALID_INPUT', field: 'answerBy' }],
    [
      { noticedOn: '2026-03-01', answerBy: '2026-03-09' },
      { code: 'INVALID_INPUT', field: 'answerBy' },
    ],
    [{ unitIds: [randomUUID()] }, { code: 'NOBODY_CONCERNED' }],
  ])('a notice with %j is refused and it stays a draft', async (more, refusal) => {
    const { site, id } = await drafted(1);
    const input = { engineeringChangeId: id, ...NOTICE, ...more };
    expect(await site.desk.refused(sendEngineeringChange, input, NOW)).toMatchObject(refusal);
    expect(await changeOf(site, id)).toMatchObject({ state: 'DRAFT' });
  });

  it('a draft names a building of the project, and a day that has come', async () => {
    const [one, other] = [await openTitleSite(ground), await openTitleSite(ground)];
    const draft = {
      projectId: one.projectId,
      name: 'Roof',
      kind: 'DESIGN',
      description: 'Flat',
      silenceMeans: 'OBJECTED',
    };
    expect(
      await one.desk.refused(draftEngineeringChange, { ...draft, buildingId: other.buildingId }, NOW),
    ).toMatchObject({ field: 'buildingId' });
    expect(
      await one.desk.refused(draftEngineeringChange, { ...draft, decidedOn: '2026-03-11' }, NOW),
    ).toMatchObject({ code: 'DATE_IN_FUTURE' });
  });

  it('answers are kept with what follows, may be changed until it is closed, and are counted', async () => {
    const { site, id, answers } = await sent(3);
    const [one, two] = answers;
    await site.desk.done(answerEngineeringChange, answering(one?.id, 'ACCEPTED', { note: 'By phone' }), NOW);
    await site.desk.done(answerEngineeringChange, answering(two?.id, 'ACCEPTED'), NOW);
    await site.desk.done(answerEngineeringChange, answering(two?.id, 'OBJECTED'), NOW);
    expect(await changeOf(site, id)).toMatchObject({ accepted: 1, objected: 1, silent: 0 });
    const [first, second] = await answersOf(site, id);
    expect(first).toMatchObject({
      state: 'ACCEPTED',
      note: 'By phone',
      consequence: '',
      answeredBy: 'Somebody',
    });
    expect(second).toMatchObject({
      state: 'OBJECTED',
      consequence: '500 EUR less',
      answeredOn: '2026-03-10',
    });
  });

  it('rescinding only where it is offered; no answer before the notice or of tomorrow', async () => {
    const { site, answers } = await sent(1);
    const refused = (answer: string, more = {}) =>
      site.desk.refused(answerEngineeringChange, answering(answers[0]?.id, answer, more), NOW);
    expect(await refused('RESCINDING')).toMatchObject({ code: 'RESCISSION_NOT_OFFERED' });
    expect(await refused('ACCEPTED', { on: '2026-03-11' })).toMatchObject({ code: 'DATE_IN_FUTURE' });
    expect(await refused('ACCEPTED', { on: '2026-03-09' })).toMatchObject({ field: 'on' });
    const other = await sent(1, { mayRescind: true });
    const rescinding = answering(other.answers[0]?.id, 'RESCINDING');
    expect((await other.site.desk.done(answerEngineeringChange, rescinding, NOW)).result).toMatchObject({
      objected: 1,
    });
  });

  it.each([
    ['ACCEPTED', ''],
    ['OBJECTED', '500 EUR less'],
  ])(
    'silence means %s: it is closed after the last day, and who was silent gets “%s”',
    async (means, follows) => {
      const { site, id, answers } = await sent(3, { silenceMeans: means });
      await site.desk.done(answerEngineeringChange, answering(answers[0]?.id, 'ACCEPTED'), NOW);
      const closing = { engineeringChangeId: id };
      const lastDay = { now: new Date('2026-04-10T23:59:00Z') };
      expect(await site.desk.refused(closeEngineeringChange, closing, lastDay)).toMatchObject({
        code: 'TIME_NOT_OVER',
        until: '2026-04-10',
      });
      // Late, but not closed yet: an answer that comes in is taken.
      await site.desk.done(
        answerEngineeringChange,
        answering(answers[1]?.id, 'OBJECTED', { on: '2026-04-11' }),
        AFTER,
      );
      const { result } = await site.desk.done(closeEngineeringChange, closing, AFTER);
      expect(result).toMatchObject({ accepted: 1, objected: 1, silent: 1, concerned: 3 });
      expect(await changeOf(site, id)).toMatchObject({
        state: 'CLOSED',
        accepted: 1,
        objected: 1,
        silent: 1,
      });
      expect((await answersOf(site, id))[2]).toMatchObject({ state: 'SILENT', consequence: follows });
      expect(
        await site.desk.refused(answerEngineeringChange, answering(answers[2]?.id, 'ACCEPTED'), AFTER),
      ).toMatchObject({ code: 'TIME_OVER' });
    },
  );

  it('once everybody has answered it may be closed before the last day', async () => {
    const { site, id, answers } = await sent(1);
    await site.desk.done(answerEngineeringChange, answering(answers[0]?.id, 'ACCEPTED'), NOW);
    await site.desk.done(closeEngineeringChange, { engineeringChangeId: id }, NOW);
    expect(await changeOf(site, id)).toMatchObject({ state: 'CLOSED', accepted: 1, silent: 0 });
  });

  it('twelve answers at the same moment are all counted; of two on one buyer one wins', async () => {
    const { site, id, answers } = await sent(12);
    await Promise.all(
      answers.map(({ id: answerId }, index) =>
        site.desk.done(
          answerEngineeringChange,
          answering(answerId, index % 3 === 0 ? 'OBJECTED' : 'ACCEPTED'),
          NOW,
        ),
      ),
    );
    expect(await changeOf(site, id)).toMatchObject({ accepted: 8, objected: 4, silent: 0 });
    const other = await sent(1);
    const both = await Promise.all(
      ['ACCEPTED', 'OBJECTED'].map((answer) =>
        other.site.desk.run(answerEngineeringChange, answering(other.answers[0]?.id, answer), NOW),
      ),
    );
    const [only] = await answersOf(other.site, other.id);
    const counts = await changeOf(other.site, other.id);
    expect(both.filter((one) => !isRefused(one)).length).toBeGreaterThan(0);
    expect([counts?.accepted, counts?.objected]).toEqual(only?.state === 'ACCEPTED' ? [1, 0] : [0, 1]);
  });

  it('answers and the closing at the same moment: nobody is both silent and heard, and the counts agree', async () => {
    for (let round = 0; round < 4; round++) {
      const { site, id, answers } = await sent(6);
      await Promise.all([
        ...answers
          .slice(0, 3)
          .map(({ id: answerId }) =>
            site.desk.run(answerEngineeringChange, answering(answerId, 'ACCEPTED'), AFTER),
          ),
        site.desk.done(closeEngineeringChange, { engineeringChangeId: id }, AFTER),
      ]);
      const states = (await answersOf(site, id)).map(({ state }) => state);
      const counts = await changeOf(site, id);
      expect(counts?.state).toBe('CLOSED');
      expect(states).not.toContain('PENDING');
      expect([counts?.accepted, counts?.silent]).toEqual([
        states.filter((state) => state === 'ACCEPTED').length,
        states.filter((state) => state === 'SILENT').length,
      ]);
    }
  });

  type Prepared = { site: TitleSite; id: string; input: Record<string, unknown>; now: { now: Date } };
  const RUNS: readonly [string, AnyCommand, () => Promise<Prepared>][] = [
    [
      'draft-engineering-change',
      draftEngineeringChange,
      async () => {
        const site = await openTitleSite(ground);
        const input = {
          projectId: site.projectId,
          name: 'Roof',
          kind: 'DESIGN',
          description: 'Flat',
          silenceMeans: 'OBJECTED',
        };
        return { site, id: '', input, now: NOW };
      },
    ],
    [
      'send-engineering-change',
      sendEngineeringChange,
      async () => {
        const { site, id } = await drafted(2);
        return { site, id, input: { engineeringChangeId: id, ...NOTICE }, now: NOW };
      },
    ],
    [
      'answer-engineering-change',
      answerEngineeringChange,
      async () => {
        const { site, id, answers } = await sent(2);
        return { site, id, input: answering(answers[0]?.id, 'OBJECTED'), now: NOW };
      },
    ],
    [
      'close-engineering-change',
      closeEngineeringChange,
      async () => {
        const { site, id } = await sent(3);
        return { site, id, input: { engineeringChangeId: id }, now: AFTER };
      },
    ],
  ];

  it.each(RUNS)(
    '%s, cut off at every write and run again, ends as one clean run',
    async (_name, command, prepare) => {
      const endOf = async ({ site, id }: Prepared) => {
        const { changes } = await site.desk.store.read({
          changes: { object: 'engineeringChange', filter: { projectId: site.projectId } },
        });
        const all = changes.map(({ state, concerned, accepted, objected, silent }) => ({
          state,
          concerned,
          accepted,
          objected,
          silent,
        }));
        const answers = id === '' ? [] : await answersOf(site, id);
        return { all, answers: answers.map(({ state, consequence }) => ({ state, consequence })) };
      };
      const clean = await prepare();
      await clean.site.desk.done(command, clean.input, clean.now);
      const wanted = await endOf(clean);
      let one = clean;
      let requestId = '';
      const crashes = await eachCrash(
        async (wrap) => {
          one = await prepare();
          requestId = randomUUID();
          await one.site.desk.run(command, one.input, { ...one.now, requestId, wrap });
        },
        async (label) => {
          if (isLeftToTheJob(label)) await repaired(one.site.desk, requestId);
          await one.site.desk.done(command, one.input, { ...one.now, requestId });
          await one.site.desk.done(command, one.input, { ...one.now, requestId });
          expect({ label, end: await endOf(one) }).toEqual({ label, end: wanted });
        },
        ['BEFORE', 'AFTER', 'TWIN'],
        () => one.site.desk.done(command, one.input, { ...one.now, requestId }),
      );
      expect(crashes).toBeGreaterThan(2);
    },
    240_000,
  );
});
