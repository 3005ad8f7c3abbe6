/** A unit as the forms of holds and freezes show it. */
import type { UnitState } from '#domain/inventory/unit-states.ts';
import { readOne } from '#widgets/shared/command-form/one-record.ts';
import { MONEY } from '#widgets/shared/command-form/record-texts.ts';
import { amountOf, amountText, type StoredAmount } from '#widgets/shared/format/amount.ts';
import { dateTimeText } from '#widgets/shared/format/moment.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
import type { Fact } from '#widgets/shared/parts/facts.tsx';
import { UNIT_APPEARANCE } from '#widgets/shared/unit-state/unit-appearance.ts';

export type HeldUnitSubject = {
  id: string;
  name: string | null;
  state: UnitState | null;
  listPrice: StoredAmount;
  holder: string | null;
  heldUntil: string | null;
};

export function readHeldUnit(id: string): Promise<HeldUnitSubject | null> {
  return readOne<HeldUnitSubject>('keyturnUnits', `id name state listPrice ${MONEY} holder heldUntil`, id);
}

export function heldUnitFacts(unit: HeldUnitSubject, words: Words): Fact[] {
  const { t, locale } = words;
  const price = amountOf(unit.listPrice);
  return [
    [t('Unit'), unit.name],
    [t('State'), unit.state && t(UNIT_APPEARANCE[unit.state].label)],
    [t('List price'), price && amountText(price, locale)],
    [t('Held by'), unit.holder],
    [t('Held until'), unit.heldUntil && dateTimeText(unit.heldUntil, locale)],
  ];
}
