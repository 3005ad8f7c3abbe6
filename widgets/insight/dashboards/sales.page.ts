/** Site report (销售日报 / 周报 / 月报, F1): what was reserved, signed and cancelled, and what it is worth. */
import { definePageLayout } from 'twenty-sdk/define';
import { bars, flatBars, is, lately, line, number, pie, within } from '#kit/chart.ts';
import { board, charts, component, dashboard, numbers } from '#kit/dashboard.ts';
import { LIVE_CONTRACTS } from './live.ts';

const SIGNED_THIS_MONTH = within('contract.signedOn', 'THIS_1_MONTH');
const SIGNED_THIS_YEAR = lately('contract.signedOn', 11);

export default definePageLayout(
  dashboard('sales', [
    numbers(
      number('Reservations made this month', {
        count: 'reservation',
        where: [within('reservation.reservedAt', 'THIS_1_MONTH')],
      }),
      number('Contracts signed this month', { count: 'contract', where: [SIGNED_THIS_MONTH] }),
      number('Amount signed this month', { sum: 'contract.price', where: [SIGNED_THIS_MONTH] }),
      number('Contracts cancelled this month', {
        count: 'contract',
        where: [within('contract.cancelledOn', 'THIS_1_MONTH')],
      }),
    ),
    board(11, component('Sales report', 'salesReport')),
    charts(
      bars('Contracts signed by month', {
        count: 'contract',
        by: 'contract.signedOn',
        each: 'MONTH',
        where: [SIGNED_THIS_YEAR],
      }),
      line('Amount signed by month', {
        sum: 'contract.price',
        by: 'contract.signedOn',
        each: 'MONTH',
        where: [SIGNED_THIS_YEAR],
      }),
    ),
    charts(
      line('Reservations made by week', {
        count: 'reservation',
        by: 'reservation.reservedAt',
        each: 'WEEK',
        where: [lately('reservation.reservedAt', 2)],
      }),
      pie('Live contracts by state', {
        count: 'contract',
        by: 'contract.state',
        where: [is('contract.state', ...LIVE_CONTRACTS)],
      }),
      flatBars('Contracts signed by salesperson in three months', {
        count: 'contract',
        by: 'contract.salesperson.name.firstName',
        where: [lately('contract.signedOn', 2)],
      }),
    ),
  ]),
);
