import { defineView } from 'twenty-sdk/define';
import { recordFields } from '#kit/view.ts';

export default defineView(
  recordFields('priceScheme', {
    'Price scheme': ['name', 'project', 'version', 'state', 'effectiveFrom', 'source'],
    Changes: ['rows', 'newPrices', 'changedPrices', 'samePrices', 'blockedPrices'],
    Money: ['amountBefore', 'amountAfter', 'averageBefore', 'averageAfter'],
    Time: ['approvedBy', 'activatedAt', 'retiredAt', 'undoneAt'],
  }),
);
