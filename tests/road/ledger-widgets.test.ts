/**
 * The ledger's forms as finance uses them: each reads its record from the workspace, fills itself in, and
 * what it sends is carried out. So no form asks for a field or gives an input that is not there.
 */
import { randomUUID } from 'node:crypto';
import type { ReactElement } from 'react';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { ENGLISH } from '#tests/widgets/fixtures/words.ts';
import postAreaSettlement from '#widgets/ledger/area-settlement/post-area-settlement.widget.tsx';
import settleArea from '#widgets/ledger/area-settlement/settle-area.widget.tsx';
import { postableCount, readBankStatement } from '#widgets/ledger/bank-statement/bank-lines.ts';
import { readInput, readStart } from '#widgets/ledger/bank-statement/read-fields.ts';
import cancelContract from '#widgets/ledger/cancel-contract/cancel-contract.widget.tsx';
import addCharge from '#widgets/ledger/charges/add-charge.widget.tsx';
import askPayment from '#widgets/ledger/charges/ask-payment.widget.tsx';
import issueNotice from '#widgets/ledger/collections/issue-notice.widget.tsx';
import markNotice from '#widgets/ledger/collections/mark-notice.widget.tsx';
import recordPromise from '#widgets/ledger/collections/record-promise.widget.tsx';
import writeLetter from '#widgets/ledger/collections/write-letter.widget.tsx';
import payCommission from '#widgets/ledger/commission/pay-commission.widget.tsx';
import exportJournal from '#widgets/ledger/export-journal/export-journal.widget.tsx';
import disburseMortgage from '#widgets/ledger/mortgage/disburse-mortgage.widget.tsx';
import moveMortgage from '#widgets/ledger/mortgage/move-mortgage.widget.tsx';
import openMortgage from '#widgets/ledger/mortgage/open-mortgage.widget.tsx';
import { plannedLines } from '#widgets/ledger/payment-plan/planned-lines.tsx';
import previewPlan from '#widgets/ledger/payment-plan/preview-plan.widget.tsx';
import bounceReceipt from '#widgets/ledger/receipt-states/bounce-receipt.widget.tsx';
import clearReceipt from '#widgets/ledger/receipt-states/clear-receipt.widget.tsx';
import reverseReceipt from '#widgets/ledger/receipt-states/reverse-receipt.widget.tsx';
import { inputAfter, NOTHING_FOUND, withAnswer } from '#widgets/ledger/reconcile/findings.ts';
import recordRefund from '#widgets/ledger/refund/record-refund.widget.tsx';
import replanContract from '#widgets/ledger/replan/replan-contract.widget.tsx';
import { readReplanSubject, restOf } from '#widgets/ledger/replan/replan-subject.ts';
import writeStatement from '#widgets/ledger/statement-of-account/write-statement.widget.tsx';
import { type InstallmentSubject, readInstallment } from '#widgets/ledger/waive/installment-subject.ts';
import waive from '#widgets/ledger/waive/waive.widget.tsx';
import type { CommandInputs, CommandName } from '#widgets/shared/api/commands.ts';
import { runCommand } from '#widgets/shared/api/run-command.ts';
import type { CommandFormSpec } from '#widgets/shared/command-form/command-form.tsx';
import { decimalText } from '#widgets/shared/format/amount.ts';
import decideApproval from '#widgets/system/decide-approval/decide-approval.widget.tsx';
import { type Ground, openGround } from './ground.ts';
import {
  buildLedgerSite,
  type Desk,
  daysAgo,
  deskOf,
  dueLine,
  installmentsOf,
  type LedgerSite,
  receive,
  records,
  run,
  signOld,
} from './ledger-site.ts';

const LINES = [
  dueLine('Late', 30, daysAgo(20)),
  { name: 'Loan', percent: 60, anchor: 'LOAN' },
  dueLine('Later', 10, daysAgo(-200)),
];

type Spec = CommandFormSpec<CommandName, unknown, Record<string, unknown>>;
type Widget = { config: { component?: unknown } };

/** What a form's widget hands to the shell of all forms. */
function specOf(widget: unknown): Spec {
  const { component } = (widget as Widget).config;
  return (component as () => ReactElement<{ spec: Spec }>)().props.spec;
}

async function send<N extends CommandName>(command: N, input: CommandInputs[N]) {
  const answer = await runCommand(command, input, { requestId: randomUUID(), locale: 'en' });
  if (answer.kind !== 'DONE') throw new Error(`${command}: ${JSON.stringify(answer)}`);
  return answer.result;
}

/** Opens a form on a record, changes what a person would, and sends it. */
async function use(widget: unknown, recordId: string, changes: Record<string, unknown> = {}) {
  const spec = specOf(widget);
  const subject = await spec.load(recordId);
  if (subject === null) throw new Error(`${spec.command} found no record ${recordId}`);
  expect(spec.blocked?.(subject, ENGLISH) ?? null).toBeNull();
  expect(spec.facts(subject, ENGLISH).every(([label]) => label !== '')).toBe(true);
  const { input, wrong } = spec.read({ ...spec.start(subject), ...changes }, subject, ENGLISH);
  expect(wrong).toEqual({});
  if (input === null) throw new Error(`${spec.command} sends nothing`);
  return send(spec.command, input);
}

