/** A unit as the forms of holds and freezes show it. */
import type { UnitState } from '#domain/inventory/unit-states.ts';
import { readOne } from '#widgets/shared/command-form/one-record.ts';
import { dateTimeText } from '#widgets/shared/format/moment.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
import type { Fact } from '#widgets/shared/parts/facts.tsx';

export type HeldUnitSubject = {
  id: string;
  name: string | null;
  state: UnitState | null;
  holder: string | null;
  heldUntil: string | null;
};

export function readHeldUnit(id: string): Promise<HeldUnitSubject | null> {
  return readOne<HeldUnitSubject>('keyturnUnits', 'id name state holder heldUntil', id);
}

export function heldUnitFacts(unit: HeldUnitSubject, { t, locale }: Words): Fact[] {
  return [
    [t('Unit'), unit.name],
    [t('Held by'), unit.holder],
    [t('Held until'), unit.heldUntil && dateTimeText(unit.heldUntil, locale)],
  ];
}
