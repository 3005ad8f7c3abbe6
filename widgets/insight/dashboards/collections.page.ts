/** Collections cockpit (回款, F1): what is due, what came in, what is late and what is done about it. */
import { definePageLayout } from 'twenty-sdk/define';
import { bars, flatBars, is, lately, number, pie, soon, within } from '#kit/chart.ts';
import { board, charts, component, dashboard, numbers } from '#kit/dashboard.ts';
import { LIVE_CONTRACTS } from './live.ts';

const LIVE = is('contract.state', ...LIVE_CONTRACTS);
const CLEARED = is('receipt.state', 'CLEARED');
const OWED = is('installment.state', 'SCHEDULED', 'PENDING', 'DUE', 'PARTIALLY_PAID', 'OVERDUE');

export default definePageLayout(
  dashboard('collections', [
    numbers(
      number('Received this month', {
        sum: 'receipt.amount',
        where: [CLEARED, within('receipt.valueOn', 'THIS_1_MONTH')],
      }),
      number('Overdue principal', { sum: 'contract.overdue', where: [LIVE] }),
      number('Promises to pay that are open', {
        count: 'paymentPromise',
        where: [is('paymentPromise.state', 'OPEN')],
      }),
      number('Bank lines without a contract', {
        count: 'bankStatementLine',
        where: [is('bankStatementLine.state', 'UNMATCHED', 'DOUBTFUL')],
      }),
    ),
    board(12, component('Collections cockpit', 'collectionsCockpit')),
    board(13, component('Ageing', 'ageing')),
    charts(
      bars('Received by month and method', {
        sum: 'receipt.amount',
        by: 'receipt.valueOn',
        each: 'MONTH',
        stacked: 'receipt.method',
        where: [CLEARED, lately('receipt.valueOn', 11)],
      }),
      bars('Falling due by month', {
        sum: 'installment.amount',
        by: 'installment.dueOn',
        each: 'MONTH',
        where: [OWED, soon('installment.dueOn', 11)],
      }),
    ),
    charts(
      pie('Installments by state', { count: 'installment', by: 'installment.state', where: [OWED] }),
      bars('Dunning notices by level', {
        count: 'dunningNotice',
        by: 'dunningNotice.level',
        where: [is('dunningNotice.state', 'DRAFT', 'SENT', 'ACKNOWLEDGED', 'PROMISED', 'BROKEN_PROMISE')],
      }),
      flatBars('Overdue principal by salesperson', {
        sum: 'contract.overdue',
        by: 'contract.salesperson.name.firstName',
        where: [LIVE],
      }),
    ),
  ]),
);
