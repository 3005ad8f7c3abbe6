import { defineView } from 'twenty-sdk/define';
import { recordFields } from '#kit/view.ts';

export default defineView(
  recordFields('salesFigure', {
    Day: ['name', 'project', 'day', 'takenAt'],
    Units: [
      'unitsPlanned',
      'unitsControlled',
      'unitsAvailable',
      'unitsHeld',
      'unitsReserved',
      'unitsContracted',
      'unitsFrozen',
      'listValueUnsold',
    ],
    Deals: [
      'reservationsMade',
      'reservationsLost',
      'contractsSigned',
      'contractsCancelled',
      'amountSigned',
      'amountCancelled',
      'liveContracts',
      'liveAmount',
    ],
    Money: ['received', 'overdue'],
  }),
);
