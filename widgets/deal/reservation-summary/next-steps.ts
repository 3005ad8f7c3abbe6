/** Which steps a reservation allows and which comes next: by the ways of the pipeline, not by a list of our own. Pure. */
import type { ReservationStage, ReservationState } from '#domain/deal/deal-states.ts';
import { RESERVATION } from '#workflows/pipeline/reservation.ts';

export type StepKey =
  | 'ASK_PRICE'
  | 'DEPOSIT'
  | 'UPGRADE'
  | 'SIGN'
  | 'EXTEND'
  | 'BUYERS'
  | 'EXPIRE'
  | 'CANCEL'
  | 'DECIDE';

export type Standing = {
  state: ReservationState;
  stage: ReservationStage;
  isDepositMissing: boolean;
  isDepositPaid: boolean;
  /** Its time is over, though nobody has closed it yet. */
  isOver: boolean;
};

/** Commands that take a reservation in this state to another one. */
function commandsFrom(state: ReservationState): Set<string> {
  const ways = RESERVATION.transitions.filter(({ from }) => from.includes(state));
  return new Set(ways.flatMap(({ commands }) => commands));
}

/** In the order in which they are offered; the first is the next one, unless it only ends the reservation. */
export function stepsFor({ state, stage, isDepositMissing, isDepositPaid, isOver }: Standing): StepKey[] {
  const commands = commandsFrom(state);
  if (isOver && commands.has('expire-reservation')) return ['EXPIRE', 'CANCEL'];
  // C4: only the large deposit leads to a contract, and what is signed stands until then.
  const isStanding = commands.has('sign-contract');
  const may: [StepKey, boolean][] = [
    ['ASK_PRICE', commands.has('confirm-reservation')],
    ['DEPOSIT', isStanding && isDepositMissing],
    ['UPGRADE', isStanding && stage === 'SMALL'],
    ['SIGN', isStanding && stage === 'LARGE'],
    ['EXTEND', isStanding],
    ['BUYERS', isStanding || commands.has('confirm-reservation')],
    ['DECIDE', commands.has('decide-deposit') && isDepositPaid],
    ['CANCEL', commands.has('cancel-reservation')],
  ];
  return may.filter(([, isAllowed]) => isAllowed).map(([key]) => key);
}

const ENDS: readonly StepKey[] = ['CANCEL', 'BUYERS', 'EXTEND'];

export function nextStep(steps: readonly StepKey[]): StepKey | null {
  const [first] = steps;
  return first === undefined || ENDS.includes(first) ? null : first;
}
