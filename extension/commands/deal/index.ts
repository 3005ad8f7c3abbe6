/** The commands of the room `deal`. */
import type { AnyCommand } from '../system/command.ts';
import { callNextTicket, missTicket, requeueTicket } from './call-ticket.ts';
import { cancelTicket, refundTicket } from './cancel-ticket.ts';
import { chooseUnit } from './choose-unit.ts';
import { cancelReservation, expireReservation } from './close-reservation.ts';
import { drawLottery } from './draw-lottery.ts';
import { freezeUnit, unfreezeUnit } from './freeze-unit.ts';
import { expireHold, extendHold, releaseHold } from './hold-ending.ts';
import { holdUnit } from './hold-unit.ts';
import { reserveUnit } from './reserve-unit.ts';
import { signContract } from './sign-contract.ts';
import { activateTicket, takeTicket } from './take-ticket.ts';

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
];
