/** A day that is off, or a day of a weekend on which people work (D2, H3): due dates move by it. */
import { defineObject, OnDeleteAction } from 'twenty-sdk/define';
import type { CalendarDayKind } from '#domain/ledger/settlement-states.ts';
import { belongsTo, date, object, select, text } from '#kit/object.ts';

const KINDS: Record<CalendarDayKind, { label: string; color: string }> = {
  HOLIDAY: { label: 'Holiday', color: 'red' },
  WORKDAY: { label: 'Workday', color: 'green' },
};

export default defineObject(
  object('calendarDay', {
    label: 'Calendar day',
    plural: 'Calendar days',
    icon: 'IconCalendarOff',
    description: 'A holiday, or a day of a weekend on which people work. Due dates move by it.',
    fields: {
      name: text('Name'),
      onDate: date('Date'),
      kind: select('Kind', KINDS, { initially: 'HOLIDAY' }),
      project: belongsTo('Project', 'project.calendarDays', {
        onDelete: OnDeleteAction.SET_NULL,
        description: 'Empty: for every project.',
      }),
    },
  }),
);
