import { defineView } from 'twenty-sdk/define';
import { table } from '#kit/view.ts';

export default defineView(
  table('calendarDay', {
    name: 'All calendar days',
    icon: 'IconCalendarOff',
    columns: ['name', 'onDate', 'kind', 'project'],
    sort: ['onDate', 'ASC'],
  }),
);
