/**
 * Every question that a deploy asks must be known to the oldest and to the newest server. The newest
 * cannot be run here, but both SDK clients carry the schema of their server: it is held against that.
 */
import { readFile } from 'node:fs/promises';
import { type FieldNode, type OperationDefinitionNode, parse, type SelectionSetNode } from 'graphql';
import { glob } from 'tinyglobby';
import { expect, it } from 'vitest';
import { projectPath } from '#scripts/build/definition-files.ts';

type Schema = Map<string, Map<string, string>>;

/** `export interface Role { label: Scalars['String'] … }` as type -> field -> type of the field. */
async function schemaOf(client: string): Promise<Schema> {
  const source = await readFile(
    projectPath(`node_modules/${client}/dist/metadata/generated/schema.d.ts`),
    'utf8',
  );
  const types: Schema = new Map();
  for (const [, name = '', body = ''] of source.matchAll(/^export interface (\w+) \{\n(.*?)^\}/gms)) {
    const fields = [...body.matchAll(/^ {4}(\w+)\??: (?:Scalars\['(\w+)'\]|\(?(\w+))/gm)];
    types.set(name, new Map(fields.map(([, field = '', scalar, type]) => [field, scalar ?? type ?? ''])));
  }
  return types;
}

async function documents(): Promise<OperationDefinitionNode[]> {
  const found: OperationDefinitionNode[] = [];
  for (const file of await glob('scripts/deploy/*.ts', { cwd: projectPath('.') })) {
    const source = await readFile(projectPath(file), 'utf8');
    for (const [, , text = ''] of source.matchAll(/(['`])((?:query|mutation) Keyturn.*?)\1/gs)) {
      for (const node of parse(text).definitions) if (node.kind === 'OperationDefinition') found.push(node);
    }
  }
  return found;
}

function unknownFields(schema: Schema, type: string, selections: SelectionSetNode): string[] {
  return selections.selections
    .filter((selection): selection is FieldNode => selection.kind === 'Field')
    .flatMap((field) => {
      const fieldType = schema.get(type)?.get(field.name.value);
      if (fieldType === undefined) return [`${type}.${field.name.value}`];
      return field.selectionSet === undefined ? [] : unknownFields(schema, fieldType, field.selectionSet);
    });
}

/** The newer way to upload; the older servers are asked by the older one. */
const NEWER_ONLY = ['Mutation.completeAppTarballUpload'];

it.each([
  ['twenty-client-sdk-2-23', NEWER_ONLY],
  ['twenty-client-sdk', []],
])('every document is answered by the server of %s', async (client, expected) => {
  const schema = await schemaOf(client);
  const operations = await documents();
  expect(operations.length).toBeGreaterThan(8);
  const unknown = operations.flatMap((operation) =>
    unknownFields(schema, operation.operation === 'query' ? 'Query' : 'Mutation', operation.selectionSet),
  );
  expect(unknown).toEqual(expected);
});
