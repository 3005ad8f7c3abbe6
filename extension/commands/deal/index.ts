/** The commands of the room `deal`. */
import type { AnyCommand } from '../system/command.ts';
import { changeReservationBuyers } from './change-reservation-buyers.ts';
import { cancelReservation, expireReservation } from './close-reservation.ts';
import { confirmReservation } from './confirm-reservation.ts';
import { decideDeposit } from './decide-deposit.ts';
import { extendReservation } from './extend-reservation.ts';
import { reserveBundle } from './reserve-bundle.ts';
import { reserveUnit } from './reserve-unit.ts';
import { signContract } from './sign-contract.ts';
import { swapReservationUnit } from './swap-reservation-unit.ts';
import { upgradeReservation } from './upgrade-reservation.ts';

export const DEAL_COMMANDS: readonly AnyCommand[] = [
  reserveUnit,
  cancelReservation,
  expireReservation,
  signContract,
  reserveBundle,
  upgradeReservation,
  extendReservation,
  confirmReservation,
  swapReservationUnit,
  changeReservationBuyers,
  decideDeposit,
];
