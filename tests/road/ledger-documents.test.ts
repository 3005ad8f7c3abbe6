/** D3, D10: letters and statements as PDF in the Files tab, in both languages, with the figures of the books. */
import { randomUUID } from 'node:crypto';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ObjectName } from '#port/records.ts';
import type { WorkspaceClient } from '#scripts/shared/workspace-client.ts';
import { type Ground, openGround } from './ground.ts';
import {
  approved,
  buildLedgerSite,
  daysAgo,
  deskOf,
  dueLine,
  filesOf,
  type LedgerSite,
  receive,
  recordOf,
  records,
  run,
  signOld,
} from './ledger-site.ts';

/** 300,000.00 of 1,000,000.00 are 20 days late at 5 in ten thousand a day. */
const LINES = [dueLine('On signing', 30, daysAgo(20)), dueLine('Last', 70, daysAgo(-60))];
type Written = { fileName: string; url: string; pages: number; missingCharacters: string[] };

describe('letters and statements', () => {
  let ground: Ground;
  let site: LedgerSite;
  let first: string;
  let second: string;
  let notice: string;

  beforeAll(async () => {
    ground = await openGround();
    const project = {
      letterhead: 'Harbour Homes Ltd.\n1 Quay Road',
      bankDetails: 'Harbour Homes Ltd.; First Bank; DE02 1203 0000 0000 2020 51',
    };
    site = await buildLedgerSite(ground.client, { units: 2, price: '1000000.00', lines: LINES, project });
    await ground.client.graphql(
      `mutation ($data: KeyturnDunningStepCreateInput!) { createKeyturnDunningStep(data: $data) { id } }`,
      {
        data: {
          name: 'Formal demand',
          projectId: site.projectId,
          daysPastDue: 10,
          level: 'FORMAL',
          channel: 'LETTER',
          payWithinDays: 14,
          isActive: true,
        },
      },
    );
    first = await signOld(ground.client, site, 0, daysAgo(100));
    second = await signOld(ground.client, site, 1, daysAgo(100));
    // 15 days cost 2,250.00; of 100,000.00 the rest is principal. Then 5 days of 202,250.00 cost 505.63.
    await receive(ground.client, first, { amount: '100000.00', valueOn: daysAgo(5) });
    await run(ground.client, 'issue-notice', { contractId: first });
    const [issued] = await records(ground.client, 'dunningNotice', { contractId: first });
    notice = issued?.id ?? '';
  });
  afterAll(() => ground.close());

  const write = (name: string, body: object, client: WorkspaceClient = ground.client) =>
    client.command<Written>('documents', name, { requestId: randomUUID(), ...body });
  async function written(name: string, body: object) {
    const answer = await write(name, body);
    if (!answer.ok) throw new Error(answer.message);
    return answer.result;
  }

  /** The text of a PDF, blanks as blanks; it must be the newest file of the record, and open by its link. */
  async function textIn(object: ObjectName, id: string, { fileName, url }: Written): Promise<string> {
    const [newest] = await filesOf(ground).attached(object, id);
    expect(newest?.name).toBe(fileName);
    const response = await fetch(url);
    expect(response.headers.get('content-type')).toBe('application/pdf');
    const bytes = new Uint8Array(await response.arrayBuffer());
    const { text } = await extractText(await getDocumentProxy(bytes), { mergePages: true });
    return text.replace(/[\u00a0\s]+/g, ' ');
  }
  const numberOf = async (contractId: string) => (await recordOf(ground.client, 'contract', contractId)).name;

  it('a demand letter says whose it is, what is late since when, its late fee, the total and where to pay', async () => {
    const letter = await written('write-letter', { dunningNoticeId: notice });
    const text = await textIn('dunningNotice', notice, letter);
    for (const part of [
      'Harbour Homes Ltd.',
      '1 Quay Road',
      `Mei Lin ${site.mark}`,
      await numberOf(first),
      'On signing',
      '202,250.00',
      '505.63',
      '202,755.63',
      'DE02 1203 0000 0000 2020 51',
    ])
      expect(text).toContain(part);
    expect(text).not.toContain('{{');
    expect(letter.missingCharacters).toEqual([]);
  });

  it('the same letter in Chinese has the same figures; without a language it is that of the contract', async () => {
    const chinese = await written('write-letter', { dunningNoticeId: notice, language: 'zh-CN' });
    const text = await textIn('dunningNotice', notice, chinese);
    for (const part of ['202,250.00', '505.63', '202,755.63', await numberOf(first)])
      expect(text).toContain(part);
    expect(text).toMatch(/催款|违约金/);
    await ground.client.graphql(
      `mutation ($id: UUID!) { updateKeyturnContract(id: $id, data: { letterLanguage: ZH }) { id } }`,
      { id: first },
    );
    const own = await written('write-letter', { dunningNoticeId: notice });
    expect(own.fileName).toBe(chinese.fileName);
    await ground.client.graphql(
      `mutation ($id: UUID!) { updateKeyturnContract(id: $id, data: { letterLanguage: EN }) { id } }`,
      { id: first },
    );
  });

  it('the admin’s own words are filled in; a placeholder that nobody knows is refused', async () => {
    const [step] = await records(ground.client, 'dunningStep', { projectId: site.projectId });
    const setWords = (letterEnglish: string) =>
      ground.client.graphql(
        'mutation ($id: UUID!, $data: KeyturnDunningStepUpdateInput!) { updateKeyturnDunningStep(id: $id, data: $data) { id } }',
        { id: step?.id, data: { letterEnglish } },
      );
    await setWords('Pay now\nDear {{buyer}}, {{nonsense}} is due.');
    expect(await write('write-letter', { dunningNoticeId: notice })).toMatchObject({
      ok: false,
      code: 'INVALID_INPUT',
    });
    await setWords('Pay now\nDear {{buyer}}, we wait for your payment.');
    const letter = await written('write-letter', { dunningNoticeId: notice });
    expect(letter.fileName).toMatch(/^Pay now /);
    expect(await textIn('dunningNotice', notice, letter)).toContain(
      `Dear Mei Lin ${site.mark}, we wait for your payment.`,
    );
    await setWords('');
  });

  it('a statement of a contract has its price, what came in, what is late, and explains the late fee', async () => {
    const statement = await written('write-statement', { contractId: first });
    const text = await textIn('contract', first, statement);
    for (const part of [
      await numberOf(first),
      '1,000,000.00',
      '300,000.00',
      '100,000.00',
      '97,750.00',
      '202,250.00',
      '505.63',
      '2,755.63',
    ])
      expect(text).toContain(part);
    expect(statement.missingCharacters).toEqual([]);
  });

  it('as of a day before the receipt it is not in the statement; a day to come is refused', async () => {
    const earlier = await written('write-statement', { contractId: first, asOf: daysAgo(6) });
    const text = await textIn('contract', first, earlier);
    // 14 days of 300,000.00.
    expect(text).toContain('2,100.00');
    expect(text).not.toContain('97,750.00');
    const answer = await write('write-statement', { contractId: first, asOf: daysAgo(-1) });
    expect(answer).toMatchObject({ ok: false, code: 'DATE_IN_FUTURE' });
  });

  it('a statement of a buyer has every contract of theirs, and lies with the person', async () => {
    const statement = await written('write-statement', { personId: site.buyerId });
    const text = await textIn('person', site.buyerId, statement);
    for (const contractId of [first, second]) expect(text).toContain(await numberOf(contractId));
    expect(text).toContain('202,250.00');
    // Of the second nothing is paid: 20 days cost 3,000.00.
    expect(text).toContain('3,000.00');
  });

  it('in Chinese: words, dates and the same figures, of a contract and of a buyer', async () => {
    const language = 'zh-CN';
    const contract = await written('write-statement', { contractId: first, language });
    const buyer = await written('write-statement', { personId: site.buyerId, language });
    expect(contract.fileName).toMatch(/^对账单 /);
    for (const [object, id, one] of [
      ['contract', first, contract],
      ['person', site.buyerId, buyer],
    ] as const) {
      const text = await textIn(object, id, one);
      expect(text).toContain('对账单');
      expect(text).toContain('202,250.00');
      expect(text).toMatch(/20\d\d年\d+月\d+日/);
      expect(one.missingCharacters).toEqual([]);
    }
  });

  it('a receipt that bounced is not told, a waiver is, with its reason', async () => {
    const receiptId = await receive(ground.client, second, { amount: '4321.00', valueOn: daysAgo(3) });
    await run(ground.client, 'bounce-receipt', { receiptId, reason: 'No cover' });
    const [late] = await records(ground.client, 'installment', { contractId: second, seq: 1 });
    const waiver = { installmentId: late?.id, what: 'LATE_FEE', amount: '1000.00', reason: 'Bank holiday' };
    await approved(deskOf(ground), 'waive', waiver);
    const statement = await written('write-statement', { contractId: second });
    const text = await textIn('contract', second, statement);
    expect(text).toMatch(/waived \(Bank holiday\).* 1,000\.00/);
    expect(text).toContain('2,000.00');
    expect(text).not.toContain('4,321.00');
  });

  it('both or none of contract and buyer, a stranger, and a role without the right are refused', async () => {
    for (const body of [{}, { contractId: first, personId: site.buyerId }])
      expect(await write('write-statement', body)).toMatchObject({ code: 'INVALID_INPUT' });
    for (const body of [{ contractId: randomUUID() }, { personId: randomUUID() }])
      expect(await write('write-statement', body)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await write('write-letter', { dunningNoticeId: randomUUID() })).toMatchObject({
      code: 'NOT_FOUND',
    });
    const sales = ground.as('Keyturn Sales');
    expect((await write('write-statement', { contractId: first }, sales)).ok).toBe(true);
    const letter = await write('write-letter', { dunningNoticeId: notice }, sales);
    expect(letter).toMatchObject({ status: 403, code: 'NO_RIGHT' });
  });
});
