/**
 * Runs a document on the records as Twenty's direct execution does: every root field on its own, so that one
 * refusal leaves the others standing. The real server starts all of them at once, mutations too: a row and
 * the row it refers to, created in one document, fail now and then. Here mutations run from the last to the
 * first, so that whoever relies on their order finds out at once.
 */
import type { FieldNode } from 'graphql';
import { assertArguments } from '#scripts/workspace/graphql/arguments.ts';
import {
  argumentsOf,
  type ParsedDocument,
  type Selection,
  selectionOf,
  type Variables,
} from '#scripts/workspace/graphql/document.ts';
import { ApiError, type FormattedError, formatError } from '#scripts/workspace/graphql/errors.ts';
import { findOrphans, type RootCall } from '#scripts/workspace/graphql/siblings.ts';
import type { RootField } from '#scripts/workspace/model/model.ts';
import type { ApiRecord, RecordContext } from '#scripts/workspace/records/context.ts';
import { createMany } from '#scripts/workspace/records/create.ts';
import { type FindManyArguments, findMany, findOne } from '#scripts/workspace/records/find.ts';
import { Formatter } from '#scripts/workspace/records/format.ts';
import { type GroupByArguments, groupBy } from '#scripts/workspace/records/group-by.ts';
import { type Removal, removeMany, removeOne } from '#scripts/workspace/records/remove.ts';
import { updateMany, updateOne } from '#scripts/workspace/records/update.ts';
import type { Filter } from '#scripts/workspace/records/where.ts';
import type { InputData } from '#scripts/workspace/records/write-data.ts';

export type ExecutionResult = { data?: Record<string, unknown> | null; errors?: FormattedError[] };

type Arguments = Record<string, unknown>;

export const MAX_ROOT_FIELDS = 20;
const NO_PAGE = { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null };

function checkRootFields(fields: FieldNode[]): void {
  if (fields.length > MAX_ROOT_FIELDS) {
    throw new ApiError(
      `Query too complex - Too many root resolvers requested: ${fields.length} - Maximum allowed root resolvers: ${MAX_ROOT_FIELDS}`,
      'BAD_USER_INPUT',
    );
  }
  const seen = new Set<string>();
  for (const { name } of fields) {
    if (seen.has(name.value))
      throw new ApiError(`Duplicate root resolver: "${name.value}"`, 'BAD_USER_INPUT');
    seen.add(name.value);
  }
}

async function read(
  context: RecordContext,
  { object, method }: RootField,
  args: Arguments,
  selection: Selection,
): Promise<unknown> {
  const formatter = new Formatter(context.model, context.files);
  if (method === 'findOne') {
    return formatter.record(
      await findOne(context, object, args as { filter?: Filter }, selection),
      selection,
      object,
    );
  }
  if (method === 'findMany') {
    return formatter.connection(
      await findMany(context, object, args as FindManyArguments, selection),
      selection,
      object,
    );
  }
  const groups = await groupBy(context, object, args as GroupByArguments, selection);
  return groups.map(({ records, aggregates, dimensionValues }) => ({
    ...formatter.connection({ records, aggregates, pageInfo: NO_PAGE }, selection, object),
    ...('groupByDimensionValues' in selection ? { groupByDimensionValues: dimensionValues } : {}),
  }));
}

async function write(
  context: RecordContext,
  { object, method }: RootField,
  args: Arguments,
  selection: Selection,
): Promise<ApiRecord | ApiRecord[]> {
  const filter = args.filter as Filter;
  const id = String(args.id);
  if (method === 'createOne' || method === 'createMany') {
    const data = (method === 'createOne' ? [args.data] : args.data) as InputData[];
    const records = await createMany(context, object, { data, upsert: args.upsert === true }, selection);
    return method === 'createOne' ? (records[0] ?? {}) : records;
  }
  if (method === 'updateOne')
    return updateOne(context, object, { id, data: args.data as InputData }, selection);
  if (method === 'updateMany')
    return updateMany(context, object, { filter, data: args.data as InputData }, selection);
  const [removal] = /^(?:delete|restore|destroy)/.exec(method) as unknown as [Removal];
  return method.endsWith('One')
    ? removeOne(context, object, removal, id, selection)
    : removeMany(context, object, removal, filter, selection);
}

const isRead = ({ method }: RootField) =>
  method === 'findMany' || method === 'findOne' || method === 'groupBy';

async function runField(
  context: RecordContext,
  root: RootField,
  args: Arguments,
  selection: Selection,
): Promise<unknown> {
  assertArguments(root.method, args);
  if (isRead(root)) return read(context, root, args, selection);
  const written = await write(context, root, args, selection);
  const formatter = new Formatter(context.model, context.files);
  return Array.isArray(written)
    ? written.map((record) => formatter.record(record, selection, root.object))
    : formatter.record(written, selection, root.object);
}

export async function executeRecords(
  context: RecordContext,
  parsed: ParsedDocument,
  fields: FieldNode[],
  variables: Variables,
): Promise<ExecutionResult> {
  try {
    checkRootFields(fields);
  } catch (error) {
    return { data: {}, errors: [formatError(error)] };
  }
  const data: Record<string, unknown> = {};
  const errors: FormattedError[] = [];
  const calls = new Map<FieldNode, RootCall>();
  for (const field of fields) {
    const root = context.model.roots.get(field.name.value);
    if (root) calls.set(field, { root, args: argumentsOf(field, variables) });
  }
  const orphans = await findOrphans(context, [...calls.values()]);
  const run = async (field: FieldNode) => {
    const key = field.alias?.value ?? field.name.value;
    try {
      const call = calls.get(field);
      if (!call) throw new Error(`Cannot query field "${field.name.value}".`);
      const { root, args } = call;
      const orphan = orphans.get(call);
      if (orphan) throw orphan;
      data[key] = await runField(context, root, args, selectionOf(field, parsed, variables));
    } catch (error) {
      data[key] = null;
      errors.push(formatError(error));
    }
  };
  if (isMutation(context, fields)) for (const field of [...fields].reverse()) await run(field);
  else await Promise.all(fields.map(run));
  return errors.length > 0 ? { data, errors } : { data };
}

/** Whether a document would write, for counting and for injected faults. */
export const isMutation = (context: Pick<RecordContext, 'model'>, fields: FieldNode[]) =>
  fields.some((field) => {
    const root = context.model.roots.get(field.name.value);
    return root !== undefined && !isRead(root);
  });
