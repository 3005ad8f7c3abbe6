/** Ids made of the request, so that a repeated command finds its own rows and makes no new ones. Pure. */
import { v5 as uuidv5 } from 'uuid';

/** Namespace of all ids that Keyturn derives; a constant of the project, never changed. */
const NAMESPACE = '5b1d0a52-6f0e-4a0e-9d3c-6b9f0c1f7d11';

export function derivedId(...parts: readonly string[]): string {
  return uuidv5(parts.join('\n'), NAMESPACE);
}

/** The same text for the same content, whatever the order of its keys. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
    const sorted = entries.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${sorted.map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`).join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}

/** Fingerprint of a request's content; two requests with one id must have the same. */
export function bodyHash(command: string, input: unknown): string {
  return derivedId('body', command, canonicalJson(input));
}
