import { defineCommandMenuItem } from 'twenty-sdk/define';
import { PRICE_SCHEME_TRANSITIONS } from '#domain/inventory/sales-states.ts';
import { recordCommand, whenOneIs } from '#widgets/shared/command-form/record-command.ts';

export default defineCommandMenuItem(
  recordCommand('activatePriceScheme', {
    label: 'Activate prices',
    shortLabel: 'Activate',
    icon: 'IconCheck',
    object: 'priceScheme',
    widget: 'activatePriceScheme',
    available: whenOneIs(PRICE_SCHEME_TRANSITIONS, ['DRAFT', 'APPROVED', 'ACTIVE']),
    isPinned: true,
  }),
);
