import { defineView } from 'twenty-sdk/define';
import { recordFields } from '#kit/view.ts';

export default defineView(
  recordFields('queueTicket', {
    Ticket: ['name', 'releaseBatch', 'number', 'state', 'buyer', 'buyerName', 'salesperson', 'wishes'],
    Call: ['callOrder', 'lotteryPlace', 'calledAt', 'deadline', 'missedTimes', 'chosenUnit', 'reservation'],
    Money: ['earnestAsked', 'earnestPaid'],
    Time: ['takenAt', 'closedAt', 'closeReason'],
  }),
);
