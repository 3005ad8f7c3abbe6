/** C4, D8, E11: the bank's part of the price: from the papers to the money, and what the bank does not pay. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ground, openGround } from './ground.ts';
import {
  attempt,
  buildLedgerSite,
  daysAgo,
  dueLine,
  installmentsOf,
  type LedgerSite,
  receive,
  recordOf,
  records,
  run,
  signOld,
} from './ledger-site.ts';

/** 40 percent of 1,000,000.00 from the buyer, 60 from the bank. */
const LINES = [dueLine('Own money', 40, daysAgo(10)), { name: 'Loan', percent: 60, anchor: 'LOAN' }];
type Opened = { mortgageCaseId: string; monthlyPayment: string };

describe('mortgages', () => {
  let ground: Ground;
  let site: LedgerSite;
  let next = 0;
  beforeAll(async () => {
    ground = await openGround();
    const project = { lateFeeRate: null };
    site = await buildLedgerSite(ground.client, { units: 12, price: '1000000.00', lines: LINES, project });
  });
  afterAll(() => ground.close());

  const sold = () => signOld(ground.client, site, next++, daysAgo(100));
  const opening = (contractId: string, more = {}) => ({
    contractId,
    bank: 'First Bank',
    kind: 'COMMERCIAL',
    amountAsked: '600000.00',
    termMonths: 360,
    annualRatePercent: '4.9',
    repayment: 'EQUAL_INSTALLMENT',
    ...more,
  });
  const open = async (contractId: string, more = {}) =>
    (await run<Opened>(ground.client, 'open-mortgage', opening(contractId, more))).mortgageCaseId;
  const move = (mortgageCaseId: string, to: string, more = {}) =>
    attempt(ground.client, 'move-mortgage', { mortgageCaseId, to, on: daysAgo(1), ...more });
  const disburse = (mortgageCaseId: string, amount: string, more = {}) =>
    attempt(ground.client, 'disburse-mortgage', { mortgageCaseId, amount, on: daysAgo(0), ...more });
  async function through(mortgageCaseId: string, states: readonly string[], more = {}) {
    for (const to of states) {
      const answer = await move(mortgageCaseId, to, more);
      if (!answer.ok) throw new Error(`${to}: ${answer.message}`);
    }
  }
  const caseOf = (id: string) => recordOf(ground.client, 'mortgageCase', id);
  const linesOf = async (contractId: string) =>
    (await installmentsOf(ground.client, contractId)).map(
      ({ amount, credited, paid, state }) => `${amount} -${credited} ${paid} ${state}`,
    );
  const reconciled = async (contractId: string) =>
    expect(await run(ground.client, 'reconcile', { contractId })).toMatchObject({
      repaired: [],
      problems: [],
    });

  it.each([
    ['EQUAL_INSTALLMENT', '1000000.00', '4.9', 360, '5307.27'],
    ['EQUAL_PRINCIPAL', '1000000.00', '4.9', 360, '6861.11'],
    ['EQUAL_INSTALLMENT', '150000.00', '3.625', 360, '684.08'],
    ['EQUAL_PRINCIPAL', '120000.00', '6', 12, '10600.00'],
    ['EQUAL_INSTALLMENT', '120000.00', '0', 12, '10000.00'],
  ])('E11, %s: of %s at %s percent over %s months the first payment is %s', async (...row) => {
    const [repayment, amountAsked, annualRatePercent, termMonths, first] = row;
    const [contract] = await records(ground.client, 'contract');
    const contractId = contract?.id ?? (await sold());
    const terms = { repayment, amountAsked, annualRatePercent, termMonths };
    const opened = await run<Opened>(ground.client, 'open-mortgage', opening(contractId, terms));
    expect(opened.monthlyPayment).toBe(first);
    expect(await caseOf(opened.mortgageCaseId)).toMatchObject({
      state: 'COLLECTING',
      monthlyPayment: first,
      amountDisbursed: '0.00',
    });
  });

  it('approved as asked and disbursed: the bank’s money pays the loan installment, which is due from that day', async () => {
    const contractId = await sold();
    const mortgage = await open(contractId);
    await through(mortgage, ['SUBMITTED', 'APPROVED', 'SIGNED', 'PRE_REGISTERED']);
    expect(await caseOf(mortgage)).toMatchObject({
      amountApproved: '600000.00',
      submittedOn: daysAgo(1),
      approvedOn: daysAgo(1),
    });
    const [, loan] = await installmentsOf(ground.client, contractId);
    expect(loan).toMatchObject({ dueOn: null, state: 'SCHEDULED' });
    const externalId = `bank-${randomUUID()}`;
    expect((await disburse(mortgage, '600000.00', { externalId })).ok).toBe(true);
    expect(await caseOf(mortgage)).toMatchObject({
      state: 'DISBURSED',
      amountDisbursed: '600000.00',
      disbursedOn: daysAgo(0),
    });
    expect(await linesOf(contractId)).toEqual([
      '400000.00 -0.00 0.00 OVERDUE',
      '600000.00 -0.00 600000.00 PAID',
    ]);
    const [receipt] = await records(ground.client, 'receipt', { contractId });
    expect(receipt).toMatchObject({
      method: 'BANK_LOAN',
      source: 'MORTGAGE',
      externalId,
      state: 'CLEARED',
      allocated: '600000.00',
    });
    expect(await disburse(mortgage, '1.00')).toMatchObject({ ok: false, code: 'STATE_NOT_ALLOWED' });
    await reconciled(contractId);
  });

  it('D4.5: the loan goes to its installment first although the buyer’s own is late', async () => {
    const contractId = await sold();
    const mortgage = await open(contractId);
    await through(mortgage, ['SUBMITTED', 'APPROVED']);
    expect((await disburse(mortgage, '250000.00')).ok).toBe(true);
    expect(await caseOf(mortgage)).toMatchObject({ state: 'APPROVED', amountDisbursed: '250000.00' });
    expect((await linesOf(contractId))[0]).toBe('400000.00 -0.00 0.00 OVERDUE');
    const tooMuch = await disburse(mortgage, '350000.01');
    expect(tooMuch).toMatchObject({ code: 'AMOUNT_TOO_HIGH', facts: { most: '350000.00' } });
    expect((await disburse(mortgage, '350000.00')).ok).toBe(true);
    expect(await caseOf(mortgage)).toMatchObject({ state: 'DISBURSED', amountDisbursed: '600000.00' });
    expect(await linesOf(contractId)).toEqual([
      '400000.00 -0.00 0.00 OVERDUE',
      '600000.00 -0.00 600000.00 PAID',
    ]);
    await reconciled(contractId);
  });

  it('approved for less: the difference becomes an installment of the buyer, the loan installment shrinks by it', async () => {
    const contractId = await sold();
    const mortgage = await open(contractId);
    await through(mortgage, ['SUBMITTED']);
    const answer = await move(mortgage, 'APPROVED', {
      amountApproved: '550000.00',
      shortfallDueInDays: 30,
    });
    expect(answer).toMatchObject({ ok: true, result: { shortfall: '50000.00' } });
    expect(await linesOf(contractId)).toEqual([
      '400000.00 -0.00 0.00 OVERDUE',
      '600000.00 -50000.00 0.00 SCHEDULED',
      '50000.00 -0.00 0.00 PENDING',
    ]);
    const [, , own] = await installmentsOf(ground.client, contractId);
    expect(own).toMatchObject({ chargeType: 'HOUSE_PRICE', dueOn: daysAgo(-30) });
    expect((await disburse(mortgage, '550000.00')).ok).toBe(true);
    expect((await linesOf(contractId))[1]).toBe('600000.00 -50000.00 550000.00 PAID');
    await reconciled(contractId);
  });

  it('changed to cash: all of the loan is asked of the buyer, and nothing is left to disburse', async () => {
    const contractId = await sold();
    const mortgage = await open(contractId);
    await through(mortgage, ['SUBMITTED', 'SUPPLEMENT', 'SUBMITTED', 'REJECTED']);
    const answer = await move(mortgage, 'CHANGED_TO_CASH', { shortfallDueInDays: 7 });
    expect(answer).toMatchObject({ ok: true, result: { shortfall: '600000.00' } });
    expect((await linesOf(contractId)).at(-1)).toBe('600000.00 -0.00 0.00 PENDING');
    expect(await disburse(mortgage, '1.00')).toMatchObject({ code: 'STATE_NOT_ALLOWED' });
    await receive(ground.client, contractId, {
      amount: '1000000.00',
      valueOn: daysAgo(0),
      allowPrepayment: true,
    });
    expect(await recordOf(ground.client, 'contract', contractId)).toMatchObject({
      paid: '1000000.00',
      prepaid: '0.00',
    });
    await reconciled(contractId);
  });

  it('D7: rejected, another bank approves less than the first: only what is still the bank’s is moved', async () => {
    const contractId = await sold();
    const mortgage = await open(contractId);
    await through(mortgage, ['SUBMITTED']);
    await move(mortgage, 'APPROVED', { amountApproved: '550000.00' });
    await through(mortgage, ['REJECTED', 'COLLECTING', 'SUBMITTED']);
    const answer = await move(mortgage, 'APPROVED', { amountApproved: '520000.00' });
    expect(answer).toMatchObject({ ok: true, result: { shortfall: '30000.00' } });
    const [, loan, ...own] = await linesOf(contractId);
    expect(loan).toBe('600000.00 -80000.00 0.00 SCHEDULED');
    expect(own.map((line) => line.split(' ')[0])).toEqual(['50000.00', '30000.00']);
    expect((await disburse(mortgage, '520000.00')).ok).toBe(true);
    await reconciled(contractId);
  });

  it('two loans of one bank, commercial and provident fund: each counts its own money', async () => {
    const contractId = await sold();
    const commercial = await open(contractId, { amountAsked: '400000.00' });
    const fund = await open(contractId, { amountAsked: '200000.00', kind: 'PROVIDENT_FUND' });
    for (const one of [commercial, fund]) await through(one, ['SUBMITTED', 'APPROVED']);
    expect((await disburse(commercial, '400000.00')).ok).toBe(true);
    expect((await disburse(fund, '150000.00')).ok).toBe(true);
    expect(await caseOf(commercial)).toMatchObject({ state: 'DISBURSED', amountDisbursed: '400000.00' });
    expect(await caseOf(fund)).toMatchObject({ state: 'APPROVED', amountDisbursed: '150000.00' });
    expect((await disburse(fund, '50000.00')).ok).toBe(true);
    expect(await caseOf(fund)).toMatchObject({ state: 'DISBURSED', amountDisbursed: '200000.00' });
    expect((await linesOf(contractId))[1]).toBe('600000.00 -0.00 600000.00 PAID');
    await reconciled(contractId);
  });

  it.each([
    ['COLLECTING', [], ['APPROVED', 'SIGNED', 'DISBURSED', 'CLOSED']],
    ['SUBMITTED', ['SUBMITTED'], ['COLLECTING', 'SIGNED', 'PRE_REGISTERED', 'DISBURSED']],
    ['APPROVED', ['SUBMITTED', 'APPROVED'], ['COLLECTING', 'SUBMITTED', 'DISBURSED', 'CLOSED']],
    ['CLOSED', ['SUBMITTED', 'REJECTED', 'CLOSED'], ['COLLECTING', 'CHANGED_TO_CASH']],
  ])('C4: from %s it goes nowhere that the table does not name', async (state, way, wrong) => {
    const [contract] = await records(ground.client, 'contract', { state: 'SIGNED' });
    const mortgage = await open(contract?.id ?? '', { bank: `Bank ${state}` });
    await through(mortgage, way);
    for (const to of wrong) {
      expect(await move(mortgage, to)).toMatchObject({ ok: false, status: 409, code: 'STATE_NOT_ALLOWED' });
    }
    if (state !== 'APPROVED')
      expect(await disburse(mortgage, '1.00')).toMatchObject({ code: 'STATE_NOT_ALLOWED' });
    expect(await caseOf(mortgage)).toMatchObject({ state, amountDisbursed: '0.00' });
  });

  it('a day to come and a strange state are refused; so is a loan on a contract that has ended', async () => {
    const [contract] = await records(ground.client, 'contract', { state: 'SIGNED' });
    const mortgage = await open(contract?.id ?? '', { bank: 'Last Bank' });
    expect(await move(mortgage, 'SUBMITTED', { on: daysAgo(-1) })).toMatchObject({ code: 'DATE_IN_FUTURE' });
    expect(await move(mortgage, 'SOMEWHERE')).toMatchObject({ code: 'INVALID_INPUT' });
    for (const more of [{ amountAsked: '0.00' }, { termMonths: 0 }, { annualRatePercent: '-1' }]) {
      const answer = await attempt(ground.client, 'open-mortgage', opening(contract?.id ?? '', more));
      expect(answer).toMatchObject({ ok: false, code: 'INVALID_INPUT' });
    }
  });
});
