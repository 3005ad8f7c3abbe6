/** A unit as the forms of holds and freezes show it. */
import type { HeldAs, UnitState } from '#domain/inventory/unit-states.ts';
import { readOne } from '#widgets/shared/command-form/one-record.ts';
import { MONEY } from '#widgets/shared/command-form/record-texts.ts';
import { amountOf, amountText, type StoredAmount } from '#widgets/shared/format/amount.ts';
import { dateTimeText } from '#widgets/shared/format/moment.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
import type { Fact } from '#widgets/shared/parts/facts.tsx';
import { classOf, UNIT_APPEARANCE } from '#widgets/shared/unit-state/unit-appearance.ts';

export type HeldUnitSubject = {
  id: string;
  name: string | null;
  state: UnitState | null;
  heldAs: HeldAs | null;
  listPrice: StoredAmount;
  holder: string | null;
  heldUntil: string | null;
};

export function readHeldUnit(id: string): Promise<HeldUnitSubject | null> {
  return readOne<HeldUnitSubject>(
    'keyturnUnits',
    `id name state heldAs listPrice ${MONEY} holder heldUntil`,
    id,
  );
}

export function heldUnitFacts(unit: HeldUnitSubject, words: Words): Fact[] {
  const { t, locale } = words;
  const label = unit.state && UNIT_APPEARANCE[classOf({ state: unit.state, heldAs: unit.heldAs })].label;
  const price = amountOf(unit.listPrice);
  return [
    [t('Unit'), unit.name],
    [t('State'), label && t(label)],
    [t('List price'), price && amountText(price, locale)],
    [t('Held by'), unit.holder],
    [t('Held until'), unit.heldUntil && dateTimeText(unit.heldUntil, locale)],
  ];
}
