import { defineView } from 'twenty-sdk/define';
import { recordFields } from '#kit/view.ts';

export default defineView(
  recordFields('changeAnswer', {
    Answer: ['name', 'engineeringChange', 'contract', 'unit', 'buyer', 'state', 'answeredOn', 'answeredBy'],
    'What follows': ['note', 'consequence'],
  }),
);
