/** H1, E21.4: a bank's file is read, looked at and posted: nothing twice, nothing without a person where it is doubtful. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectDone, type Ground, openGround } from './ground.ts';
import {
  attempt,
  buildLedgerSite,
  type Desk,
  daysAgo,
  deskOf,
  dueLine,
  filesOf,
  type LedgerSite,
  recordOf,
  records,
  run,
  signOld,
} from './ledger-site.ts';

const LINES = [dueLine('First', 30, daysAgo(2)), dueLine('Last', 70, daysAgo(-30))];
const HEAD = 'Date,Amount,Payer,Reference,Description';
type Read = {
  bankStatementId: string;
  isKnown: boolean;
  matched: number;
  doubtful: number;
  unmatched: number;
  alreadyBooked: number;
  lines: { row: number; state: string; amount: string; contract: string | null; why: string }[];
  problems: { row: number; problem: string }[];
};
type Posted = {
  posted: number;
  alreadyBooked: number;
  left: number;
  total: Record<string, string>;
  refused: object[];
};

describe('bank statements', () => {
  let ground: Ground;
  let desk: Desk;
  let site: LedgerSite;
  let next = 0;
  beforeAll(async () => {
    ground = await openGround();
    desk = deskOf(ground);
    const project = { lateFeeRate: null };
    site = await buildLedgerSite(ground.client, { units: 26, price: '100000.00', lines: LINES, project });
  });
  afterAll(() => ground.close());

  async function sold() {
    const contractId = await signOld(ground.client, site, next++, daysAgo(30));
    return { contractId, number: (await recordOf(ground.client, 'contract', contractId)).name };
  }
  const csvOf = (...rows: string[]) => [HEAD, ...rows].join('\r\n');
  const reading = (csv: string, more = {}) => ({
    requestId: randomUUID(),
    fileName: 'march.csv',
    contentBase64: Buffer.from(csv, 'utf8').toString('base64'),
    account: 'DE02 1203',
    currency: 'EUR',
    ...more,
  });
  const read = async (csv: string, more = {}) =>
    expectDone(await desk.finance.command<Read>('files', 'read-bank-statement', reading(csv, more)));
  const post = (bankStatementId: string) =>
    run<Posted>(desk.finance, 'post-bank-statement', { bankStatementId });
  const linesOf = async (bankStatementId: string) =>
    (await records(ground.client, 'bankStatementLine', { bankStatementId })).sort(
      (a, b) => (a.lineNumber ?? 0) - (b.lineNumber ?? 0),
    );
  const statesOf = async (bankStatementId: string) =>
    (await linesOf(bankStatementId)).map(({ state }) => state);
  const receiptsOf = async (contractId: string) =>
    (await records(ground.client, 'receipt', { contractId })).map(({ amount }) => amount).sort();
  const choose = async (bankStatementId: string, lineNumber: number, contractId: string) => {
    const line = (await linesOf(bankStatementId)).find((one) => one.lineNumber === lineNumber);
    await desk.finance.graphql(
      'mutation ($id: UUID!, $contractId: UUID!) { updateKeyturnBankStatementLine(id: $id, data: { contractId: $contractId }) { id } }',
      { id: line?.id, contractId },
    );
  };

  /** Matched by number and by reference, doubtful by name and amount, unmatched, money out, a bad row. */
  async function march() {
    const [one, two, three] = [await sold(), await sold(), await sold()];
    const { reference } = await run(ground.client, 'ask-payment', {
      contractId: two.contractId,
      amount: '500.00',
    });
    const csv = csvOf(
      `${daysAgo(1)},1000.00,Somebody,${one.number},House money`,
      `${daysAgo(1)},500.00,Somebody,,Payment ${reference}`,
      `${daysAgo(1)},30000.00,Mei Lin ${site.mark},,First installment ${randomUUID()}`,
      `${daysAgo(1)},77.00,A stranger,,Nobody knows`,
      `${daysAgo(1)},-250.00,Supplier,,${three.number}`,
      'some day,10.00,Somebody,,Bad row',
    );
    return { one, two, three, csv };
  }

  it('reading shows what is matched, doubtful, unmatched and wrong, leaves money out aside, and posts nothing', async () => {
    const { one, two, three, csv } = await march();
    const answer = await read(csv);
    expect(answer).toMatchObject({ matched: 2, doubtful: 1, unmatched: 1, alreadyBooked: 0, isKnown: false });
    expect(answer.lines.map(({ state, amount, contract }) => [state, amount, contract])).toEqual([
      ['MATCHED', '1000.00', one.number],
      ['MATCHED', '500.00', two.number],
      ['DOUBTFUL', '30000.00', null],
      ['UNMATCHED', '77.00', null],
    ]);
    expect(answer.lines[2]?.why).toContain(three.number);
    expect(answer.problems).toMatchObject([{ row: 7 }]);
    expect(await recordOf(ground.client, 'bankStatement', answer.bankStatementId)).toMatchObject({
      state: 'PREVIEWED',
      lineCount: 4,
      posted: 0,
    });
    for (const { contractId } of [one, two, three]) expect(await receiptsOf(contractId)).toEqual([]);
  });

  it('the same file again is the same statement and changes nothing, what a person has chosen included', async () => {
    const { three, csv } = await march();
    const first = await read(csv);
    await choose(first.bankStatementId, 4, three.contractId);
    const lines = await linesOf(first.bankStatementId);
    const statement = await recordOf(ground.client, 'bankStatement', first.bankStatementId);
    const again = await read(csv, { fileName: 'another name.csv' });
    expect(again).toMatchObject({ bankStatementId: first.bankStatementId, isKnown: true });
    expect(await linesOf(first.bankStatementId)).toEqual(lines);
    expect(await recordOf(ground.client, 'bankStatement', first.bankStatementId)).toEqual(statement);
  });

  it('posting books what is matched or chosen, each line once, by its value date; the rest waits', async () => {
    const { one, two, three, csv } = await march();
    const { bankStatementId } = await read(csv);
    expect(await post(bankStatementId)).toMatchObject({
      posted: 2,
      left: 0,
      total: { EUR: '1500.00' },
      refused: [],
    });
    expect(await statesOf(bankStatementId)).toEqual(['POSTED', 'POSTED', 'DOUBTFUL', 'UNMATCHED']);
    const [receipt] = await records(ground.client, 'receipt', { contractId: one.contractId });
    expect(receipt).toMatchObject({
      amount: '1000.00',
      valueOn: daysAgo(1),
      method: 'TRANSFER',
      source: 'BANK_STATEMENT',
      state: 'CLEARED',
    });
    await choose(bankStatementId, 4, three.contractId);
    expect(await post(bankStatementId)).toMatchObject({ posted: 1, total: { EUR: '30000.00' } });
    expect(await post(bankStatementId)).toMatchObject({ posted: 0, total: {} });
    expect(await statesOf(bankStatementId)).toEqual(['POSTED', 'POSTED', 'POSTED', 'UNMATCHED']);
    expect(await receiptsOf(one.contractId)).toEqual(['1000.00']);
    expect(await receiptsOf(two.contractId)).toEqual(['500.00']);
    expect(await receiptsOf(three.contractId)).toEqual(['30000.00']);
    expect(await recordOf(ground.client, 'contract', three.contractId)).toMatchObject({ paid: '30000.00' });
    expect(await recordOf(ground.client, 'bankStatement', bankStatementId)).toMatchObject({ posted: 3 });
    expect(await statesOf((await read(csv)).bankStatementId)).toEqual([
      'POSTED',
      'POSTED',
      'POSTED',
      'UNMATCHED',
    ]);
  });

  it('E21.4: two people who post at the same moment book each line once', async () => {
    const { one, two, csv } = await march();
    const { bankStatementId } = await read(csv);
    const answers = await Promise.all(
      [desk.finance, desk.manager, ground.client].map((client) =>
        attempt(client, 'post-bank-statement', { bankStatementId }),
      ),
    );
    expect(answers.some(({ ok }) => ok)).toBe(true);
    expect(await receiptsOf(one.contractId)).toEqual(['1000.00']);
    expect(await receiptsOf(two.contractId)).toEqual(['500.00']);
    // Posted again nothing is left that says otherwise.
    await post(bankStatementId);
    const states = (await statesOf(bankStatementId)).slice(0, 2);
    for (const state of states) expect(['POSTED', 'ALREADY_BOOKED']).toContain(state);
  });

  it('the same line in another file is ALREADY_BOOKED; two that are equal in one file are two', async () => {
    const { contractId, number } = await sold();
    const line = `${daysAgo(1)},12.00,Mei,${number},Twice`;
    const first = await read(csvOf(line, line));
    expect(await post(first.bankStatementId)).toMatchObject({ posted: 2 });
    const second = await read(csvOf(`${daysAgo(1)},13.00,Mei,${number},New`, line, line));
    expect(second).toMatchObject({ matched: 1, alreadyBooked: 2 });
    expect(await post(second.bankStatementId)).toMatchObject({ posted: 1 });
    expect(await receiptsOf(contractId)).toEqual(['12.00', '12.00', '13.00']);
  });

  it('two files with the same line, read before either is posted: the second finds it booked', async () => {
    const { contractId, number } = await sold();
    const line = `${daysAgo(1)},12.00,Mei,${number},Overlap`;
    const [first, second] = [await read(csvOf(line)), await read(csvOf(line, `${daysAgo(1)},1.00,X,,Y`))];
    expect(first.bankStatementId).not.toBe(second.bankStatementId);
    await post(first.bankStatementId);
    expect(await post(second.bankStatementId)).toMatchObject({ posted: 0, alreadyBooked: 1 });
    expect(await statesOf(second.bankStatementId)).toEqual(['ALREADY_BOOKED', 'UNMATCHED']);
    expect(await receiptsOf(contractId)).toEqual(['12.00']);
  });

  it('a line whose contract has ended is refused with its reason and stands in nobody’s way', async () => {
    const [ended, live] = [await sold(), await sold()];
    const { bankStatementId } = await read(
      csvOf(
        `${daysAgo(1)},10.00,Mei,${ended.number},To the ended`,
        `${daysAgo(1)},20.00,Mei,${live.number},To the other`,
      ),
    );
    await ground.workspace.sql(
      `update "keyturnContract" set state = 'CANCELLED', seal = jsonb_set(seal, '{state}', '"CANCELLED"') where id = $1`,
      [ended.contractId],
    );
    expect(await post(bankStatementId)).toMatchObject({ posted: 1, refused: [{ row: 2 }] });
    expect(await statesOf(bankStatementId)).toEqual(['DOUBTFUL', 'POSTED']);
    expect(await receiptsOf(ended.contractId)).toEqual([]);
  });

  async function statementWith(csv: string, fileName = 'bank.csv'): Promise<string> {
    const { createKeyturnBankStatement } = await desk.finance.graphql<{
      createKeyturnBankStatement: { id: string };
    }>(
      'mutation ($data: KeyturnBankStatementCreateInput!) { createKeyturnBankStatement(data: $data) { id } }',
      { data: { name: 'March', account: 'DE02 1203', currencyCode: 'EUR' } },
    );
    await filesOf(ground).attach(
      'bankStatement',
      createKeyturnBankStatement.id,
      fileName,
      Buffer.from(csv, 'utf8'),
    );
    return createKeyturnBankStatement.id;
  }
  const readRecord = (bankStatementId: string) =>
    desk.finance.command<Read>('files', 'read-bank-statement', { requestId: randomUUID(), bankStatementId });

  it('a file in the Files tab of a statement is read into it, and posted from it', async () => {
    const { one, two, csv } = await march();
    const id = await statementWith(csv);
    expect(expectDone(await readRecord(id))).toMatchObject({ bankStatementId: id, matched: 2, doubtful: 1 });
    const lines = await linesOf(id);
    expectDone(await readRecord(id));
    expect(await linesOf(id)).toEqual(lines);
    expect(await post(id)).toMatchObject({ posted: 2 });
    expect([await receiptsOf(one.contractId), await receiptsOf(two.contractId)]).toEqual([
      ['1000.00'],
      ['500.00'],
    ]);
    expectDone(await readRecord(id));
    expect(await statesOf(id)).toEqual(['POSTED', 'POSTED', 'DOUBTFUL', 'UNMATCHED']);
  });

  it('a corrected file in the same statement replaces what nobody has touched; what was posted stays', async () => {
    const [one, two] = [await sold(), await sold()];
    const kept = `${daysAgo(1)},10.00,Mei,${one.number},Kept`;
    const id = await statementWith(csvOf(kept, `${daysAgo(1)},99.00,Mei,${one.number},Wrong`));
    expectDone(await readRecord(id));
    await filesOf(ground).attach(
      'bankStatement',
      id,
      'corrected.csv',
      Buffer.from(csvOf(kept, `${daysAgo(1)},20.00,Mei,${two.number},Right`), 'utf8'),
    );
    expectDone(await readRecord(id));
    expect((await linesOf(id)).map(({ amount }) => amount)).toEqual(['10.00', '20.00']);
    expect(await post(id)).toMatchObject({ posted: 2 });
    expect([await receiptsOf(one.contractId), await receiptsOf(two.contractId)]).toEqual([
      ['10.00'],
      ['20.00'],
    ]);
  });

  it('a file whose rows stand elsewhere than those that were posted is refused: no line of it is passed over', async () => {
    const { contractId, number } = await sold();
    const booked = `${daysAgo(1)},10.00,Mei,${number},Booked`;
    const id = await statementWith(csvOf(booked));
    expectDone(await readRecord(id));
    await post(id);
    const shifted = Buffer.from(csvOf(`${daysAgo(1)},20.00,Mei,${number},In front`, booked), 'utf8');
    await filesOf(ground).attach('bankStatement', id, 'shifted.csv', shifted);
    expect(await readRecord(id)).toMatchObject({ ok: false, code: 'FILE_UNREADABLE', facts: { row: 2 } });
    expect(await statesOf(id)).toEqual(['POSTED']);
    // As a statement of its own the new line is there, and the old one is not booked again.
    const other = await statementWith(csvOf(`${daysAgo(1)},20.00,Mei,${number},In front`, booked));
    expect(expectDone(await readRecord(other))).toMatchObject({ matched: 1, alreadyBooked: 1 });
    await post(other);
    expect(await receiptsOf(contractId)).toEqual(['10.00', '20.00']);
  });

  it('a statement without a file, a file without the columns, a line in another currency: nothing is posted', async () => {
    const { contractId, number } = await sold();
    const empty = await desk.finance.graphql<{ createKeyturnBankStatement: { id: string } }>(
      'mutation { createKeyturnBankStatement(data: { name: "Empty", account: "1", currencyCode: "EUR" }) { id } }',
    );
    expect(await readRecord(empty.createKeyturnBankStatement.id)).toMatchObject({ code: 'FILE_UNREADABLE' });
    const noColumns = reading('Who,What\nMei,House');
    expect(await desk.finance.command('files', 'read-bank-statement', noColumns)).toMatchObject({
      code: 'FILE_UNREADABLE',
    });
    const foreign = await read(csvOf(`${daysAgo(1)},10.00,Mei,${number},In dollars`), { currency: 'USD' });
    expect(foreign).toMatchObject({ matched: 0, doubtful: 1 });
    await choose(foreign.bankStatementId, 2, contractId);
    expect(await post(foreign.bankStatementId)).toMatchObject({ posted: 0, refused: [{ row: 2 }] });
    expect(await receiptsOf(contractId)).toEqual([]);
  });

  it('sales may neither read a file nor post it', async () => {
    const sales = ground.as('Keyturn Sales');
    const body = reading(csvOf(`${daysAgo(1)},1.00,Mei,,X`));
    expect(await sales.command('files', 'read-bank-statement', body)).toMatchObject({ code: 'NO_RIGHT' });
    const posting = await attempt(sales, 'post-bank-statement', { bankStatementId: randomUUID() });
    expect(posting).toMatchObject({ code: 'NO_RIGHT' });
  });
});
