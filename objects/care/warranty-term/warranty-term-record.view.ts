import { defineView } from 'twenty-sdk/define';
import { recordFields } from '#kit/view.ts';

export default defineView(
  recordFields('warrantyTerm', {
    Warranty: ['name', 'project', 'part', 'length', 'lengthUnit', 'startsWith', 'remark'],
  }),
);
