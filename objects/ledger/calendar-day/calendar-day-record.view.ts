import { defineView } from 'twenty-sdk/define';
import { recordFields } from '#kit/view.ts';

export default defineView(
  recordFields('calendarDay', {
    Day: ['name', 'onDate', 'kind', 'project'],
  }),
);
