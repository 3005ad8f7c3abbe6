/** Our own key of each universal identifier, read back from the generated tables and Twenty's constants. */
import { readdirSync, readFileSync } from 'node:fs';
import { STANDARD_OBJECT } from 'twenty-sdk/define';
import { projectPath } from '#scripts/build/definition-files.ts';

const ENTRY = /'([^']+)': '([0-9a-f-]{36})'/g;

export function identifierKeys(): Map<string, string> {
  const keys = new Map<string, string>();
  for (const [name, object] of Object.entries(STANDARD_OBJECT))
    keys.set(object.universalIdentifier, `twenty.${name}`);
  for (const file of readdirSync(projectPath('extension/identifiers'))) {
    const text = readFileSync(projectPath(`extension/identifiers/${file}`), 'utf8');
    for (const [, key = '', id = ''] of text.matchAll(ENTRY)) keys.set(id, key);
  }
  return keys;
}