describe('the forms of the ledger', () => {
  let ground: Ground;
  let site: LedgerSite;
  let desk: Desk;
  let next = 0;

  const tokenOf = (role: string) =>
    ground.workspace.members.find(({ roleLabel }) => roleLabel === role)?.token ?? '';
  const workAs = (role: string) => vi.stubEnv('TWENTY_APP_ACCESS_TOKEN', tokenOf(role));

  beforeAll(async () => {
    ground = await openGround();
    desk = deskOf(ground);
    site = await buildLedgerSite(ground.client, {
      units: 12,
      price: '100000.00',
      lines: LINES,
      project: { settlementRegime: 'CHINA' },
    });
  });
  afterAll(() => ground.close());
  beforeEach(() => {
    vi.stubEnv('TWENTY_API_URL', ground.workspace.url);
    workAs('Keyturn Finance');
  });
  afterEach(() => vi.unstubAllEnvs());

  const sold = () => signOld(ground.client, site, next++, daysAgo(100));
  const only = async (object: Parameters<typeof records>[1], where: Record<string, unknown>) => {
    const found = await records(ground.client, object, where);
    expect(found).toHaveLength(1);
    return found[0]?.id ?? '';
  };

  it('of a receipt: cleared, bounced, reversed', async () => {
    const contractId = await sold();
    const cheque = { amount: '5000.00', valueOn: daysAgo(5), method: 'CHEQUE', isPending: true };
    const receiptId = await receive(desk.finance, contractId, cheque);
    expect(await use(clearReceipt, receiptId)).toMatchObject({ state: 'CLEARED' });
    expect(await use(bounceReceipt, receiptId, { reason: 'No cover' })).toMatchObject({ state: 'BOUNCED' });
    const wrong = await receive(desk.finance, contractId, { amount: '7000.00', valueOn: daysAgo(4) });
    expect(await use(reverseReceipt, wrong, { reason: 'Of another buyer' })).toMatchObject({
      state: 'REVERSED',
    });
  });

  it('of an installment: a waiver is asked for, and somebody else decides', async () => {
    const contractId = await sold();
    await receive(desk.finance, contractId, { amount: '1000.00', valueOn: daysAgo(3) });
    const [late] = await installmentsOf(ground.client, contractId);
    const subject = (await readInstallment(late?.id ?? '')) as InstallmentSubject;
    expect(subject.segments.length).toBeGreaterThan(0);
    const { approvalId } = await use(waive, late?.id ?? '', { reason: 'The bank was closed' });

    const decision = specOf(decideApproval);
    const asked = await decision.load(String(approvalId));
    const { input } = decision.read({ decision: 'APPROVE', note: '' }, asked, ENGLISH);
    const options = { requestId: randomUUID(), locale: 'en' };
    expect(input && (await runCommand(decision.command, input, options))).toMatchObject({
      kind: 'REFUSED',
      refusal: { code: 'NO_RIGHT' },
    });
    workAs('Keyturn Finance manager');
    expect(await use(decideApproval, String(approvalId))).toMatchObject({
      state: 'APPROVED',
      isCarriedOut: true,
    });
  });

  it('of collections: promise, notice, letter, mark, statement, payment request', async () => {
    const contractId = await sold();
    await run(desk.finance, 'reconcile', { contractId });
    await ground.client.graphql(
      'mutation ($step: KeyturnDunningStepCreateInput!) { createKeyturnDunningStep(data: $step) { id } }',
      {
        step: { name: 'First', daysPastDue: 1, level: 'FIRST', channel: 'LETTER', projectId: site.projectId },
      },
    );
    expect(await use(issueNotice, contractId)).toMatchObject({ issued: 1 });
    const noticeId = await only('dunningNotice', { contractId });
    for (const language of ['en', 'zh-CN']) {
      expect(await use(writeLetter, noticeId, { language })).toMatchObject({
        fileName: expect.stringMatching(/\.pdf$/),
        url: expect.any(String),
      });
    }
    expect(await use(markNotice, noticeId)).toMatchObject({ state: 'SENT' });
    expect(await use(markNotice, noticeId, { remark: 'By phone' })).toMatchObject({ state: 'ACKNOWLEDGED' });
    expect(await use(recordPromise, contractId)).toMatchObject({ amount: expect.stringMatching(/^30/) });
    expect(await use(writeStatement, contractId, { language: 'zh-CN' })).toMatchObject({
      fileName: expect.stringContaining('对账单'),
    });
    expect(await use(askPayment, contractId)).toMatchObject({ reference: expect.stringMatching(/^PAY-/) });
    await use(addCharge, contractId, { chargeType: 'TAX', label: 'Deed tax', amount: '1,500' });
  });

  it('of a mortgage: opened for what the plan leaves to the loan, approved for less, paid out', async () => {
    const contractId = await sold();
    const opened = await use(openMortgage, contractId, { bank: 'First Bank', annualRatePercent: '4.9' });
    const id = String(opened.mortgageCaseId);
    await use(moveMortgage, id, { to: 'SUBMITTED' });
    const less = { to: 'APPROVED', amountApproved: '50000', shortfallDueInDays: '14' };
    expect(await use(moveMortgage, id, less)).toMatchObject({ state: 'APPROVED', shortfall: '10000.00' });
    expect(await use(disburseMortgage, id)).toMatchObject({ state: 'DISBURSED', disbursed: '50000.00' });
  });

  it('of settlements: area, refund, commission', async () => {
    const contractId = await sold();
    expect(await use(settleArea, contractId, { measuredArea: '95' })).toMatchObject({
      buyerMayRescind: true,
    });
    const settlementId = await only('areaSettlement', { contractId });
    await use(postAreaSettlement, settlementId, { buyerKeeps: 'true' });

    await receive(desk.finance, contractId, { amount: '33000.00', valueOn: daysAgo(1) });
    await use(recordRefund, contractId, { reason: 'Paid too much', amount: '100' });

    const plan = { id: site.planId, name: 'All', projectId: site.projectId };
    await ground.client.graphql(
      'mutation ($plan: KeyturnCommissionPlanCreateInput!) { createKeyturnCommissionPlan(data: $plan) { id } }',
      { plan },
    );
    await ground.client.graphql(
      'mutation ($tier: KeyturnCommissionTierCreateInput!) { createKeyturnCommissionTier(data: $tier) { id } }',
      { tier: { name: 'All', percent: 1, commissionPlanId: site.planId } },
    );
    await run(ground.client, 'earn-commission', { contractId });
    expect(await use(payCommission, await only('commission', { contractId }))).toMatchObject({
      state: 'PAID',
    });
  });

  it('of plans: previewed, planned anew for just what the form said, cancelled', async () => {
    const contractId = await sold();
    await receive(desk.finance, contractId, { amount: '30000.00', valueOn: daysAgo(1) });
    const preview = await use(previewPlan, site.planId, { buildingId: site.buildingId, currency: 'EUR' });
    expect(plannedLines(preview)).toHaveLength(3);

    const subject = await readReplanSubject(contractId);
    const rest = subject && restOf(subject, '90000');
    const asked = await use(replanContract, contractId, { newPrice: '90000', reason: 'Smaller home' });
    const cancelled = await use(cancelContract, contractId, { kind: 'BUYER_DEFAULT', reason: 'Gave up' });
    workAs('Keyturn Finance manager');
    await use(decideApproval, String(asked.approvalId));
    const remaining = rest === null ? '' : decimalText(rest.remaining.micros);
    const [, ...made] = (await installmentsOf(ground.client, contractId)).filter(
      ({ closedAs }) => closedAs === null,
    );
    expect(made.reduce((sum, { amount }) => sum + Number(amount), 0)).toBe(Number(remaining));
    expect(await use(decideApproval, String(cancelled.approvalId))).toMatchObject({ isCarriedOut: true });
  });

  it('of the bank: pasted rows are read, shown and posted', async () => {
    const contractId = await sold();
    const [contract] = await records(ground.client, 'contract', { id: contractId });
    const id = randomUUID();
    await ground.client.graphql(
      'mutation ($data: KeyturnBankStatementCreateInput!) { createKeyturnBankStatement(data: $data) { id } }',
      { data: { id, name: 'March.csv', account: 'DE02', currencyCode: 'EUR' } },
    );
    const before = await readBankStatement(id);
    expect(before?.lines).toEqual([]);
    const pasted = [
      'Booking date\tAmount\tPayer\tReference',
      `${daysAgo(1)}\t250.00\tMei Lin\t${contract?.name}`,
      `${daysAgo(1)}\t75.00\tSomebody\tHello`,
    ].join('\n');
    if (before === null) throw new Error('the statement was made just now');
    const read = await send(
      'files/read-bank-statement',
      readInput(id, { ...readStart(before.record), pasted }),
    );
    expect(read).toMatchObject({ matched: 1, unmatched: 1, problems: [] });
    const after = await readBankStatement(id);
    expect(postableCount(after?.lines ?? [])).toBe(1);
    expect(await send('ledger/post-bank-statement', { bankStatementId: id })).toMatchObject({
      posted: 1,
      left: 0,
      refused: [],
    });
  });

  it('of all: reconciled without a problem, and exported', async () => {
    const found = withAnswer(NOTHING_FOUND, await send('ledger/reconcile', inputAfter(null)));
    expect(found).toMatchObject({ contracts: next, problems: [], next: null });
    const journal = await use(exportJournal, '', { from: daysAgo(30), to: daysAgo(0) });
    expect(journal).toMatchObject({ fileName: expect.stringMatching(/\.csv$/) });
    expect(Number(journal.postings)).toBeGreaterThan(0);
  });
});
