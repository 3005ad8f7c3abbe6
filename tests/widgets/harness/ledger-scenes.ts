/** Scenes of the ledger's widgets. */
import type { Page } from 'playwright-core';
import * as records from './ledger-records.ts';
import type { Scene } from './scenes.ts';

const PANEL = { width: 480, height: 760 };
const TALL = { width: 480, height: 1180 };
const PHONE = { width: 390, height: 844 };
const ZH = { locale: 'zh-CN' };
const DARK = { scheme: 'dark' } as const;

const WORLD: NonNullable<Scene['records']> = {
  keyturnContracts: () => [records.CONTRACT],
  keyturnReceipts: () => [records.RECEIPT],
  keyturnAllocations: () => records.ALLOCATIONS,
  keyturnInstallments: () => records.INSTALLMENTS,
  keyturnLateFeeEntries: () => records.LATE_FEE_ENTRIES,
  keyturnPaymentPlans: () => records.PLANS,
  keyturnBuildings: () => records.BUILDINGS,
  keyturnApprovals: () => [records.APPROVAL],
  keyturnAreaSettlements: () => [records.SETTLEMENT],
  keyturnMortgageCases: () => [records.MORTGAGE],
  keyturnDunningNotices: () => [records.NOTICE],
  keyturnCommissions: () => [records.COMMISSION],
  keyturnBankStatements: () => [records.STATEMENT],
  keyturnBankStatementLines: () => records.STATEMENT_LINES,
};

const press = (name: string) => (page: Page) => page.getByRole('button', { name, exact: true }).click();
const done = (result: object, message = '') => ({ status: 200, body: { ok: true, result, message } });
const refused = (code: string, message: string) => ({
  status: 409,
  body: { ok: false, refusal: { code, message, facts: {} } },
});

function ledger(name: string, widget: string, changes: Partial<Scene> = {}): Scene {
  return {
    name: `ledger-${name}`,
    widget: `${widget}.widget`,
    world: 'FULL',
    scheme: 'light',
    locale: 'en',
    selectedRecordIds: ['x'],
    ...PANEL,
    ...changes,
    records: { ...WORLD, ...changes.records },
  };
}

const FILE = { fileName: 'Statement GA-2026-0117 2026-03-12.pdf', url: '/files/statement.pdf' };
const INSTALLMENT = { keyturnInstallments: () => [records.INSTALLMENT] };

