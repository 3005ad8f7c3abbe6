/** The commands of the room `deal`. */
import type { AnyCommand } from '../system/command.ts';
import type { AnyQuestion } from '../system/question.ts';
import { callNextTicket, missTicket, requeueTicket } from './call-ticket.ts';
import { cancelTicket, refundTicket } from './cancel-ticket.ts';
import { changeReservationBuyers } from './change-reservation-buyers.ts';
import { chooseUnit } from './choose-unit.ts';
import { cancelReservation, expireReservation } from './close-reservation.ts';
import { confirmReservation } from './confirm-reservation.ts';
import { decideDeposit } from './decide-deposit.ts';
import { drawLottery } from './draw-lottery.ts';
import { extendReservation } from './extend-reservation.ts';
import { freezeUnit, unfreezeUnit } from './freeze-unit.ts';
import { expireHold, extendHold, releaseHold } from './hold-ending.ts';
import { holdUnit } from './hold-unit.ts';
import { previewQuote } from './preview-quote.ts';
import { previewTransfer } from './preview-transfer.ts';
import { reserveBundle } from './reserve-bundle.ts';
import { reserveUnit } from './reserve-unit.ts';
import { rollBackTransfer } from './roll-back-transfer.ts';
import { saveQuote } from './save-quote.ts';
import { sendQuote } from './send-quote.ts';
import { signContract } from './sign-contract.ts';
import { swapReservationUnit } from './swap-reservation-unit.ts';
import { activateTicket, takeTicket } from './take-ticket.ts';
import { transferDeals } from './transfer-deals.ts';
import { upgradeReservation } from './upgrade-reservation.ts';
import { withdrawQuote } from './withdraw-quote.ts';

export const DEAL_COMMANDS: readonly AnyCommand[] = [
  reserveUnit,
  cancelReservation,
  expireReservation,
  signContract,
  holdUnit,
  releaseHold,
  extendHold,
  expireHold,
  freezeUnit,
  unfreezeUnit,
  takeTicket,
  activateTicket,
  callNextTicket,
  chooseUnit,
  missTicket,
  requeueTicket,
  cancelTicket,
  refundTicket,
  drawLottery,
  reserveBundle,
  upgradeReservation,
  extendReservation,
  confirmReservation,
  swapReservationUnit,
  changeReservationBuyers,
  decideDeposit,
  transferDeals,
  rollBackTransfer,
  saveQuote,
  sendQuote,
  withdrawQuote,
];

export const DEAL_QUESTIONS: readonly AnyQuestion[] = [previewTransfer, previewQuote];
