/** What can be done with a unit now: the ways of the pipeline that start at its state. Pure. */
import type { UnitState } from '#domain/inventory/unit-states.ts';
import { UNIT } from '#workflows/pipeline/unit.ts';

export type UnitStep = 'RELEASE' | 'RESERVE' | 'HOLD' | 'END_HOLD' | 'WITHDRAW' | 'FREEZE' | 'UNFREEZE';

const COMMANDS: Record<UnitStep, string> = {
  RELEASE: 'release-units',
  RESERVE: 'reserve-unit',
  HOLD: 'hold-unit',
  END_HOLD: 'release-hold',
  WITHDRAW: 'withdraw-units',
  UNFREEZE: 'unfreeze-unit',
  FREEZE: 'freeze-unit',
};

/** Not from every state in which the law allows it: on a plan or with a title there is nothing to stop. */
const FREEZABLE: readonly UnitState[] = [
  'AVAILABLE',
  'HELD',
  'SMALL_RESERVED',
  'LARGE_RESERVED',
  'CONTRACTED',
];

/** `hasHold`: a hold of a person has it. `isOver`: whoever has it has it no longer, the next one may come (C3). */
export function unitSteps(
  state: UnitState,
  { hasHold, isOver }: { hasHold: boolean; isOver: boolean },
): UnitStep[] {
  const commands = new Set(
    UNIT.transitions.filter(({ from }) => from.includes(state)).flatMap((way) => way.commands),
  );
  const isFree = state === 'AVAILABLE' || isOver;
  return (Object.keys(COMMANDS) as UnitStep[]).filter((step) => {
    if (step === 'RESERVE') return isFree || (commands.has(COMMANDS.RESERVE) && state === 'HELD');
    if (step === 'HOLD') return isFree && state !== 'SMALL_RESERVED' && state !== 'LARGE_RESERVED';
    if (step === 'END_HOLD') return hasHold && commands.has(COMMANDS.END_HOLD);
    // What is only planned stays planned without a command.
    if (step === 'WITHDRAW') return state === 'AVAILABLE';
    if (step === 'FREEZE') return FREEZABLE.includes(state);
    return commands.has(COMMANDS[step]);
  });
}