export const LEDGER_SCENES: readonly Scene[] = [
  ledger('clear', 'ledger/receipt-states/clear-receipt', {
    records: { keyturnReceipts: () => [{ ...records.RECEIPT, state: 'PENDING_CLEARANCE', valueOn: null }] },
  }),
  ledger('clear-blocked', 'ledger/receipt-states/clear-receipt'),
  ledger('bounce', 'ledger/receipt-states/bounce-receipt'),
  ledger('reverse-zh-dark', 'ledger/receipt-states/reverse-receipt', {
    ...ZH,
    ...DARK,
    act: press('冲正收款'),
  }),
  ledger('waive', 'ledger/waive/waive', { ...TALL, records: INSTALLMENT }),
  ledger('waive-phone-zh', 'ledger/waive/waive', { ...PHONE, height: 1180, ...ZH, records: INSTALLMENT }),
  ledger('statement', 'ledger/statement-of-account/write-statement', {
    commandAnswer: done(FILE),
    act: press('Write statement'),
  }),
  ledger('promise-dark', 'ledger/collections/record-promise', DARK),
  ledger('notice', 'ledger/collections/issue-notice', {
    commandAnswer: done({ issued: 0 }, 'No step of the ladder is due for GA-2026-0117.'),
    act: press('Issue notice'),
  }),
  ledger('letter-zh', 'ledger/collections/write-letter', {
    ...ZH,
    commandAnswer: done({ fileName: '催款函 GA-2026-0117.pdf', url: '/files/letter.pdf' }),
    act: press('生成催款函'),
  }),
  ledger('mark', 'ledger/collections/mark-notice'),
  ledger('charge', 'ledger/charges/add-charge', { act: press('Add charge') }),
  ledger('ask-payment', 'ledger/charges/ask-payment', {
    commandAnswer: done({ reference: 'PAY-9F3A21C4' }),
    act: press('Ask for payment'),
  }),
  ledger('mortgage', 'ledger/mortgage/open-mortgage', {
    ...TALL,
    act: (page) => page.getByLabel('Interest a year (%)').fill('2.185'),
  }),
  ledger('mortgage-move', 'ledger/mortgage/move-mortgage', {
    ...TALL,
    act: async (page) => {
      await page.getByLabel('New state').selectOption('APPROVED');
      await page.getByLabel('Amount approved').fill('8000000');
    },
  }),
  ledger('mortgage-disburse', 'ledger/mortgage/disburse-mortgage', {
    records: {
      keyturnMortgageCases: () => [
        { ...records.MORTGAGE, state: 'SIGNED', amountApproved: records.MORTGAGE.amountAsked },
      ],
    },
  }),
  ledger('cancel', 'ledger/cancel-contract/cancel-contract', {
    ...TALL,
    act: async (page) => {
      await page.getByLabel('Why it is cancelled').selectOption('BUYER_DEFAULT');
    },
  }),
  ledger('cancel-phone-zh-dark', 'ledger/cancel-contract/cancel-contract', {
    ...PHONE,
    height: 1100,
    ...ZH,
    ...DARK,
  }),
  ledger('refund', 'ledger/refund/record-refund', {
    ...TALL,
    commandAnswer: refused(
      'AMOUNT_TOO_HIGH',
      '40000.00 (amount) is too much; at most 35000.00 is possible. Enter a lower amount.',
    ),
    act: async (page) => {
      await page.getByLabel('Reason').fill('Paid twice');
      await press('Ask for approval')(page);
    },
  }),
  ledger('replan', 'ledger/replan/replan-contract', {
    ...TALL,
    height: 1500,
    commandAnswer: done(records.PREVIEW),
    act: press('Preview the new installments'),
  }),
  ledger('area', 'ledger/area-settlement/settle-area', {
    ...TALL,
    commandAnswer: done({
      ratioPercent: '-4.1243',
      buyerMayRescind: true,
      buyerPays: '0.00',
      buyerRefund: '768948.16',
      developerBearsArea: '0',
      currency: 'TWD',
    }),
    act: async (page) => {
      await page.getByLabel('Measured area (m²)').fill('84.85');
      await press('Calculate')(page);
    },
  }),
  ledger('area-post', 'ledger/area-settlement/post-area-settlement', { act: press('Post settlement') }),
  ledger('plan', 'ledger/payment-plan/preview-plan', {
    ...TALL,
    commandAnswer: done(records.PREVIEW),
    act: press('Preview'),
  }),
  ledger('plan-phone-zh-dark', 'ledger/payment-plan/preview-plan', {
    ...PHONE,
    height: 1180,
    ...ZH,
    ...DARK,
    commandAnswer: done(records.PREVIEW),
    act: press('预览'),
  }),
  ledger('plan-refused', 'ledger/payment-plan/preview-plan', {
    commandAnswer: refused(
      'PLAN_DOES_NOT_ADD_UP',
      'The payment plan 10 / 80 / 10 adds up to 105 % instead of 100 %. Correct the plan first.',
    ),
    act: press('Preview'),
  }),
  ledger('commission', 'ledger/commission/pay-commission'),
  ledger('approval', 'system/decide-approval/decide-approval', {
    commandAnswer: refused(
      'APPROVAL_YOUR_OWN',
      'You asked for "Cancel contract: Moves abroad" yourself. Somebody else has to decide on it.',
    ),
    act: press('Approve'),
  }),
  ledger('approval-zh-dark', 'system/decide-approval/decide-approval', {
    ...ZH,
    ...DARK,
    act: press('驳回'),
  }),
  ledger('bank', 'ledger/bank-statement/read-and-post', { ...TALL, height: 1300 }),
  ledger('bank-read', 'ledger/bank-statement/read-and-post', {
    ...TALL,
    height: 1300,
    commandAnswer: done({
      problems: [
        { row: 9, problem: 'Amount "1.234": AMOUNT_AMBIGUOUS' },
        { row: 12, problem: 'Date "soon": DATE_UNREADABLE' },
      ],
    }),
    act: press('Read'),
  }),
  ledger('bank-post-phone-zh-dark', 'ledger/bank-statement/read-and-post', {
    ...PHONE,
    height: 1500,
    ...ZH,
    ...DARK,
    commandAnswer: done({
      posted: 2,
      alreadyBooked: 1,
      left: 0,
      refused: [{ row: 4, problem: 'The contract GA-2026-0045 is not in force (CANCELLED).' }],
    }),
    act: press('入账 2 行'),
  }),
  ledger('reconcile', 'ledger/reconcile/reconcile', {
    selectedRecordIds: [],
    commandAnswer: done({
      contracts: 87,
      repaired: [{ contract: 'GA-2026-0098', problem: 'totals worked out again: GA-2026-0098 (overdue)' }],
      problems: [
        {
          contract: 'GA-2026-0045',
          problem: 'installments make 14650000.00 TWD, the price is 14650001.00 TWD',
        },
      ],
      next: null,
    }),
    act: press('Reconcile'),
  }),
  ledger('journal', 'ledger/export-journal/export-journal', {
    selectedRecordIds: [],
    commandAnswer: done({
      fileName: 'journal 2026-02-01 2026-02-28.csv',
      url: '/files/journal.csv',
      postings: 412,
      debit: { TWD: '83214500.00' },
    }),
    act: press('Export journal'),
  }),
  ledger('journal-no-right', 'ledger/export-journal/export-journal', {
    ...ZH,
    selectedRecordIds: [],
    commandAnswer: {
      status: 403,
      body: {
        ok: false,
        refusal: {
          code: 'NO_RIGHT',
          message: '您的角色没有 Keyturn 权限“keepAccounts”。请管理员在“设置 - 角色”中授权。',
          facts: {},
        },
      },
    },
    act: press('导出分录'),
  }),
  ledger('waive-loading', 'ledger/waive/waive', { world: 'SLOW' }),
  ledger('bank-no-right', 'ledger/bank-statement/read-and-post', { world: 'NO_RIGHT' }),
  ledger('bank-empty', 'ledger/bank-statement/read-and-post', {
    records: { keyturnBankStatementLines: () => [] },
    act: press('Read'),
    commandAnswer: refused(
      'FILE_UNREADABLE',
      'E.SUN 2026-03.csv: it has no file. Drop the bank’s file into the Files tab. Correct the file and read it again; nothing was stored.',
    ),
  }),
];
