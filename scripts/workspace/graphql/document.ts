/**
 * Reading a GraphQL document the way Twenty's direct execution does: no schema, no validation, arguments
 * taken as they stand, nested aliases ignored. Parsed documents and selections are kept.
 */
import {
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  type SelectionSetNode,
  valueFromASTUntyped,
} from 'graphql';
import { ApiError } from '#scripts/workspace/graphql/errors.ts';

export type Variables = Record<string, unknown>;
/** Field name -> its own selection; a leaf has an empty one. */
export type Selection = { [field: string]: Selection };
type Fragments = Map<string, FragmentDefinitionNode>;

export type ParsedDocument = {
  document: DocumentNode;
  fragments: Fragments;
  /** True when no directive occurs, so that a selection never depends on variables. */
  isConstant: boolean;
};

const MAX_CACHED = 2_000;
const documents = new Map<string, ParsedDocument>();
const selections = new WeakMap<FieldNode, Selection>();

export function parseDocument(text: string): ParsedDocument {
  const cached = documents.get(text);
  if (cached) return cached;
  const document = parse(text, { noLocation: false });
  const fragments: Fragments = new Map();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const parsed = { document, fragments, isConstant: !text.includes('@') };
  if (documents.size >= MAX_CACHED) documents.clear();
  documents.set(text, parsed);
  return parsed;
}

export function findOperation(parsed: ParsedDocument, name?: string): OperationDefinitionNode | undefined {
  const operations = parsed.document.definitions.filter(
    (definition) => definition.kind === Kind.OPERATION_DEFINITION,
  );
  if (name) return operations.find((operation) => operation.name?.value === name);
  if (operations.length > 1) {
    const message = 'Must provide operation name when document contains multiple operations.';
    throw new ApiError(message, 'INTERNAL_SERVER_ERROR');
  }
  return operations[0];
}

/** Root fields, with fragments opened one level deep. */
export function rootFields(parsed: ParsedDocument, operation: OperationDefinitionNode): FieldNode[] {
  const fields: FieldNode[] = [];
  const take = (set: SelectionSetNode) => {
    for (const item of set.selections) if (item.kind === Kind.FIELD) fields.push(item);
  };
  for (const item of operation.selectionSet.selections) {
    if (item.kind === Kind.FIELD) fields.push(item);
    else if (item.kind === Kind.INLINE_FRAGMENT) take(item.selectionSet);
    else {
      const fragment = parsed.fragments.get(item.name.value);
      if (fragment) take(fragment.selectionSet);
    }
  }
  return fields;
}

/** Arguments as plain values; what is absent or null is left out. */
export function argumentsOf(field: FieldNode, variables: Variables): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const argument of field.arguments ?? []) {
    const value = valueFromASTUntyped(argument.value, variables as Record<string, unknown>);
    if (value !== undefined && value !== null) values[argument.name.value] = value;
  }
  return values;
}

function isIncluded(directives: readonly DirectiveNode[] | undefined, variables: Variables): boolean {
  for (const directive of directives ?? []) {
    const condition = directive.arguments?.find((argument) => argument.name.value === 'if');
    const holds = condition
      ? valueFromASTUntyped(condition.value, variables as Record<string, unknown>)
      : true;
    if (directive.name.value === 'skip' && holds) return false;
    if (directive.name.value === 'include' && !holds) return false;
  }
  return true;
}

function collect(set: SelectionSetNode, parsed: ParsedDocument, variables: Variables, into: Selection): void {
  for (const item of set.selections) {
    if (!isIncluded(item.directives, variables)) continue;
    if (item.kind === Kind.FIELD) {
      const name = item.name.value;
      const inner = into[name] ?? {};
      into[name] = inner;
      if (item.selectionSet) collect(item.selectionSet, parsed, variables, inner);
    } else if (item.kind === Kind.INLINE_FRAGMENT) collect(item.selectionSet, parsed, variables, into);
    else {
      const fragment = parsed.fragments.get(item.name.value);
      if (fragment) collect(fragment.selectionSet, parsed, variables, into);
    }
  }
}

export function selectionOf(field: FieldNode, parsed: ParsedDocument, variables: Variables): Selection {
  const cached = parsed.isConstant ? selections.get(field) : undefined;
  if (cached) return cached;
  const selection: Selection = {};
  if (field.selectionSet) collect(field.selectionSet, parsed, variables, selection);
  if (parsed.isConstant) selections.set(field, selection);
  return selection;
}
