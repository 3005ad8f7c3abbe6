/**
 * The table of the walk: every command that acts on one record with a state. To add a command, add one row:
 *
 *   { command: holdUnit, object: 'unit', refusedWith: 'UNIT_NOT_FOR_SALE', make: ofUnit },
 *
 * - `make` answers the id of the record whose state walks, and the command's input. It is called once for all
 *   states from which the command is refused, and anew for each door and state from which it is allowed.
 * - Allowed are the states of `workflows/pipeline` from which a transition names the command; with `to`, only
 *   transitions into that state or those states. A command that leaves the state alone names them in `from`
 *   itself, and meets one record in all of them, unless `isOnce`: then it would not do the same thing twice.
 * - `refusedIn` are states in which the refusal is another one than `refusedWith`.
 * - `apart` are states that the tables allow with something more than the state, such as the lock of the same
 *   buyer; say where that is tested. The walk gives the command there, too, and expects the same from each door.
 * - `mayRefuse` are codes that have nothing to do with the state and may come of a thin fixture.
 *
 * Rows of what is done before a contract are in walk-sales-cases.ts and walk-reservation-cases.ts. Every command
 * is in one of the tables or in NOT_WALKED with its reason: the test says which one is missing.
 */
import { randomUUID } from 'node:crypto';
import { handOver } from '#commands/handover/hand-over.ts';
import { addCharge } from '#commands/ledger/add-charge.ts';
import { askPayment } from '#commands/ledger/ask-payment.ts';
import { cancelContract } from '#commands/ledger/cancel-contract.ts';
import { changeContractBuyers } from '#commands/ledger/change-contract-buyers.ts';
import { changeContractUnit } from '#commands/ledger/change-contract-unit.ts';
import { earnCommission, payCommission } from '#commands/ledger/commissions.ts';
import { disburseMortgage } from '#commands/ledger/disburse-mortgage.ts';
import { issueNotice, markNotice, recordPromise } from '#commands/ledger/dunning.ts';
import { moveMortgage, openMortgage } from '#commands/ledger/mortgage-cases.ts';
import { bounceReceipt, clearReceipt, reverseReceipt } from '#commands/ledger/receipt-states.ts';
import { recordReceipt } from '#commands/ledger/record-receipt.ts';
import { replanContract } from '#commands/ledger/replan-contract.ts';
import { calculateAreaSettlement, postAreaSettlement } from '#commands/ledger/settle-area.ts';
import { decideApproval } from '#commands/system/approvals.ts';
import { bodyHash } from '#commands/system/request-ids.ts';
import { withdrawApproval } from '#commands/system/withdraw-approval.ts';
import { LIVE_CONTRACT_STATES } from '#domain/deal/index.ts';
import { MORTGAGE_TRANSITIONS } from '#domain/ledger/index.ts';
import type { GuardedObject } from '#port/guarded.ts';
import { TODAY } from './ground.ts';
import { CARE_WALK } from './walk-care-cases.ts';
import { HANDOVER_WALK, keysOf } from './walk-handover-cases.ts';
import { INSPECTION_WALK } from './walk-inspection-cases.ts';
import { QUOTE_WALK } from './walk-quote-cases.ts';
import { SALES_WALK } from './walk-sales-cases.ts';
import { NOT_WALKED_TITLES, TITLE_WALK } from './walk-title-cases.ts';
import { euro, type Make, type WalkCase, type World } from './walk-world.ts';

const ofContract =
  (rest: (world: World) => Record<string, unknown>, values: object = {}): Make =>
  async (world) => {
    const id = await world.contract();
    if (Object.keys(values).length > 0) await world.put('contract', id, values);
    return { id, input: { contractId: id, ...rest(world) } };
  };

/** A row of the ledger that hangs on a contract which is live throughout. */
const ofRow =
  (object: GuardedObject, key: string, row: () => object, rest: Record<string, unknown> = {}): Make =>
  async (world) => {
    const id = await world.make(object, { contractId: await world.sharedContract(), ...row() });
    return { id, input: { [key]: id, ...rest } };
  };

const receiptRow = () => ({
  amount: euro('1.00'),
  method: 'CHEQUE',
  receivedOn: TODAY,
  valueOn: TODAY,
  externalId: randomUUID(),
  fund: 'PRICE',
});
const mortgageRow = () => ({
  kind: 'COMMERCIAL',
  amountAsked: euro('100.00'),
  amountApproved: euro('100.00'),
  amountDisbursed: euro('0.00'),
});
const noticeRow = () => ({ issuedOn: TODAY, payBy: TODAY, noticeKey: randomUUID() });
const commissionRow = () => ({ amount: euro('5.00'), earnedOn: TODAY, commissionKey: randomUUID() });

