/** What installments are asked for, as boards call it. */
import type { ChargeType } from '#domain/ledger/ledger-states.ts';
import { ADDED_CHARGES } from '#widgets/ledger/names.ts';
import type { Names } from '#widgets/shared/i18n/choices.ts';
import { msg } from '#widgets/shared/i18n/words.ts';

export const CHARGES: Names<ChargeType> = {
  HOUSE_PRICE: msg('House price'),
  AREA_DIFFERENCE: msg('Area difference'),
  RETENTION: msg('Retained'),
  ...ADDED_CHARGES,
};
