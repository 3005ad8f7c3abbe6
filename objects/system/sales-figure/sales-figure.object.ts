/** The figures of a project at the end of a day, as reported then (F2). */
import { defineObject, OnDeleteAction } from 'twenty-sdk/define';

import { belongsTo, date, dateTime, money, object, text, whole } from '#kit/object.ts';

export default defineObject(
  object('salesFigure', {
    label: 'Daily figure',
    plural: 'Daily figures',
    icon: 'IconReportAnalytics',
    description: 'The figures of a project as they were on a day.',
    isUICreatable: false,
    fields: {
      name: text('Name'),
      project: belongsTo('Project', 'project.salesFigures', { onDelete: OnDeleteAction.CASCADE }),
      day: date('Day'),
      takenAt: dateTime('As of'),
      unitsPlanned: whole('Planned units'),
      unitsControlled: whole('Units in sales control'),
      unitsAvailable: whole('Available units'),
      unitsHeld: whole('Held units'),
      unitsReserved: whole('Reserved units'),
      unitsContracted: whole('Contracted units'),
      unitsFrozen: whole('Frozen units'),
      listValueUnsold: money('List value unsold'),
      reservationsMade: whole('Reservations made that day'),
      reservationsLost: whole('Reservations ended that day'),
      contractsSigned: whole('Contracts signed that day'),
      contractsCancelled: whole('Contracts cancelled that day'),
      amountSigned: money('Amount signed that day'),
      amountCancelled: money('Amount cancelled that day'),
      liveContracts: whole('Live contracts'),
      liveAmount: money('Amount of live contracts'),
      received: money('Received that day'),
      overdue: money('Overdue'),
      figureKey: text('Project and day'),
    },
  }),
);
