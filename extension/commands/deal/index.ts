/** The commands of the room `deal`. */
import type { AnyCommand } from '../system/command.ts';
import { cancelReservation, expireReservation } from './close-reservation.ts';
import { reserveUnit } from './reserve-unit.ts';
import { signContract } from './sign-contract.ts';

export const DEAL_COMMANDS: readonly AnyCommand[] = [
  reserveUnit,
  cancelReservation,
  expireReservation,
  signContract,
];
