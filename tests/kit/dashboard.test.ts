/** A dashboard as a table of rows, and every chart of ours as Twenty takes it. */
import { describe, expect, it } from 'vitest';
import { DASHBOARD_KEYS, DASHBOARDS } from '#domain/system/index.ts';
import { dashboardsId } from '#identifiers/dashboards.ts';
import { bars, is, number, pie, within } from '#kit/chart.ts';
import { numbers, row } from '#kit/dashboard.ts';
import { fieldId, objectId } from '#kit/object.ts';
import { DEFINITIONS, fieldBehind, OBJECTS, shortName } from '../architecture/definitions.ts';

type Widget = {
  title: string;
  type: string;
  objectUniversalIdentifier?: string;
  position: { layoutMode: string; row: number; column: number; rowSpan: number; columnSpan: number };
  configuration: Record<string, unknown> & {
    filter?: {
      recordFilters: { fieldMetadataUniversalIdentifier: string; operand: string; value: string }[];
    };
  };
};
type Layout = { universalIdentifier: string; name: string; type: string; tabs: { widgets: Widget[] }[] };

const LAYOUTS = DEFINITIONS.map(({ config }) => config as Layout).filter(({ type }) => type === 'DASHBOARD');
const WIDGETS = LAYOUTS.flatMap(({ name, tabs }) =>
  tabs.flatMap(({ widgets }) => widgets.map((widget) => ({ board: name, ...widget }))),
);
const GRAPHS = WIDGETS.filter(({ type }) => type === 'GRAPH');

describe('rows', () => {
  it('share twelve columns evenly, one below the other', () => {
    const one = number('A', { count: 'unit' });
    expect(numbers(one, one, one)).toMatchObject({ height: 2, widths: [4, 4, 4] });
    expect(() => row(3, one, one, one, one, one)).toThrow(RangeError);
  });
});

describe('a chart', () => {
  it('names the field that is added up and those that it asks for', () => {
    expect(
      number('Signed', { sum: 'contract.price', where: [within('contract.signedOn', 'THIS_1_MONTH')] }),
    ).toEqual({
      title: 'Signed',
      type: 'GRAPH',
      objectUniversalIdentifier: objectId('contract'),
      configuration: {
        configurationType: 'AGGREGATE_CHART',
        displayDataLabel: false,
        aggregateFieldMetadataUniversalIdentifier: fieldId('contract.price'),
        aggregateOperation: 'SUM',
        filter: {
          recordFilters: [
            {
              fieldMetadataUniversalIdentifier: fieldId('contract.signedOn'),
              operand: 'IS_RELATIVE',
              value: 'THIS_1_MONTH',
            },
          ],
        },
      },
    });
  });

  it('groups by what a relation is called by', () => {
    const { configuration } = bars('Units', {
      count: 'unit',
      by: 'unit.project.name',
      stacked: 'unit.state',
    });
    expect(configuration).toMatchObject({
      primaryAxisGroupByFieldMetadataUniversalIdentifier: fieldId('unit.project'),
      primaryAxisGroupBySubFieldName: 'name',
      secondaryAxisGroupByFieldMetadataUniversalIdentifier: fieldId('unit.state'),
      groupMode: 'STACKED',
    });
  });

  it('takes choices as a list in JSON', () => {
    const { configuration } = pie('Sold', {
      count: 'unit',
      by: 'unit.state',
      where: [is('unit.state', 'TITLED')],
    });
    expect(configuration.filter).toEqual({
      recordFilters: [
        { fieldMetadataUniversalIdentifier: fieldId('unit.state'), operand: 'IS', value: '["TITLED"]' },
      ],
    });
  });
});

describe('the dashboards that install', () => {
  it('are those that a workspace is to have, each under its name', () => {
    const expected = DASHBOARD_KEYS.map((key) => [dashboardsId(`layout.${key}`), DASHBOARDS[key].en]);
    expect(LAYOUTS.map(({ universalIdentifier, name }) => [universalIdentifier, name]).sort()).toEqual(
      expected.sort(),
    );
  });

  it.each(LAYOUTS)('$name has no two pieces in one place, and none outside of twelve columns', ({ tabs }) => {
    const taken = new Set<string>();
    for (const { position } of tabs.flatMap(({ widgets }) => widgets)) {
      expect(position.layoutMode).toBe('GRID');
      expect(position.column + position.columnSpan).toBeLessThanOrEqual(12);
      for (let down = 0; down < position.rowSpan; down++)
        for (let along = 0; along < position.columnSpan; along++) {
          const cell = `${position.row + down}:${position.column + along}`;
          expect(taken.has(cell)).toBe(false);
          taken.add(cell);
        }
    }
  });

  it.each(GRAPHS)('$board, $title: asks its own object for fields and choices that are there', (widget) => {
    const object = OBJECTS.find((one) => one.universalIdentifier === widget.objectUniversalIdentifier);
    if (object === undefined) throw new Error('no object of ours');
    const named = Object.entries(widget.configuration).filter(([key]) =>
      key.endsWith('MetadataUniversalIdentifier'),
    );
    const filters = widget.configuration.filter?.recordFilters ?? [];
    const fieldOf = (id: unknown) =>
      object.fields.find(({ universalIdentifier }) => universalIdentifier === id);
    for (const [, id] of named) expect(fieldOf(id)).toBeDefined();
    for (const { fieldMetadataUniversalIdentifier: id, operand, value } of filters) {
      const field = fieldOf(id);
      expect(field).toBeDefined();
      if (operand === 'IS') {
        const choices = field?.options?.map((option) => option.value) ?? [];
        expect((JSON.parse(value) as string[]).filter((one) => !choices.includes(one))).toEqual([]);
      }
      if (operand === 'IS_RELATIVE') expect(field?.type).toMatch(/^DATE/);
    }
  });

  it.each(GRAPHS)(
    '$board, $title: a relation is named by a field of its target, dates come in steps',
    (widget) => {
      const { configuration: one } = widget;
      for (const name of ['primaryAxisGroupBy', 'secondaryAxisGroupBy', 'groupBy']) {
        const id = one[`${name}FieldMetadataUniversalIdentifier`];
        if (id === undefined) continue;
        const object = OBJECTS.find((each) => each.universalIdentifier === widget.objectUniversalIdentifier);
        const field = object?.fields.find(({ universalIdentifier }) => universalIdentifier === id);
        const inner = one[`${name}SubFieldName`] as string | undefined;
        expect(field?.type === 'RELATION').toBe(inner !== undefined);
        if (field?.type.startsWith('DATE') && name !== 'groupBy') {
          expect(one[name === 'primaryAxisGroupBy' ? 'primaryAxisDateGranularity' : 'none']).toBeDefined();
        }
        const target = OBJECTS.find(
          ({ universalIdentifier }) =>
            universalIdentifier === field?.relationTargetObjectMetadataUniversalIdentifier,
        );
        if (target !== undefined)
          expect([shortName(target), fieldBehind(target, inner ?? '')?.type]).toEqual([
            shortName(target),
            'TEXT',
          ]);
      }
    },
  );
});
