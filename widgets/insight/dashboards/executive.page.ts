/** Executive overview (经营总览, F1): sales, receipts, unsold value and dues at a glance. */
import { definePageLayout } from 'twenty-sdk/define';
import { bars, is, lately, line, number, pie, soon } from '#kit/chart.ts';
import { board, charts, component, dashboard, numbers } from '#kit/dashboard.ts';
import { LIVE_CONTRACTS, UNSOLD_UNITS } from './live.ts';

const LIVE = is('contract.state', ...LIVE_CONTRACTS);
const CLEARED = is('receipt.state', 'CLEARED');

export default definePageLayout(
  dashboard('executive', [
    numbers(
      number('Live contracts', { count: 'contract', where: [LIVE] }),
      number('Amount of live contracts', { sum: 'contract.price', where: [LIVE] }),
      number('Received of live contracts', { sum: 'contract.paid', where: [LIVE] }),
      number('Overdue principal', { sum: 'contract.overdue', where: [LIVE] }),
    ),
    board(15, component('Executive overview', 'executiveOverview')),
    board(11, component('Cash forecast', 'cashForecast')),
    charts(
      bars('Amount signed by month', {
        sum: 'contract.price',
        by: 'contract.signedOn',
        each: 'MONTH',
        where: [lately('contract.signedOn', 11)],
      }),
      line('Received by month', {
        sum: 'receipt.amount',
        by: 'receipt.valueOn',
        each: 'MONTH',
        where: [CLEARED, lately('receipt.valueOn', 11)],
      }),
    ),
    charts(
      pie('List value unsold by state', {
        sum: 'unit.listPrice',
        by: 'unit.state',
        where: [is('unit.state', ...UNSOLD_UNITS)],
      }),
      bars('Falling due by month', {
        sum: 'installment.amount',
        by: 'installment.dueOn',
        each: 'MONTH',
        where: [
          is('installment.state', 'SCHEDULED', 'PENDING', 'DUE', 'PARTIALLY_PAID', 'OVERDUE'),
          soon('installment.dueOn', 11),
        ],
      }),
    ),
  ]),
);
