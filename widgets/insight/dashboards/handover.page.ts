/** Handover (交付, F1): keys handed over, appointments under way, and the milestones that come before. */
import { definePageLayout } from 'twenty-sdk/define';
import { bars, flatBars, is, isEmpty, lately, line, number, pie, within } from '#kit/chart.ts';
import { board, charts, component, dashboard, numbers } from '#kit/dashboard.ts';
import { OPEN_SNAGS } from './live.ts';

const OPEN_SNAG = is('snag.state', ...OPEN_SNAGS);
const OPEN = is('handover.state', 'NOTIFIED', 'BOOKED', 'ARRIVED', 'INSPECTING', 'SNAGS_OPEN', 'ACCEPTED');

export default definePageLayout(
  dashboard('handover', [
    numbers(
      number('Keys handed over this month', {
        count: 'handover',
        where: [within('handover.handedOverOn', 'THIS_1_MONTH')],
      }),
      number('Handovers under way', { count: 'handover', where: [OPEN] }),
      number('Sold and not handed over', { count: 'unit', where: [is('unit.state', 'CONTRACTED')] }),
      number('Handed over', { count: 'unit', where: [is('unit.state', 'HANDED_OVER', 'TITLED')] }),
    ),
    board(15, component('Handover progress', 'handoverProgress')),
    charts(
      bars('Handovers by state', { count: 'handover', by: 'handover.state', order: 'FIELD' }),
      line('Keys handed over by week', {
        count: 'handover',
        by: 'handover.handedOverOn',
        each: 'WEEK',
        where: [lately('handover.handedOverOn', 5)],
      }),
    ),
    numbers(
      number('Snags open', { count: 'snag', where: [OPEN_SNAG] }),
      number('Snags that keep keys back', {
        count: 'snag',
        where: [OPEN_SNAG, is('snag.severity', 'BLOCKING')],
      }),
      number('No-shows', { count: 'handover', where: [is('handover.state', 'NO_SHOW')] }),
      number('Key sets in store', { count: 'keySet', where: [is('keySet.state', 'IN_STORE')] }),
    ),
    charts(
      flatBars('Open snags by category', {
        count: 'snag',
        by: 'snag.category',
        stacked: 'snag.severity',
        where: [OPEN_SNAG],
      }),
      flatBars('Open snags by contractor', {
        count: 'snag',
        by: 'snag.contractor.name',
        where: [OPEN_SNAG],
      }),
      line('Snags found by week', {
        count: 'snag',
        by: 'snag.foundAt',
        each: 'WEEK',
        where: [lately('snag.foundAt', 5)],
      }),
    ),
    charts(
      bars('Milestones planned by month', {
        count: 'milestone',
        by: 'milestone.plannedOn',
        each: 'MONTH',
        where: [isEmpty('milestone.certifiedOn')],
      }),
      pie('Units sold and handed over by building', {
        count: 'unit',
        by: 'unit.building.name',
        where: [is('unit.state', 'CONTRACTED', 'HANDED_OVER', 'TITLED')],
      }),
    ),
  ]),
);
