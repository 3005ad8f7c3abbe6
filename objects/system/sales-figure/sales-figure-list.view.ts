import { defineView } from 'twenty-sdk/define';
import { table } from '#kit/view.ts';

export default defineView(
  table('salesFigure', {
    name: 'All daily figures',
    icon: 'IconReportAnalytics',
    columns: [
      'name',
      'project',
      'day',
      'unitsAvailable',
      'unitsReserved',
      'unitsContracted',
      'contractsSigned',
      'amountSigned',
      'received',
      'overdue',
    ],
    sort: ['day', 'DESC'],
  }),
);
