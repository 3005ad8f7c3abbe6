/** Title (产权, F1): cases by state, what is due or late, and what blocks the rest. */
import { definePageLayout } from 'twenty-sdk/define';
import { bars, flatBars, is, lately, line, number, pie, soon, within } from '#kit/chart.ts';
import { board, charts, component, dashboard, numbers } from '#kit/dashboard.ts';
import { OPEN_TITLES } from './live.ts';

const OPEN = is('titleCase.state', ...OPEN_TITLES);

export default definePageLayout(
  dashboard('title', [
    numbers(
      number('Title cases open', { count: 'titleCase', where: [OPEN] }),
      number('Blocked', { count: 'titleCase', where: [is('titleCase.state', 'BLOCKED')] }),
      number('Certificates due this month', {
        count: 'titleCase',
        where: [OPEN, within('titleCase.certificateBy', 'THIS_1_MONTH')],
      }),
      number('Certificates delivered this month', {
        count: 'titleCase',
        where: [within('titleCase.deliveredOn', 'THIS_1_MONTH')],
      }),
    ),
    board(9, component('Title progress', 'titleProgress')),
    charts(
      bars('Title cases by state', { count: 'titleCase', by: 'titleCase.state', order: 'FIELD' }),
      pie('Blocked because', {
        count: 'titleCase',
        by: 'titleCase.blockReason',
        where: [is('titleCase.state', 'BLOCKED')],
      }),
    ),
    charts(
      bars('Certificates due by month', {
        count: 'titleCase',
        by: 'titleCase.certificateBy',
        each: 'MONTH',
        where: [OPEN, soon('titleCase.certificateBy', 12)],
      }),
      line('Certificates issued by month', {
        count: 'titleCase',
        by: 'titleCase.issuedOn',
        each: 'MONTH',
        where: [lately('titleCase.issuedOn', 11)],
      }),
      flatBars('Open cases by clerk', {
        count: 'titleCase',
        by: 'titleCase.owner.name.firstName',
        where: [OPEN],
      }),
    ),
  ]),
);
