import { defineCommandMenuItem } from 'twenty-sdk/define';
import { PRICE_SCHEME_TRANSITIONS } from '#domain/inventory/sales-states.ts';
import { recordCommand, whenOneIs } from '#widgets/shared/command-form/record-command.ts';

export default defineCommandMenuItem(
  recordCommand('undoPriceScheme', {
    label: 'Undo prices',
    shortLabel: 'Undo',
    icon: 'IconArrowBackUp',
    object: 'priceScheme',
    widget: 'undoPriceScheme',
    available: whenOneIs(PRICE_SCHEME_TRANSITIONS, ['ACTIVE']),
    isPinned: true,
  }),
);
