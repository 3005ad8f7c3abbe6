/** The commands of the room `ledger`, and the questions that it answers. */
import type { AnyCommand } from '../system/command.ts';
import type { AnyQuestion } from '../system/question.ts';
import { addCharge } from './add-charge.ts';
import { arrears } from './arrears.ts';
import { askPayment } from './ask-payment.ts';
import { cancelContract } from './cancel-contract.ts';
import { changeContractBuyers } from './change-contract-buyers.ts';
import { changeContractUnit } from './change-contract-unit.ts';
import { earnCommission, payCommission } from './commissions.ts';
import { disburseMortgage } from './disburse-mortgage.ts';
import { issueNotice, markNotice, recordPromise } from './dunning.ts';
import { exportJournal } from './export-journal.ts';
import { moveMortgage, openMortgage } from './mortgage-cases.ts';
import { postBankStatement } from './post-bank-statement.ts';
import { previewContractChange } from './preview-contract-change.ts';
import { previewPlan } from './preview-plan.ts';
import { bounceReceipt, clearReceipt, reverseReceipt } from './receipt-states.ts';
import { reconcile } from './reconcile.ts';
import { recordReceipt } from './record-receipt.ts';
import { recordRefund } from './record-refund.ts';
import { replanContract } from './replan-contract.ts';
import { setUpDunning } from './set-up-dunning.ts';
import { calculateAreaSettlement, postAreaSettlement } from './settle-area.ts';
import { waive } from './waive.ts';

export const LEDGER_COMMANDS: readonly AnyCommand[] = [
  recordReceipt,
  clearReceipt,
  bounceReceipt,
  reverseReceipt,
  addCharge,
  waive,
  recordRefund,
  calculateAreaSettlement,
  postAreaSettlement,
  replanContract,
  cancelContract,
  changeContractUnit,
  changeContractBuyers,
  openMortgage,
  moveMortgage,
  disburseMortgage,
  earnCommission,
  payCommission,
  setUpDunning,
  issueNotice,
  markNotice,
  recordPromise,
  askPayment,
  postBankStatement,
  reconcile,
];

export const LEDGER_QUESTIONS: readonly AnyQuestion[] = [
  previewPlan,
  previewContractChange,
  arrears,
  exportJournal,
];
