/**
 * Kit: the charts that Twenty draws itself, as short lines of a dashboard's table (see dashboard.ts). An admin
 * changes them in Twenty like any chart of their own. Paths name an object's field (`contract.price`); behind a
 * relation comes what it is called by (`unit.project.name`).
 */
import {
  AggregateOperations,
  ObjectRecordGroupByDateGranularity,
  ViewFilterOperand,
} from 'twenty-sdk/define';
import { fieldId, objectId } from '#kit/object.ts';

export type Piece = {
  title: string;
  type: 'GRAPH' | 'FRONT_COMPONENT';
  objectUniversalIdentifier?: string;
  configuration: Record<string, unknown>;
};

type Condition = { fieldMetadataUniversalIdentifier: string; operand: string; value: string };

/** All of them hold; of those in a list of their own, one is enough. */
type Where = readonly (Condition | readonly Condition[])[];

/** Words of Twenty for a span of days around today, such as the month that has begun. */
export type Span = `${'PAST' | 'THIS' | 'NEXT'}_${number}_${'DAY' | 'WEEK' | 'MONTH' | 'YEAR'}`;

function condition(path: string, operand: ViewFilterOperand, value = ''): Condition {
  return { fieldMetadataUniversalIdentifier: fieldId(path), operand, value };
}

export const is = (path: string, ...values: readonly string[]) =>
  condition(path, ViewFilterOperand.IS, JSON.stringify(values));
export const within = (path: string, span: Span) => condition(path, ViewFilterOperand.IS_RELATIVE, span);
/** Twenty's past and next leave out the month that has begun, so it comes beside them. */
export const lately = (path: string, months: number) => [
  within(path, `PAST_${months}_MONTH`),
  within(path, 'THIS_1_MONTH'),
];
export const soon = (path: string, months: number) => [
  within(path, 'THIS_1_MONTH'),
  within(path, `NEXT_${months}_MONTH`),
];
export const isEmpty = (path: string) => condition(path, ViewFilterOperand.IS_EMPTY);
export const isNotEmpty = (path: string) => condition(path, ViewFilterOperand.IS_NOT_EMPTY);

/** What is counted or added up, and of which records. */
export type Measure = (
  | { count: string }
  /** An amount or another number: `contract.price`. */
  | { sum: string }
  | { average: string }
) & { where?: Where };

export type Grouped = Measure & {
  by: string;
  /** For a date: how long each group is. */
  each?: 'DAY' | 'WEEK' | 'MONTH' | 'YEAR';
  /** Groups within each group, stacked upon each other. */
  stacked?: string;
  order?: 'VALUE' | 'FIELD';
};

/** Groups are named within their chart only. */
const ALL = '3f1c7a52-8a52-4a0e-9d5b-5e2a6d6f1b01';
const ONE_OF = '3f1c7a52-8a52-4a0e-9d5b-5e2a6d6f1b0';

function filterOf(where: Where) {
  const lists = where.filter((one): one is readonly Condition[] => Array.isArray(one));
  const single = where.filter((one): one is Condition => !Array.isArray(one));
  if (lists.length === 0) return { recordFilters: single };
  const grouped = (conditions: readonly Condition[], recordFilterGroupId: string) =>
    conditions.map((one) => ({ ...one, recordFilterGroupId }));
  return {
    recordFilters: [
      ...grouped(single, ALL),
      ...lists.flatMap((list, index) => grouped(list, `${ONE_OF}${index + 2}`)),
    ],
    recordFilterGroups: [
      { id: ALL, logicalOperator: 'AND' },
      ...lists.map((_, index) => ({
        id: `${ONE_OF}${index + 2}`,
        logicalOperator: 'OR',
        parentRecordFilterGroupId: ALL,
      })),
    ],
  };
}

function measured(measure: Measure) {
  const [path, operation] =
    'count' in measure
      ? [`${measure.count}.name`, AggregateOperations.COUNT]
      : 'sum' in measure
        ? [measure.sum, AggregateOperations.SUM]
        : [measure.average, AggregateOperations.AVG];
  const { where = [] } = measure;
  return {
    object: path.slice(0, path.indexOf('.')),
    configuration: {
      aggregateFieldMetadataUniversalIdentifier: fieldId(path),
      aggregateOperation: operation,
      ...(where.length === 0 ? {} : { filter: filterOf(where) }),
    },
  };
}

function graph(title: string, measure: Measure, more: Record<string, unknown>): Piece {
  const { object, configuration } = measured(measure);
  return {
    title,
    type: 'GRAPH',
    objectUniversalIdentifier: objectId(object),
    configuration: { ...more, ...configuration },
  };
}

/** A field, or a field behind a relation: the third part of the path on is Twenty's "sub field". */
function place(path: string): [field: string, inner: string | undefined] {
  const [object, field, ...inner] = path.split('.');
  return [fieldId(`${object}.${field}`), inner.length === 0 ? undefined : inner.join('.')];
}

function axis(name: 'primary' | 'secondary', path: string): Record<string, unknown> {
  const [field, inner] = place(path);
  return {
    [`${name}AxisGroupByFieldMetadataUniversalIdentifier`]: field,
    ...(inner === undefined ? {} : { [`${name}AxisGroupBySubFieldName`]: inner }),
  };
}

function axes({ by, each, stacked, order = each === undefined ? 'VALUE' : 'FIELD' }: Grouped) {
  return {
    ...axis('primary', by),
    ...(each === undefined ? {} : { primaryAxisDateGranularity: ObjectRecordGroupByDateGranularity[each] }),
    primaryAxisOrderBy: order === 'FIELD' ? 'FIELD_ASC' : 'VALUE_DESC',
    ...(stacked === undefined ? {} : axis('secondary', stacked)),
    omitNullValues: true,
    displayLegend: stacked !== undefined,
  };
}

/** One number. */
export function number(title: string, measure: Measure): Piece {
  return graph(title, measure, { configurationType: 'AGGREGATE_CHART', displayDataLabel: false });
}

/** Standing bars; `flat` lays them down where their names are long. */
export function bars(title: string, grouped: Grouped, layout: 'VERTICAL' | 'HORIZONTAL' = 'VERTICAL'): Piece {
  return graph(title, grouped, {
    configurationType: 'BAR_CHART',
    layout,
    ...(grouped.stacked === undefined ? {} : { groupMode: 'STACKED' }),
    displayDataLabel: grouped.stacked === undefined,
    ...axes(grouped),
  });
}

export const flatBars = (title: string, grouped: Grouped) => bars(title, grouped, 'HORIZONTAL');

export function line(title: string, grouped: Grouped): Piece {
  return graph(title, grouped, {
    configurationType: 'LINE_CHART',
    ...(grouped.stacked === undefined ? {} : { isStacked: true }),
    ...axes(grouped),
  });
}

export function pie(title: string, grouped: Pick<Grouped, 'by'> & Measure): Piece {
  const [field, inner] = place(grouped.by);
  return graph(title, grouped, {
    configurationType: 'PIE_CHART',
    groupByFieldMetadataUniversalIdentifier: field,
    ...(inner === undefined ? {} : { groupBySubFieldName: inner }),
    orderBy: 'VALUE_DESC',
    showCenterMetric: true,
    displayLegend: true,
    hideEmptyCategory: true,
  });
}
