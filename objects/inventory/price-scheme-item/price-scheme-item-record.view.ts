import { defineView } from 'twenty-sdk/define';
import { recordFields } from '#kit/view.ts';

export default defineView(
  recordFields('priceSchemeItem', {
    Price: ['name', 'priceScheme', 'unit', 'outcome', 'rowNumber'],
    Money: ['unitPrice', 'listPrice', 'floorPrice', 'filedPrice'],
    Before: ['listBefore', 'floorBefore', 'filedBefore'],
    Time: ['appliedAt', 'undoneAt', 'blockedBy', 'remark'],
  }),
);
