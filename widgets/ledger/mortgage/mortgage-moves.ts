/** Where a mortgage case may go by hand. It becomes DISBURSED by the bank's money only. */
import { MORTGAGE_TRANSITIONS, type MortgageState } from '#domain/ledger/settlement-states.ts';

export function movesFrom(state: MortgageState): MortgageState[] {
  return MORTGAGE_TRANSITIONS[state].filter((to) => to !== 'DISBURSED');
}

export const MOVABLE = (Object.keys(MORTGAGE_TRANSITIONS) as MortgageState[]).filter(
  (state) => movesFrom(state).length > 0,
);
