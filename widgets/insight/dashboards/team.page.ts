/** Team (F1, people): who reserves, signs and earns, and who has units on hold. */
import { definePageLayout } from 'twenty-sdk/define';
import { bars, flatBars, is, lately, number } from '#kit/chart.ts';
import { board, charts, component, dashboard, numbers } from '#kit/dashboard.ts';
import { LIVE_RESERVATIONS } from './live.ts';

const QUARTER = lately('contract.signedOn', 2);

export default definePageLayout(
  dashboard('team', [
    numbers(
      number('Contracts signed in three months', { count: 'contract', where: [QUARTER] }),
      number('Average price signed in three months', { average: 'contract.price', where: [QUARTER] }),
      number('Holds that are running', { count: 'unitHold', where: [is('unitHold.state', 'ACTIVE')] }),
      number('Commission earned and not paid', {
        sum: 'commission.amount',
        where: [is('commission.state', 'EARNED')],
      }),
    ),
    board(15, component('League table', 'leagueTable')),
    charts(
      flatBars('Amount signed by salesperson in three months', {
        sum: 'contract.price',
        by: 'contract.salesperson.name.firstName',
        where: [QUARTER],
      }),
      flatBars('Live reservations by salesperson', {
        count: 'reservation',
        by: 'reservation.salesperson.name.firstName',
        where: [is('reservation.state', ...LIVE_RESERVATIONS)],
      }),
    ),
    charts(
      flatBars('Holds by salesperson and outcome in three months', {
        count: 'unitHold',
        by: 'unitHold.salesperson.name.firstName',
        stacked: 'unitHold.state',
        where: [lately('unitHold.heldAt', 2)],
      }),
      bars('Commission by month', {
        sum: 'commission.amount',
        by: 'commission.earnedOn',
        each: 'MONTH',
        stacked: 'commission.state',
        where: [lately('commission.earnedOn', 11)],
      }),
    ),
  ]),
);
