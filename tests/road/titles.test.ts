/** C4, D9: titles from the papers to the certificate, what blocks them, and a registry's list read from a file. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applyTitleList } from '#commands/handover/apply-title-list.ts';
import { blockTitleCase, unblockTitleCase } from '#commands/handover/block-title-case.ts';
import { checkTitleCase } from '#commands/handover/check-title-case.ts';
import { moveTitleCase } from '#commands/handover/move-title-case.ts';
import { openTitleCase } from '#commands/handover/open-title-case.ts';
import { type ReadyRow, readTitleList } from '#commands/handover/read-title-list.ts';
import { recordReceipt } from '#commands/ledger/record-receipt.ts';
import type { AnyCommand } from '#commands/system/command.ts';
import { parseInput } from '#commands/system/input.ts';
import type { AnyQuestion, Question } from '#commands/system/question.ts';
import { isRefused } from '#domain/shared/refusal.ts';
import { type Ground, openGround, TODAY } from './ground.ts';
import { eachCrash, isLeftToTheJob, type Options, repaired } from './in-process.ts';
import { type Home, KEYS_ON, openTitleSite, owe, type TitleSite } from './title-site.ts';

const NOW = { now: new Date('2026-03-10T10:00:00Z') };
const HEAD =
  'Contract,State,Tax amount,Tax paid on,Submitted on,Registry number,Accepted on,Certificate number,Issued on';

describe('titles', () => {
  let ground: Ground;
  let site: TitleSite;
  beforeAll(async () => {
    ground = await openGround();
    site = await openTitleSite(ground);
  });
  afterAll(() => ground.close());

  const caseOf = async (id: string) => {
    const { cases } = await site.desk.store.read({ cases: { object: 'titleCase', filter: { id } } });
    return cases[0];
  };
  const casesOf = async (homes: readonly Home[]) => {
    const { cases } = await site.desk.store.read({
      cases: {
        object: 'titleCase',
        filter: { contractId: { in: homes.map(({ contractId }) => contractId) } },
      },
    });
    return cases;
  };
  const unitOf = async ({ unitId }: Home) => {
    const { units } = await site.desk.store.read({ units: { object: 'unit', filter: { id: unitId } } });
    return units[0];
  };
  const open = async (home: Home, more = {}) => {
    const { result } = await site.desk.done(openTitleCase, { contractId: home.contractId, ...more }, NOW);
    return String(result.titleCaseId);
  };
  const move = (titleCaseId: string, to: string, on: string, more = {}) =>
    site.desk.done(moveTitleCase, { titleCaseId, to, on, ...more }, NOW);
  const STEPS = [
    ['TAX_PAID', '2026-02-02', { taxAmount: '1.50' }],
    ['SUBMITTED', '2026-02-03', {}],
    ['ACCEPTED', '2026-02-04', { registryNumber: 'R-1' }],
    ['ISSUED', '2026-02-05', { certificateNumber: 'T-1' }],
    ['DELIVERED', '2026-02-06', { receivedBy: 'Lin Mei' }],
  ] as const;
  const upTo = async (id: string, last: string) => {
    for (const [to, on, more] of STEPS) {
      await move(id, to, on, more);
      if (to === last) return;
    }
  };
  async function ask<A extends Record<string, unknown>>(
    question: Question<never, A>,
    input: Record<string, unknown>,
    now = NOW.now,
  ): Promise<A> {
    const { schema, answer } = question as unknown as AnyQuestion;
    const parsed = parseInput(schema, input);
    if (isRefused(parsed)) throw new Error(JSON.stringify(parsed.refused));
    const asked = { store: site.desk.store, clock: { now: () => now }, files: {} as never };
    const decided = await answer(asked, parsed.plan);
    if (isRefused(decided)) throw new Error(JSON.stringify(decided.refused));
    return decided.plan as A;
  }
  const read = (lines: readonly string[], more = {}) =>
    ask(readTitleList as never, {
      fileName: 'titles.csv',
      contentBase64: Buffer.from(lines.join('\n')).toString('base64'),
      ...more,
    }) as Promise<{
      fileHash: string;
      rows: number;
      counts: Record<string, number>;
      ready: ReadyRow[];
      problems: { row: number; column: string; code: string; problem: string }[];
      next: number | null;
    }>;
  const apply = (from: { fileHash: string; ready: ReadyRow[] }, options: Options = {}) =>
    site.desk.done(
      applyTitleList,
      { file: 'titles.csv', fileHash: from.fileHash, rows: from.ready, projectId: site.projectId },
      { ...NOW, ...options },
    );

  it('D9: a case of a home that is handed over has its deadlines from the keys, and there is one a contract', async () => {
    const home = await site.home();
    const id = await open(home, { documentsMissing: 'Marriage certificate' });
    expect(await caseOf(id)).toMatchObject({
      state: 'COLLECTING',
      fileBy: '2026-04-01',
      certificateBy: '2027-01-31',
      documentsMissing: 'Marriage certificate',
    });
    expect(await site.desk.refused(openTitleCase, { contractId: home.contractId })).toMatchObject({
      code: 'TITLE_CASE_EXISTS',
    });
  });

  it('without keys there is no case; neither record named, or both, is no request', async () => {
    const home = await site.home();
    const { handovers } = await site.desk.store.read({
      handovers: { object: 'handover', filter: { contractId: home.contractId } },
    });
    const [handover] = handovers;
    if (handover === undefined) throw new Error('no handover');
    await site.desk.store.write([
      { change: 'handover', record: handover, to: { state: 'BOOKED', handedOverOn: null } },
    ]);
    const { contractId } = home;
    expect(await site.desk.refused(openTitleCase, { contractId })).toMatchObject({ code: 'NOT_HANDED_OVER' });
    expect(await site.desk.refused(openTitleCase, {})).toMatchObject({ code: 'INVALID_INPUT' });
    const both = { contractId, buildingId: site.buildingId };
    expect(await site.desk.refused(openTitleCase, both)).toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('of two clerks who open the same case one does; a building’s cases are opened together and once', async () => {
    const home = await site.home();
    const both = await Promise.all(
      [1, 2].map(() => site.desk.run(openTitleCase, { contractId: home.contractId })),
    );
    expect(both.filter((one) => !isRefused(one))).toHaveLength(1);
    const other = await openTitleSite(ground);
    const homes = await other.homes(3);
    const [first] = homes;
    await other.desk.done(openTitleCase, { contractId: first?.contractId });
    const { result } = await other.desk.done(openTitleCase, { buildingId: other.buildingId });
    expect(result).toMatchObject({ opened: 2, alreadyOpen: 1, left: 0 });
    expect(await casesOf(homes)).toHaveLength(3);
    const again = await other.desk.done(openTitleCase, { buildingId: other.buildingId });
    expect(again.result).toMatchObject({ opened: 0, alreadyOpen: 3 });
  });

  it('C4: the whole road; with the certificate the unit is TITLED', async () => {
    const home = await site.home();
    const id = await open(home);
    await upTo(id, 'ACCEPTED');
    expect(await unitOf(home)).toMatchObject({ state: 'HANDED_OVER' });
    await move(id, 'ISSUED', '2026-02-05', { certificateNumber: 'T-9' });
    expect(await unitOf(home)).toMatchObject({ state: 'TITLED' });
    await move(id, 'DELIVERED', '2026-02-06', { receivedBy: 'Lin Mei' });
    expect(await caseOf(id)).toMatchObject({
      state: 'DELIVERED',
      taxPaidOn: '2026-02-02',
      submittedOn: '2026-02-03',
      registryNumber: 'R-1',
      acceptedOn: '2026-02-04',
      issuedOn: '2026-02-05',
      certificateNumber: 'T-9',
      deliveredOn: '2026-02-06',
      receivedBy: 'Lin Mei',
    });
  });

  it.each([
    ['COLLECTING', 'SUBMITTED', '2026-02-02', {}, { code: 'STATE_NOT_ALLOWED' }],
    ['COLLECTING', 'TAX_PAID', '2026-02-02', {}, { code: 'INVALID_INPUT', field: 'taxAmount' }],
    ['COLLECTING', 'TAX_PAID', '2026-03-11', { taxAmount: '1.00' }, { code: 'DATE_IN_FUTURE' }],
    ['TAX_PAID', 'SUBMITTED', '2026-02-01', {}, { code: 'INVALID_INPUT', field: 'on' }],
    ['TAX_PAID', 'SUBMITTED', '2026-02-03', { documentsMissing: 'Deed' }, { code: 'TITLE_BLOCKED' }],
    ['SUBMITTED', 'ACCEPTED', '2026-02-04', {}, { code: 'INVALID_INPUT', field: 'registryNumber' }],
    ['ACCEPTED', 'ISSUED', '2026-02-05', {}, { code: 'INVALID_INPUT', field: 'certificateNumber' }],
    ['ISSUED', 'DELIVERED', '2026-02-06', {}, { code: 'INVALID_INPUT', field: 'receivedBy' }],
    ['ISSUED', 'ISSUED', '2026-02-06', { certificateNumber: 'T-2' }, { code: 'STATE_NOT_ALLOWED' }],
    ['DELIVERED', 'COLLECTING', '2026-02-07', {}, { code: 'STATE_NOT_ALLOWED' }],
  ])('C4: from %s to %s on %s with %j is refused', async (from, to, on, more, refusal) => {
    const id = await open(await site.home());
    if (from !== 'COLLECTING') await upTo(id, from);
    const before = await caseOf(id);
    const input = { titleCaseId: id, to, on, ...more };
    expect(await site.desk.refused(moveTitleCase, input, NOW)).toMatchObject(refusal);
    expect(await caseOf(id)).toEqual(before);
  });

  it('deemed delivered, the days count from then; keys that come later make the unit TITLED with the delivery', async () => {
    const home = await site.home();
    const { store } = site.desk;
    const { handovers } = await store.read({
      handovers: { object: 'handover', filter: { contractId: home.contractId } },
    });
    const [handover] = handovers;
    const unit = await unitOf(home);
    if (handover === undefined || unit === undefined) throw new Error('no handover');
    const deemed = { state: 'DEEMED_DELIVERED', deemedOn: '2026-01-15', handedOverOn: null } as const;
    await store.write([{ change: 'handover', record: handover, to: deemed as never }]);
    await store.write([{ change: 'unit', record: unit, to: { state: 'CONTRACTED' } }]);
    const id = await open(home);
    expect(await caseOf(id)).toMatchObject({ fileBy: '2026-03-16' });
    await upTo(id, 'ISSUED');
    expect(await unitOf(home)).toMatchObject({ state: 'CONTRACTED' });
    await store.write([{ change: 'unit', record: unit, to: { state: 'HANDED_OVER' } }]);
    const { result } = await move(id, 'DELIVERED', '2026-02-06', { receivedBy: 'Lin Mei' });
    expect(result).toMatchObject({ unitState: 'TITLED' });
    expect(await unitOf(home)).toMatchObject({ state: 'TITLED' });
  });

  it('its own state again brings only the papers up to date', async () => {
    const id = await open(await site.home(), { documentsMissing: 'Deed' });
    await move(id, 'COLLECTING', '2026-02-01', { documentsHere: 'Deed', documentsMissing: '' });
    expect(await caseOf(id)).toMatchObject({
      state: 'COLLECTING',
      documentsHere: 'Deed',
      documentsMissing: '',
    });
  });

  it('what is due by the book keeps the papers back, and only that may be the reason of a block', async () => {
    const home = await site.home();
    const id = await open(home);
    await upTo(id, 'TAX_PAID');
    const blocking = { titleCaseId: id, because: 'UNPAID' };
    expect(await site.desk.refused(blockTitleCase, blocking, NOW)).toMatchObject({
      code: 'TITLE_NOT_BLOCKED',
    });
    await owe(site, home, '12.50');
    const submit = { titleCaseId: id, to: 'SUBMITTED', on: '2026-02-03' };
    expect(await site.desk.refused(moveTitleCase, submit, NOW)).toMatchObject({
      code: 'TITLE_BLOCKED',
      obstacles: [{ reason: 'UNPAID', detail: '12.50 EUR' }],
    });
    await site.desk.done(blockTitleCase, blocking, NOW);
    expect(await caseOf(id)).toMatchObject({
      state: 'BLOCKED',
      stateBefore: 'TAX_PAID',
      blockNote: '12.50 EUR',
    });
    expect(await site.desk.refused(moveTitleCase, submit, NOW)).toMatchObject({ code: 'STATE_NOT_ALLOWED' });
    const unblocking = { titleCaseId: id };
    expect(await site.desk.refused(unblockTitleCase, unblocking, NOW)).toMatchObject({
      code: 'TITLE_BLOCKED',
    });
    const paid = { contractId: home.contractId, amount: '12.50', method: 'CASH', receivedOn: TODAY };
    await site.desk.done(recordReceipt, paid);
    const later = { now: new Date() };
    await site.desk.done(unblockTitleCase, unblocking, later);
    expect(await caseOf(id)).toMatchObject({ state: 'TAX_PAID', blockReason: null, stateBefore: '' });
    await site.desk.done(moveTitleCase, submit, later);
  });

  it('a mortgaged building stops the certificate and nothing before; a missing paper the filing', async () => {
    const other = await openTitleSite(ground);
    const home = await other.home();
    const { result } = await other.desk.done(openTitleCase, { contractId: home.contractId }, NOW);
    const id = String(result.titleCaseId);
    const { buildings } = await other.desk.store.read({
      buildings: { object: 'building', filter: { id: other.buildingId } },
    });
    const [building] = buildings;
    if (building === undefined) throw new Error('no building');
    const mortgaged = (mortgagedTo: string) =>
      other.desk.store.write([{ change: 'building', record: building, to: { mortgagedTo } }]);
    await mortgaged('First Bank');
    await upTo(id, 'ACCEPTED');
    const issue = { titleCaseId: id, to: 'ISSUED', on: '2026-02-05', certificateNumber: 'T-1' };
    expect(await other.desk.refused(moveTitleCase, issue, NOW)).toMatchObject({
      obstacles: [{ reason: 'BUILDING_MORTGAGE', detail: 'First Bank' }],
    });
    await other.desk.done(blockTitleCase, { titleCaseId: id, because: 'BUILDING_MORTGAGE' }, NOW);
    expect(await other.desk.refused(unblockTitleCase, { titleCaseId: id }, NOW)).toMatchObject({
      code: 'TITLE_BLOCKED',
    });
    const checked = await ask(checkTitleCase as never, { titleCaseId: id });
    expect(checked).toMatchObject({
      mortgagedTo: 'First Bank',
      obstacles: [{ reason: 'BUILDING_MORTGAGE', detail: 'First Bank' }],
      deadline: { what: 'CERTIFICATE', on: '2027-01-31', daysLeft: 327 },
    });
    await mortgaged('');
    await other.desk.done(unblockTitleCase, { titleCaseId: id }, NOW);
    await other.desk.done(moveTitleCase, issue, NOW);
    const paper = await open(await site.home());
    const missing = { titleCaseId: paper, because: 'MISSING_DOCUMENT' };
    expect(await site.desk.refused(blockTitleCase, missing, NOW)).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'documentsMissing',
    });
    await site.desk.done(blockTitleCase, { ...missing, documentsMissing: 'Deed' }, NOW);
    await site.desk.done(unblockTitleCase, { titleCaseId: paper, documentsMissing: '' }, NOW);
    const told = { titleCaseId: paper, because: 'OTHER' };
    expect(await site.desk.refused(blockTitleCase, told, NOW)).toMatchObject({ field: 'note' });
  });

  it('nothing is issued on a frozen unit', async () => {
    const home = await site.home();
    const id = await open(home);
    await upTo(id, 'ACCEPTED');
    const unit = await unitOf(home);
    if (unit === undefined) throw new Error('no unit');
    await site.desk.store.write([{ change: 'unit', record: unit, to: { state: 'FROZEN' } }]);
    const issue = { titleCaseId: id, to: 'ISSUED', on: '2026-02-05', certificateNumber: 'T-1' };
    expect(await site.desk.refused(moveTitleCase, issue, NOW)).toMatchObject({ code: 'UNIT_FROZEN' });
    expect(await unitOf(home)).toMatchObject({ state: 'FROZEN' });
  });

  it('of two who move a case at the same moment one does', async () => {
    const id = await open(await site.home());
    const answers = await Promise.all(
      ['1.00', '2.00'].map((taxAmount) =>
        site.desk.run(moveTitleCase, { titleCaseId: id, to: 'TAX_PAID', on: '2026-02-02', taxAmount }, NOW),
      ),
    );
    expect(answers.filter((one) => !isRefused(one))).toHaveLength(1);
  });

  const RUNS: readonly [string, AnyCommand, string, (id: string, home: Home) => Record<string, unknown>][] = [
    ['open-title-case', openTitleCase, '', (_id, home) => ({ contractId: home.contractId })],
    [
      'move-title-case',
      moveTitleCase,
      'ACCEPTED',
      (titleCaseId) => ({ titleCaseId, to: 'ISSUED', on: '2026-02-05', certificateNumber: 'T-1' }),
    ],
    [
      'block-title-case',
      blockTitleCase,
      'TAX_PAID',
      (titleCaseId) => ({ titleCaseId, because: 'OTHER', note: 'Registry closed' }),
    ],
    ['unblock-title-case', unblockTitleCase, 'BLOCKED', (titleCaseId) => ({ titleCaseId })],
  ];

  it.each(RUNS)(
    '%s, cut off at every write and run again, ends as one clean run',
    async (_name, command, at, input) => {
      const prepared = async () => {
        const home = await site.home();
        const id = at === '' ? '' : await open(home);
        if (at === 'BLOCKED') {
          await upTo(id, 'TAX_PAID');
          await site.desk.done(
            blockTitleCase,
            { titleCaseId: id, because: 'OTHER', note: 'Registry closed' },
            NOW,
          );
        } else if (at !== '') await upTo(id, at);
        return { home, input: input(id, home) };
      };
      const endOf = async (home: Home) => {
        const [one] = await casesOf([home]);
        const { id: _id, name: _name2, contractId: _c, unitId: _u, seal: _s, ...rest } = one ?? ({} as never);
        return { rest, unit: (await unitOf(home))?.state };
      };
      const clean = await prepared();
      await site.desk.done(command, clean.input, NOW);
      const wanted = await endOf(clean.home);
      let now = clean;
      let requestId = '';
      const crashes = await eachCrash(
        async (wrap) => {
          now = await prepared();
          requestId = randomUUID();
          await site.desk.run(command, now.input, { ...NOW, requestId, wrap });
        },
        async (label) => {
          if (isLeftToTheJob(label)) await repaired(site.desk, requestId);
          await site.desk.done(command, now.input, { ...NOW, requestId });
          await site.desk.done(command, now.input, { ...NOW, requestId });
          expect({ label, end: await endOf(now.home) }).toEqual({ label, end: wanted });
        },
        ['BEFORE', 'AFTER', 'TWIN'],
        () => site.desk.done(command, now.input, { ...NOW, requestId }),
      );
      expect(crashes).toBeGreaterThan(2);
    },
  );

  const line = (name: string, certificate: string) =>
    `${name},Issued,1.50,2026-02-02,2026-02-03,R-${certificate},2026-02-04,${certificate},2026-02-05`;

  it('a registry’s list: new, changed, same, blocked and wrong rows are told apart, each problem by row and column', async () => {
    const [fresh, known, done, blocked] = (await site.homes(4)) as [Home, Home, Home, Home];
    await open(known);
    await upTo(await open(done), 'ISSUED');
    await open(blocked);
    await owe(site, blocked);
    const list = await read([
      'Titles of the city',
      HEAD,
      line(fresh.number, 'C-1'),
      line(known.unit, 'C-2'),
      `${done.number},Issued,1.50,2026-02-02,2026-02-03,R-1,2026-02-04,T-1,2026-02-05`,
      line(blocked.number, 'C-4'),
      line('T-nobody', 'C-5'),
      `${known.number},Issued,,,,,,,32.13.2026`,
      `${fresh.number},Issued,,,,,,,2026-02-05`,
      ',Issued,,,,,,C-8,2026-02-05',
      `${(await site.home()).number},Lost,,,,,,,`,
      `${(await site.home()).number},Accepted,1.50,2026-02-02,2026-02-03,,2026-02-04,,`,
      `${(await site.home()).number},Tax paid,abc,2026-02-02,,,,,`,
      'Total,,,,,,,,',
    ]);
    expect(list.counts).toEqual({ NEW: 1, CHANGED: 1, SAME: 1, BLOCKED: 1, WRONG: 7 });
    expect(list.problems.map(({ row, column, code }) => [row, column, code])).toEqual(
      expect.arrayContaining([
        [6, 'State', 'BLOCKED'],
        [7, 'Contract', 'CONTRACT_UNKNOWN'],
        [8, 'Issued on', 'NOT_A_DATE'],
        [9, 'Contract', 'TWICE'],
        [10, 'Contract', 'NO_NAME'],
        [11, 'State', 'UNKNOWN_STATE'],
        [12, 'Registry number', 'VALUE_MISSING'],
        [13, 'Tax amount', 'NOT_A_NUMBER'],
      ]),
    );
    expect(list.problems).toHaveLength(8);
    const { result } = await apply(list);
    expect(result).toMatchObject({ applied: 2, opened: 1, leftOut: [], titled: 2 });
    for (const home of [fresh, known]) expect(await unitOf(home)).toMatchObject({ state: 'TITLED' });
    const [made] = await casesOf([fresh]);
    expect(made).toMatchObject({ state: 'ISSUED', certificateNumber: 'C-1', fileBy: '2026-04-01' });
    expect(await casesOf([blocked])).toMatchObject([{ state: 'COLLECTING' }]);
  });

  it('the list is applied once: the same rows again change nothing, and what has changed meanwhile is left out', async () => {
    const [one, other] = (await site.homes(2)) as [Home, Home];
    await open(one);
    const id = await open(other);
    const list = await read([HEAD, line(one.number, 'D-1'), line(other.number, 'D-2')]);
    await upTo(id, 'ISSUED');
    const requestId = `titles-${randomUUID()}`;
    const first = await apply(list, { requestId });
    expect(first.result).toMatchObject({ applied: 1, leftOut: [{ row: 3, code: 'DIFFERS' }] });
    expect(await caseOf(id)).toMatchObject({ certificateNumber: 'T-1' });
    expect(await apply(list, { requestId })).toEqual(first);
    const again = await read([HEAD, line(one.number, 'D-1'), line(other.number, 'D-2')]);
    expect(again.counts).toMatchObject({ SAME: 1, CHANGED: 0, WRONG: 1 });
  });

  it('cut off at any write, the list is finished by the same request; nothing is half written', async () => {
    let homes: Home[] = [];
    let list: Awaited<ReturnType<typeof read>> | null = null;
    let requestId = '';
    const crashes = await eachCrash(
      async (wrap) => {
        homes = await site.homes(3);
        await open(homes[0] as Home);
        list = await read([HEAD, ...homes.map(({ number }) => line(number, `E-${number}`))]);
        requestId = randomUUID();
        await apply(list, { requestId, wrap });
      },
      async (label) => {
        for (const one of await casesOf(homes)) {
          const isWhole = one.state === 'ISSUED' && one.certificateNumber !== '' && one.taxAmount !== null;
          const isUntouched =
            one.state === 'COLLECTING' && one.certificateNumber === '' && one.taxAmount === null;
          expect({ label, isClean: isWhole || isUntouched }).toEqual({ label, isClean: true });
        }
        if (list === null) throw new Error('nothing was read');
        if (isLeftToTheJob(label)) await repaired(site.desk, requestId);
        const { result } = await apply(list, { requestId });
        expect({ label, leftOut: result.leftOut }).toEqual({ label, leftOut: [] });
        const states = (await casesOf(homes)).map(({ state }) => state);
        expect({ label, states }).toEqual({ label, states: ['ISSUED', 'ISSUED', 'ISSUED'] });
        for (const home of homes) expect(await unitOf(home)).toMatchObject({ state: 'TITLED' });
      },
      ['BEFORE', 'AFTER', 'TWIN'],
      () => apply(list as never, { requestId }),
    );
    expect(crashes).toBeGreaterThan(5);
  }, 240_000);

  it('a file of 2,000 rows is read and carried out 200 at a time, in a few requests for reading', async () => {
    const homes = await site.homes(2_000);
    const lines = [HEAD, ...homes.map(({ number }) => line(number, `F-${number}`))];
    let from: number | null = 0;
    let [applied, parts] = [0, 0];
    while (from !== null) {
      const list: Awaited<ReturnType<typeof read>> = await read(lines, { from });
      expect(list.rows).toBe(2_000);
      expect(JSON.stringify(list).length).toBeLessThan(140_000);
      const { result } = await apply(list);
      applied += Number(result.applied);
      parts++;
      from = list.next;
    }
    expect([parts, applied]).toEqual([10, 2_000]);
    const { groups } = await site.desk.store.total({
      groups: {
        object: 'unit',
        filter: { name: { in: homes.slice(0, 200).map(({ unit }) => unit) } },
        by: ['state'],
      },
    });
    expect(groups.map(({ by, count }) => [by.state, count])).toEqual([['TITLED', 200]]);
    expect(KEYS_ON).toBe('2026-01-31');
  }, 900_000);
});
