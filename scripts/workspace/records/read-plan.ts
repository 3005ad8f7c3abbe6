/** What a selection needs from the database: columns, nested relations and aggregates. */
import type { Selection } from '#scripts/workspace/graphql/document.ts';
import { badInput } from '#scripts/workspace/graphql/errors.ts';
import { isCompositeType } from '#scripts/workspace/model/field-types.ts';
import {
  type ColumnModel,
  columnNamed,
  type FieldModel,
  type ObjectModel,
  objectNamed,
  type WorkspaceModel,
} from '#scripts/workspace/model/model.ts';
import { type Aggregate, aggregatesOf } from '#scripts/workspace/records/aggregates.ts';

export type ReadPlan = {
  object: ObjectModel;
  /** The id first, then what was selected, and the foreign keys that nested relations need. */
  columns: ColumnModel[];
  /** Fields whose values are read, for permissions. */
  fieldNames: string[];
  relations: { field: FieldModel; plan: ReadPlan }[];
  aggregates: Aggregate[];
};

const isConnection = (selection: Selection) => 'edges' in selection;

class Planner {
  readonly columns = new Map<string, ColumnModel>();
  readonly relations: ReadPlan['relations'] = [];

  constructor(
    private readonly model: WorkspaceModel,
    private readonly object: ObjectModel,
    private readonly isInsideList: boolean,
  ) {
    this.take('id');
  }

  take(name: string): void {
    this.columns.set(name, columnNamed(this.object, name));
  }

  record(selection: Selection): void {
    for (const [name, inner] of Object.entries(selection)) {
      const field = this.object.fieldByName.get(name);
      // What the object does not have is no error: Twenty answers null for it.
      if (!field) {
        if (this.object.fieldByJoinColumn.has(name)) this.take(name);
      } else if (field.relation) this.relation(field, inner);
      else if (isCompositeType(field.type)) this.composite(field, inner);
      else this.take(name);
    }
  }

  private composite(field: FieldModel, inner: Selection): void {
    for (const part of Object.keys(inner)) {
      if (part === '__typename') continue;
      const column = field.columns.find((candidate) => candidate.part === part);
      if (!column) throw new Error(`Sub field metadata not found for composite type: ${field.type}`);
      this.columns.set(column.name, column);
    }
  }

  private relation(field: FieldModel, inner: Selection): void {
    const { relation } = field;
    if (!relation) return;
    const isList = relation.kind === 'ONE_TO_MANY';
    if (isList && this.isInsideList) {
      throw badInput(
        'Query complexity is too high. One-to-Many relation cannot be nested in another One-to-Many relation.',
        'TOO_COMPLEX_QUERY',
      );
    }
    const target = objectNamed(this.model, relation.targetObject);
    const plan = planRead(this.model, target, inner, this.isInsideList || isList);
    if (isList) {
      const foreignKey = columnNamed(target, relation.joinColumn);
      if (!plan.columns.includes(foreignKey)) plan.columns.push(foreignKey);
    } else this.take(relation.joinColumn);
    this.relations.push({ field, plan });
  }
}

export function planRead(
  model: WorkspaceModel,
  object: ObjectModel,
  selection: Selection,
  isInsideList = false,
): ReadPlan {
  const planner = new Planner(model, object, isInsideList);
  const known = aggregatesOf(object);
  const aggregates = Object.keys(selection)
    .map((name) => known.get(name))
    .filter((aggregate): aggregate is Aggregate => aggregate !== undefined);
  planner.record(isConnection(selection) ? (selection.edges?.node ?? {}) : selection);
  const columns = [...planner.columns.values()];
  return {
    object,
    columns,
    fieldNames: [...new Set(columns.map((column) => column.field.name))],
    relations: planner.relations,
    aggregates,
  };
}

const plans = new WeakMap<Selection, ReadPlan>();

/** Selections of documents without directives are kept, and their plans with them. */
export function planRoot(model: WorkspaceModel, object: ObjectModel, selection: Selection): ReadPlan {
  const cached = plans.get(selection);
  if (cached?.object === object) return cached;
  const plan = planRead(model, object, selection);
  plans.set(selection, plan);
  return plan;
}
