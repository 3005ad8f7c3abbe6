/** C1.5: the journal for the books: every posting balanced, what was taken back as well, and no formula in it. */
import { randomUUID } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectDone, type Ground, openGround } from './ground.ts';
import {
  approved,
  attempt,
  buildLedgerSite,
  type Desk,
  daysAgo,
  deskOf,
  dueLine,
  filesOf,
  installmentsOf,
  type LedgerSite,
  receive,
  recordOf,
  records,
  run,
  signOld,
} from './ledger-site.ts';

const LINES = [dueLine('First', 30, daysAgo(20)), dueLine('Last', 70, daysAgo(-30))];
const FORMULA = `-2+3+cmd|' /C calc'!A0`;

type Line = Record<
  'date' | 'posting' | 'kind' | 'contract' | 'account' | 'debit' | 'credit' | 'currency' | 'text',
  string
>;

describe('the journal', () => {
  let ground: Ground;
  let desk: Desk;
  let site: LedgerSite;
  let lines: Line[];
  let text: string;
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    ground = await openGround();
    desk = deskOf(ground);
    site = await buildLedgerSite(ground.client, { units: 2, price: '100000.00', lines: LINES });
    const contractId = await signOld(ground.client, site, 0, daysAgo(100));
    ids.contract = contractId;
    const pay = async (name: string, amount: string, valueOn: string, more = {}) => {
      ids[name] = await receive(ground.client, contractId, { amount, valueOn, ...more });
    };
    await pay('kept', '20000.00', daysAgo(0), { number: '=HYPERLINK("http://evil";"Receipt")' });
    await pay('cash', '500.00', daysAgo(0), { method: 'CASH' });
    await pay('bounced', '7000.00', daysAgo(2), { method: 'CHEQUE' });
    await run(ground.client, 'clear-receipt', { receiptId: ids.bounced });
    await run(ground.client, 'bounce-receipt', { receiptId: ids.bounced, reason: '@SUM(1)' });
    await pay('never', '8000.00', daysAgo(2), { method: 'CHEQUE' });
    await run(ground.client, 'bounce-receipt', { receiptId: ids.never, reason: 'No cover' });
    await pay('pending', '9000.00', daysAgo(2), { method: 'CHEQUE' });
    // Entered late: it counts from fifteen days ago, and corrects the late fee that was billed.
    await pay('backdated', '5000.00', daysAgo(15));
    await pay('rest', '20000.00', daysAgo(0));
    const [first] = await installmentsOf(ground.client, contractId);
    await pay('other', '1.00', daysAgo(0));
    await approved(desk, 'record-refund', {
      contractId,
      amount: '1000.00',
      method: 'TRANSFER',
      refundedOn: daysAgo(0),
      why: 'OVERPAYMENT',
    });
    const second = await signOld(ground.client, site, 1, daysAgo(100));
    await run(ground.client, 'reconcile', { contractId: second });
    const [late] = await installmentsOf(ground.client, second);
    const waiver = { installmentId: late?.id, what: 'LATE_FEE', amount: '100.00', reason: FORMULA };
    await approved(desk, 'waive', waiver);
    expect(first?.state).toBe('PAID');
    ({ lines, text } = await exported(daysAgo(20), daysAgo(0)));
  });
  afterAll(() => ground.close());

  type Exported = { postings: number; debit: Record<string, string>; fileName: string; url: string };
  async function exported(from: string, to: string) {
    const answer = expectDone(
      await desk.finance.command<Exported>('ledger', 'export-journal', { requestId: randomUUID(), from, to }),
    );
    const response = await fetch(answer.url);
    const csv = Buffer.from(await response.arrayBuffer()).toString('utf8');
    return { answer, text: csv, lines: parse(csv, { columns: true, bom: true }) as Line[] };
  }
  const cents = (amount: string) => Math.round(Number(amount || 0) * 100);
  const sum = (rows: readonly Line[]) =>
    rows.reduce((total, { debit, credit }) => total + cents(debit) - cents(credit), 0);
  const balanceOf = (account: string, contract?: string) =>
    sum(lines.filter((one) => one.account === account && (!contract || one.contract === contract)));
  const of = (kind: string, id = '') =>
    lines
      .filter((one) => one.kind === kind && one.posting === id)
      .map((one) => `${one.account} ${one.debit || `-${one.credit}`}`);

  it('debit and credit are equal in every posting, and in all of them together', () => {
    const postings = new Map<string, Line[]>();
    for (const line of lines) {
      const key = `${line.kind} ${line.posting}`;
      postings.set(key, [...(postings.get(key) ?? []), line]);
    }
    expect(postings.size).toBeGreaterThan(15);
    for (const rows of postings.values()) {
      expect(rows).toHaveLength(2);
      expect(sum(rows)).toBe(0);
      expect(new Set(rows.map(({ date }) => date)).size).toBe(1);
    }
    expect(sum(lines)).toBe(0);
    const kinds = new Set(lines.map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual([
      'ALLOCATION',
      'LATE_FEE',
      'LATE_FEE_WAIVED',
      'RECEIPT',
      'RECEIPT_TAKEN_BACK',
      'REFUND',
    ]);
  });

  it('the accounts say what the ledger says: money, the buyer’s balance, what installments got, late fee open', async () => {
    const contract = await recordOf(ground.client, 'contract', ids.contract ?? '');
    const { name } = contract;
    const cleared = await records(ground.client, 'receipt', {
      contractId: contract.id,
      state: 'CLEARED',
    });
    const received = cleared.reduce((total, { amount }) => total + cents(amount), 0);
    expect(balanceOf('BANK', name) + balanceOf('CASH', name)).toBe(received - cents(contract.refunded));
    expect(balanceOf('CASH', name)).toBe(50_000);
    expect(balanceOf('CUSTOMER_ADVANCES', name)).toBe(-cents(contract.prepaid));
    expect(balanceOf('CONTRACT_LIABILITIES', name)).toBe(-cents(contract.paid));
    expect(balanceOf('LATE_FEE_RECEIVABLE', name)).toBe(
      cents(contract.lateFee) - cents(contract.lateFeePaid) - cents(contract.lateFeeWaived),
    );
  });

  it('a receipt that bounced is there twice, once in and once out; one that was never cleared not at all', () => {
    expect(of('RECEIPT', ids.bounced)).toEqual(['BANK 7000.00', 'CUSTOMER_ADVANCES -7000.00']);
    expect(of('RECEIPT_TAKEN_BACK', ids.bounced)).toEqual(['CUSTOMER_ADVANCES 7000.00', 'BANK -7000.00']);
    for (const name of ['never', 'pending']) {
      expect(of('RECEIPT', ids[name])).toEqual([]);
      expect(of('RECEIPT_TAKEN_BACK', ids[name])).toEqual([]);
    }
  });

  it('a receipt that was entered late is in the journal of the day on which it was entered', async () => {
    expect(of('RECEIPT', ids.backdated)).toEqual(['BANK 5000.00', 'CUSTOMER_ADVANCES -5000.00']);
    const past = await exported(daysAgo(20), daysAgo(1));
    expect(past.lines).toEqual([]);
    const today = await exported(daysAgo(0), daysAgo(0));
    expect(today.text).toBe(text);
  });

  it('no cell is a formula, whatever people wrote as number or reason', () => {
    expect(text).toContain(`'${FORMULA}`);
    expect(text).toContain(`'=HYPERLINK`);
    const cells = lines.flatMap((line) => Object.values(line));
    for (const cell of cells) expect(cell).not.toMatch(/^[=+@\t\r]|^-(?!\d+(\.\d+)?$)/);
  });

  it('it lies in the Files tab of a job run that says what is in it, exported as often as asked', async () => {
    const { answer } = await exported(daysAgo(3), daysAgo(0));
    const runs = await records(ground.client, 'jobRun', { name: `Journal ${daysAgo(3)} – ${daysAgo(0)}` });
    expect(runs).toMatchObject([{ done: answer.postings, failed: 0 }]);
    const [file] = await filesOf(ground).attached('jobRun', runs[0]?.id ?? '');
    expect(file?.name).toBe(answer.fileName);
  });

  it('the wrong way round, too long, or asked by sales it is refused', async () => {
    const asked = (from: string, to: string, client = desk.finance) =>
      attempt(client, 'export-journal', { from, to });
    expect(await asked(daysAgo(0), daysAgo(1))).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await asked(daysAgo(92), daysAgo(0))).toMatchObject({ code: 'INVALID_INPUT' });
    expect((await asked(daysAgo(91), daysAgo(0))).ok).toBe(true);
    expect(await asked(daysAgo(1), daysAgo(0), ground.as('Keyturn Sales'))).toMatchObject({
      code: 'NO_RIGHT',
    });
  });
});
