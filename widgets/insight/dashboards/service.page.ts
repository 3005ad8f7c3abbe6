/** Service (客服, F1): tickets by kind and state, what is escalated, and what customers say of it. */
import { definePageLayout } from 'twenty-sdk/define';
import { bars, flatBars, is, isNotEmpty, lately, line, number, pie, within } from '#kit/chart.ts';
import { board, charts, component, dashboard, numbers } from '#kit/dashboard.ts';
import { OPEN_SERVICE_TICKETS } from './live.ts';

const OPEN = is('serviceTicket.state', ...OPEN_SERVICE_TICKETS);

export default definePageLayout(
  dashboard('service', [
    numbers(
      number('Tickets open', { count: 'serviceTicket', where: [OPEN] }),
      number('Escalated and open', {
        count: 'serviceTicket',
        where: [OPEN, isNotEmpty('serviceTicket.escalatedAt')],
      }),
      number('Complaints open', {
        count: 'serviceTicket',
        where: [OPEN, is('serviceTicket.kind', 'COMPLAINT')],
      }),
      number('Satisfaction (1 to 5), 30 days', {
        average: 'serviceTicket.satisfaction',
        where: [within('serviceTicket.closedAt', 'PAST_30_DAY')],
      }),
    ),
    board(16, component('Service', 'serviceFigures')),
    charts(
      bars('Open tickets by state', {
        count: 'serviceTicket',
        by: 'serviceTicket.state',
        stacked: 'serviceTicket.kind',
        order: 'FIELD',
        where: [OPEN],
      }),
      pie('Tickets by kind, this year', {
        count: 'serviceTicket',
        by: 'serviceTicket.kind',
        where: [within('serviceTicket.openedAt', 'THIS_1_YEAR')],
      }),
    ),
    charts(
      line('Tickets by week', {
        count: 'serviceTicket',
        by: 'serviceTicket.openedAt',
        each: 'WEEK',
        where: [lately('serviceTicket.openedAt', 5)],
      }),
      flatBars('Repairs by part', {
        count: 'serviceTicket',
        by: 'serviceTicket.part',
        where: [is('serviceTicket.kind', 'REPAIR')],
      }),
      flatBars('Open tickets by assignee', {
        count: 'serviceTicket',
        by: 'serviceTicket.assignee.name.firstName',
        where: [OPEN],
      }),
    ),
  ]),
);
