/**
 * Texts with `{{placeholders}}` that an administrator edits. A name that is not known is an error that
 * says which: a letter must never go out with a gap or with the placeholder itself.
 */
export class UnknownPlaceholders extends Error {
  constructor(
    readonly unknown: readonly string[],
    readonly known: readonly string[],
  ) {
    super(`The template uses ${braced(unknown)}; it may use ${braced(known)}`);
  }
}

function braced(names: readonly string[]): string {
  return names.map((name) => (name.startsWith('{{') ? name : `{{${name}}}`)).join(', ');
}

/** Anything in double braces, and braces that are opened and never closed. */
const PLACEHOLDER = /\{\{([^{}]*)\}\}|\{\{[^{}\n]{0,40}/g;

/** A Chinese keyboard gives wide braces, which mean the same. */
function withPlainBraces(template: string): string {
  return template.replace(/｛/g, '{').replace(/｝/g, '}');
}

/** The placeholders of a template that are not among the known ones, each once. */
export function unknownPlaceholders(template: string, known: readonly string[]): string[] {
  const found = withPlainBraces(template).matchAll(PLACEHOLDER);
  const used = Array.from(found, ([whole, name]) => name?.trim() ?? whole);
  return [...new Set(used)].filter((name) => !known.includes(name));
}

/**
 * Values are put in as they are: braces inside of one are text.
 * @throws UnknownPlaceholders
 */
export function fillPlaceholders(template: string, values: Readonly<Record<string, string>>): string {
  const known = Object.keys(values);
  const unknown = unknownPlaceholders(template, known);
  if (unknown.length > 0) throw new UnknownPlaceholders(unknown, known);
  return withPlainBraces(template).replace(PLACEHOLDER, (_, name: string) => values[name.trim()] ?? '');
}
