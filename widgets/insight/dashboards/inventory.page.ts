/** Inventory and price (货量与价格, F1): what is on sale, sold and kept back, by count and by list value. */
import { definePageLayout } from 'twenty-sdk/define';
import { bars, flatBars, is, number, pie } from '#kit/chart.ts';
import { board, charts, component, dashboard, numbers } from '#kit/dashboard.ts';
import { SOLD_UNITS, UNSOLD_UNITS } from './live.ts';

const AVAILABLE = is('unit.state', 'AVAILABLE');
const UNSOLD = is('unit.state', ...UNSOLD_UNITS);

export default definePageLayout(
  dashboard('inventory', [
    numbers(
      number('Units for sale', { count: 'unit', where: [AVAILABLE] }),
      number('List value for sale', { sum: 'unit.listPrice', where: [AVAILABLE] }),
      number('Units sold', { count: 'unit', where: [is('unit.state', ...SOLD_UNITS)] }),
      number('Units under sales control', { count: 'unit', where: [is('unit.state', 'CONTROLLED')] }),
    ),
    board(15, component('Inventory and price', 'inventoryPrice')),
    charts(
      bars('Units by project and state', {
        count: 'unit',
        by: 'unit.project.name',
        stacked: 'unit.state',
        order: 'FIELD',
      }),
      pie('Units by state', { count: 'unit', by: 'unit.state' }),
    ),
    charts(
      bars('Unsold units by floor', { count: 'unit', by: 'unit.floor', order: 'FIELD', where: [UNSOLD] }),
      flatBars('Unsold units by unit type', { count: 'unit', by: 'unit.unitType.name', where: [UNSOLD] }),
      flatBars('List value unsold by building', {
        sum: 'unit.listPrice',
        by: 'unit.building.name',
        where: [UNSOLD],
      }),
    ),
  ]),
);
