/** Funnel (F1): who stands where between the queue and the contract, and where deals end. */
import { definePageLayout } from 'twenty-sdk/define';
import { bars, is, lately, line, number, pie } from '#kit/chart.ts';
import { board, charts, component, dashboard, numbers } from '#kit/dashboard.ts';
import { LIVE_CONTRACTS, LIVE_RESERVATIONS, WAITING_TICKETS } from './live.ts';

const LIVE = is('reservation.state', ...LIVE_RESERVATIONS);

export default definePageLayout(
  dashboard('funnel', [
    numbers(
      number('Tickets in the queue', {
        count: 'queueTicket',
        where: [is('queueTicket.state', ...WAITING_TICKETS)],
      }),
      number('Units held', { count: 'unitHold', where: [is('unitHold.state', 'ACTIVE')] }),
      number('Live reservations', { count: 'reservation', where: [LIVE] }),
      number('Live contracts', { count: 'contract', where: [is('contract.state', ...LIVE_CONTRACTS)] }),
    ),
    board(11, component('Funnel', 'funnel')),
    charts(
      bars('Live reservations by stage', { count: 'reservation', by: 'reservation.stage', where: [LIVE] }),
      pie('What became of reservations in twelve months', {
        count: 'reservation',
        by: 'reservation.state',
        where: [lately('reservation.reservedAt', 11)],
      }),
    ),
    charts(
      line('Reservations that ended by week', {
        count: 'reservation',
        by: 'reservation.closedAt',
        each: 'WEEK',
        stacked: 'reservation.state',
        where: [lately('reservation.closedAt', 2)],
      }),
      bars('Queue tickets by state', { count: 'queueTicket', by: 'queueTicket.state' }),
    ),
  ]),
);
