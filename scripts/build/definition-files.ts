/** Where the extension's definitions live: every file that says `export default define…`. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { glob } from 'tinyglobby';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The folders that ship; `scripts` and `tests` never do. */
export const SHIPPED_FOLDERS = ['extension', 'objects', 'workflows', 'widgets'] as const;

export function projectPath(relative: string): string {
  return path.join(ROOT, relative);
}

/** Paths from the project's root, sorted. */
export async function definitionFiles(): Promise<string[]> {
  const files = await glob(
    SHIPPED_FOLDERS.map((folder) => `${folder}/**/*.{ts,tsx}`),
    { cwd: ROOT },
  );
  const found: string[] = [];
  for (const file of files.sort()) {
    if (/^export default define/m.test(await readFile(projectPath(file), 'utf8'))) found.push(file);
  }
  return found;
}
