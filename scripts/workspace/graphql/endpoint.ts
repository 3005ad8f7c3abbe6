/** `POST /graphql`: who asks, what for, and the faults a test has set. */
import { GraphQLError } from 'graphql';
import type { Directory } from '#scripts/workspace/access/directory.ts';
import type { Database } from '#scripts/workspace/database/open-database.ts';
import type { FaultBox, FaultPlan } from '#scripts/workspace/faults.ts';
import type { FileShelf } from '#scripts/workspace/files/file-shelf.ts';
import { findOperation, parseDocument, rootFields } from '#scripts/workspace/graphql/document.ts';
import { ApiError, formatError } from '#scripts/workspace/graphql/errors.ts';
import { type ExecutionResult, executeRecords, isMutation } from '#scripts/workspace/graphql/execute.ts';
import type { GraphqlRequest } from '#scripts/workspace/http/json-http.ts';
import type { WorkspaceModel } from '#scripts/workspace/model/model.ts';
import type { ChangeLog } from '#scripts/workspace/records/changes.ts';

export type RequestCounter = { queries: number; mutations: number; reset(): void };

export type RecordsEndpoint = {
  model: WorkspaceModel;
  database: Database;
  directory: Directory;
  changes: ChangeLog;
  files: FileShelf;
  faults: FaultBox;
  requests: RequestCounter;
  /** The function whose own token this is; killed when a fault says so. */
  functionOf(authorization: string | undefined): { kill(): void } | undefined;
};

/** 'drop' means: close the connection without an answer. */
export type Answer = ExecutionResult | 'drop';

const cannotQuery = (name: string, kind: string) => ({
  errors: [{ message: `Cannot query field "${name}" on type "${kind}".`, extensions: {} }],
});

function strikeNow(plan: FaultPlan | undefined, running: { kill(): void } | undefined): 'drop' | undefined {
  if (!plan) return undefined;
  if (plan.kind === 'failWrite') return undefined;
  if (plan.kind === 'killFunction') running?.kill();
  return 'drop';
}

export async function answerRecords(
  endpoint: RecordsEndpoint,
  request: GraphqlRequest,
  authorization: string | undefined,
): Promise<Answer> {
  try {
    const identity = endpoint.directory.identify(authorization);
    const parsed = parseDocument(request.query);
    const operation = findOperation(parsed, request.operationName);
    if (!operation)
      return { errors: [{ message: `Unknown operation named "${request.operationName}".`, extensions: {} }] };
    const fields = rootFields(parsed, operation);
    const typeName = operation.operation === 'mutation' ? 'Mutation' : 'Query';
    const isKnown = (name: string) => endpoint.model.roots.has(name);
    const stranger = fields.find((field) => !isKnown(field.name.value));
    if (fields.length === 1 && stranger?.name.value === '__typename')
      return { data: { __typename: typeName } };
    // Without a token the real server does not even know the workspace's objects.
    if (!identity) return cannotQuery(fields[0]?.name.value ?? '', typeName);
    if (stranger) {
      if (fields.every((field) => !isKnown(field.name.value)))
        return cannotQuery(stranger.name.value, typeName);
      const message =
        'This query cannot be executed as a single request. Please split it into separate queries.';
      throw new ApiError(message, 'BAD_USER_INPUT');
    }
    const context = {
      model: endpoint.model,
      database: endpoint.database,
      identity,
      changes: endpoint.changes,
      files: endpoint.files,
    };
    if (!isMutation(context, fields)) {
      endpoint.requests.queries += 1;
      return await executeRecords(context, parsed, fields, request.variables);
    }
    endpoint.requests.mutations += 1;
    const running = endpoint.functionOf(authorization);
    const plan = endpoint.faults.strike(running !== undefined);
    if (plan?.kind === 'failWrite') throw new ApiError(plan.message, plan.code as ApiError['code']);
    if (plan?.when === 'before') return strikeNow(plan, running) ?? 'drop';
    const result = await executeRecords(context, parsed, fields, request.variables);
    return strikeNow(plan, running) ?? result;
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [{ message: error.message, extensions: {} }] };
    return { errors: [formatError(error)] };
  }
}