const ofSettlement: Make = async (world) => {
  const contractId = await world.contract();
  const nothing = euro('0.00');
  const areas = { contractArea: 88.5, measuredArea: 88.6, unitPrice: euro('1.00') };
  const amounts = { buyerPays: nothing, buyerRefund: nothing };
  const id = await world.make('areaSettlement', { contractId, ...areas, ...amounts });
  await world.put('contract', contractId, { contractArea: 88.5 });
  return { id, input: { areaSettlementId: id, contractId, measuredArea: '88.6', buyerKeeps: true } };
};

const only =
  (make: Make, ...names: string[]): Make =>
  async (world, isAllowed) => {
    const { id, input } = await make(world, isAllowed);
    return { id, input: Object.fromEntries(Object.entries(input).filter(([name]) => names.includes(name))) };
  };

const ofApproval: Make = async (world) => {
  const payload = { contractId: randomUUID(), kind: 'MUTUAL', cancelledOn: TODAY, reason: 'Both agreed' };
  const command = cancelContract.name;
  const asked = { askedBy: 'Asker', askedById: randomUUID() };
  const hash = { payload, payloadHash: bodyHash(command, payload) };
  const id = await world.make('approval', { command, ...asked, ...hash });
  return { id, input: { approvalId: id, decision: 'REJECT' } };
};

const LIVE = { object: 'contract', from: LIVE_CONTRACT_STATES, refusedWith: 'CONTRACT_NOT_LIVE' } as const;
const NOT_ALLOWED = { refusedWith: 'STATE_NOT_ALLOWED' } as const;

export const WALK: readonly WalkCase[] = [
  ...SALES_WALK,
  ...QUOTE_WALK,
  ...TITLE_WALK,
  ...CARE_WALK,
  ...INSPECTION_WALK,
  ...HANDOVER_WALK,
  // ledger: what needs a live contract
  {
    ...LIVE,
    command: recordReceipt,
    make: ofContract(() => ({ amount: '1.00', method: 'CASH', receivedOn: TODAY })),
  },
  {
    ...LIVE,
    command: addCharge,
    make: ofContract(() => ({ chargeType: 'TAX', label: 'Deed tax', amount: '1.00', dueOn: TODAY })),
  },
  {
    ...LIVE,
    command: openMortgage,
    mayRefuse: ['AMOUNT_TOO_HIGH', 'INVALID_INPUT'],
    make: ofContract(() => ({
      bank: 'First Bank',
      kind: 'COMMERCIAL',
      amountAsked: '1.00',
      termMonths: 12,
      annualRatePercent: '4.9',
      repayment: 'EQUAL_PRINCIPAL',
    })),
  },
  { ...LIVE, command: recordPromise, make: ofContract(() => ({ amount: '1.00', payBy: TODAY })) },
  { ...LIVE, command: issueNotice, make: ofContract(() => ({})) },
  { ...LIVE, command: askPayment, make: ofContract(() => ({ amount: '1.00' })) },
  {
    ...LIVE,
    command: earnCommission,
    mayRefuse: ['NOT_FOUND'],
    make: ofContract(() => ({})),
  },
  {
    ...LIVE,
    command: calculateAreaSettlement,
    make: ofContract(() => ({ measuredArea: '88.6' }), { contractArea: 88.5 }),
  },
  {
    ...LIVE,
    command: replanContract,
    make: ofContract(({ site }) => ({ planId: site.planId, effectiveOn: TODAY, reason: 'By month' })),
  },
  {
    command: cancelContract,
    object: 'contract',
    ...NOT_ALLOWED,
    to: 'CANCEL_PENDING',
    make: ofContract(() => ({ kind: 'MUTUAL', cancelledOn: TODAY, reason: 'Both agreed' })),
  },
  {
    ...LIVE,
    command: changeContractUnit,
    isOnce: true,
    make: ofContract((world) => ({ unitId: world.unit(), effectiveOn: TODAY, reason: 'The view' })),
  },
  {
    command: changeContractUnit,
    object: 'unit',
    refusedWith: 'UNIT_NOT_FOR_SALE',
    to: 'CONTRACTED',
    apart: { HELD: 'only with the hold of the same buyer: tests/road/contract-changes.test.ts' },
    make: async (world) => {
      const id = world.unit();
      const contractId = await world.contract();
      return { id, input: { contractId, unitId: id, effectiveOn: TODAY, reason: 'The view' } };
    },
  },
  {
    ...LIVE,
    command: changeContractBuyers,
    isOnce: true,
    make: ofContract(({ buyerId, otherBuyerId }) => ({
      parties: [buyerId, otherBuyerId].map((id) => ({ buyerId: id, sharePercent: '50' })),
      effectiveOn: TODAY,
      reason: 'They married',
    })),
  },
  // ledger: rows with states of their own
  {
    command: clearReceipt,
    object: 'receipt',
    ...NOT_ALLOWED,
    make: ofRow('receipt', 'receiptId', receiptRow),
  },
  {
    command: bounceReceipt,
    object: 'receipt',
    ...NOT_ALLOWED,
    make: ofRow('receipt', 'receiptId', receiptRow, { reason: 'No cover' }),
  },
  {
    command: reverseReceipt,
    object: 'receipt',
    ...NOT_ALLOWED,
    make: ofRow('receipt', 'receiptId', receiptRow, { reason: 'Wrong contract' }),
  },
  ...Object.keys(MORTGAGE_TRANSITIONS).map((to) => ({
    command: moveMortgage,
    object: 'mortgageCase' as const,
    ...NOT_ALLOWED,
    to,
    make: ofRow('mortgageCase', 'mortgageCaseId', mortgageRow, { to, on: TODAY }),
  })),
  {
    command: disburseMortgage,
    object: 'mortgageCase',
    ...NOT_ALLOWED,
    make: ofRow('mortgageCase', 'mortgageCaseId', mortgageRow, { amount: '1.00', on: TODAY }),
  },
  {
    command: calculateAreaSettlement,
    object: 'areaSettlement',
    ...NOT_ALLOWED,
    make: only(ofSettlement, 'contractId', 'measuredArea'),
  },
  {
    command: postAreaSettlement,
    object: 'areaSettlement',
    ...NOT_ALLOWED,
    make: only(ofSettlement, 'areaSettlementId', 'buyerKeeps'),
  },
  ...['SENT', 'ACKNOWLEDGED', 'ESCALATED'].map((to) => ({
    command: markNotice,
    object: 'dunningNotice' as const,
    ...NOT_ALLOWED,
    to,
    make: ofRow('dunningNotice', 'dunningNoticeId', noticeRow, { to, on: TODAY }),
  })),
  {
    command: payCommission,
    object: 'commission',
    ...NOT_ALLOWED,
    make: ofRow('commission', 'commissionId', commissionRow, { paidOn: TODAY }),
  },
  // handover
  {
    command: handOver,
    object: 'contract',
    refusedWith: 'CONTRACT_NOT_LIVE',
    to: 'COMPLETED',
    // The plan of the site waits for milestones: more than a state is missing.
    mayRefuse: ['INSTALLMENTS_WITHOUT_DUE_DATE', 'DUE_NOT_PAID'],
    make: async (world) => {
      const id = await world.contract();
      await keysOf(world, id);
      return { id, input: { contractId: id, handedOverOn: TODAY, receivedBy: 'The buyer', keySets: 2 } };
    },
  },
  // system
  {
    command: decideApproval,
    object: 'approval',
    refusedWith: 'APPROVAL_DECIDED',
    to: 'REJECTED',
    make: ofApproval,
  },
  {
    command: withdrawApproval,
    object: 'approval',
    refusedWith: 'APPROVAL_DECIDED',
    // Each door is somebody else, and only who asked may: tests/road/withdraw-approval.test.ts.
    mayRefuse: ['NOT_YOUR_DEAL'],
    make: only(ofApproval, 'approvalId'),
  },
];

export const NOT_WALKED: Readonly<Record<string, string>> = {
  'certify-milestone': 'a milestone has no state: tests/road/one-deal.test.ts',
  waive: 'an installment’s state is worked out and cannot be put: tests/road/ledger-approvals.test.ts',
  'record-refund':
    'what may be refunded follows from money, not from a state: tests/road/ledger-refunds.test.ts',
  'open-handover-batch': 'a building has no state: tests/road/handover-appointments.test.ts',
  'renew-handover-link': 'it is given in every state and leaves it: tests/road/visit.test.ts',
  'generate-units': 'a building has no state, and its units are new: tests/road/release-batches.test.ts',
  'transfer-deals': 'it acts on a person, who has no state: tests/road/deal-transfer.test.ts',
  'set-up-inspection-template': 'it makes a template, which has no state: tests/road/inspections.test.ts',
  'report-snag': 'it makes a snag of a unit in whatever state: tests/road/inspections.test.ts',
  'take-back-snag-links':
    'a company has no state, and an inspection keeps its own: tests/road/snag-links.test.ts',
  'count-keys': 'it makes key sets of a unit in whatever state: tests/road/key-sets.test.ts',
  'set-up-dunning': 'it makes a ladder and acts on no record with a state',
  'set-up-warranty': 'it makes terms and acts on no record with a state: tests/road/tickets.test.ts',
  'set-up-service-levels': 'it makes levels and acts on no record with a state: tests/road/tickets.test.ts',
  'open-ticket': 'its ticket is new: tests/road/tickets.test.ts',
  'set-up-dashboards': 'it makes dashboards, which have no state: tests/road/dashboards.test.ts',
  'load-sample-data': 'it makes records of its own: tests/road/sample-data.test.ts',
  'remove-sample-data': 'it acts on the sample as a whole: tests/road/sample-data.test.ts',
  'post-bank-statement': 'a statement is no part of the pipeline: tests/road/ledger-bank.test.ts',
  reconcile: 'it goes over all contracts in whatever state: tests/road/ledger-reconcile.test.ts',
  ...NOT_WALKED_TITLES,
  'ask-approval': 'it is a door here: what is asked for is decided on as if it were given',
};
