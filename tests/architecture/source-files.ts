/** The project's source files and what each imports, as TypeScript reads it. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { globSync } from 'tinyglobby';
import ts from 'typescript';
import { projectPath, ROOT } from '#scripts/build/definition-files.ts';
import packageJson from '../../package.json' with { type: 'json' };

export type Import = {
  /** A path from the project's root, or the name of a package. */
  target: string;
  /** Written `import type`: gone when the code runs. */
  isType: boolean;
};

export type SourceFile = { file: string; text: string; imports: Import[] };

const FOLDERS = ['extension', 'objects', 'workflows', 'widgets', 'scripts', 'tests'];

const ALIASES = Object.entries(packageJson.imports).map(([alias, target]) => ({
  prefix: alias.replace('*', ''),
  folder: target.replace('./', '').replace('*', ''),
}));

function resolve(specifier: string, file: string): string {
  if (specifier.startsWith('.')) return path.posix.join(path.posix.dirname(file), specifier);
  const alias = ALIASES.find(({ prefix }) => specifier.startsWith(prefix));
  return alias === undefined ? specifier : alias.folder + specifier.slice(alias.prefix.length);
}

function typeOnly(text: string, file: string): Set<string> {
  const { statements } = ts.createSourceFile(file, text, ts.ScriptTarget.Latest);
  const [values, types] = [new Set<string>(), new Set<string>()];
  for (const statement of statements) {
    const isImport = ts.isImportDeclaration(statement);
    if (!isImport && !ts.isExportDeclaration(statement)) continue;
    const from = statement.moduleSpecifier;
    if (from === undefined || !ts.isStringLiteral(from)) continue;
    const isType = isImport ? statement.importClause?.isTypeOnly === true : statement.isTypeOnly;
    (isType ? types : values).add(from.text);
  }
  return new Set([...types].filter((specifier) => !values.has(specifier)));
}

/** Reads one file's imports: static, dynamic, re-exported and required ones alike. */
export function readSource(file: string, text: string): SourceFile {
  const types = typeOnly(text, file);
  const specifiers = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
  const imports = [...new Set(specifiers)].map((specifier) => ({
    target: resolve(specifier, file),
    isType: types.has(specifier),
  }));
  return { file, text, imports };
}

export const SOURCE_FILES: SourceFile[] = globSync(
  FOLDERS.map((folder) => `${folder}/**/*.{ts,tsx}`),
  { cwd: ROOT, ignore: ['**/node_modules/**'] },
)
  .sort()
  .map((file) => readSource(file, readFileSync(projectPath(file), 'utf8')));

const CODE = new WeakMap<SourceFile, string>();

/** The words of a file, one blank apart; comments and the inside of plain strings say nothing of what it does. */
export function codeOf(source: SourceFile): string {
  const code = CODE.get(source) ?? wordsOf(source);
  CODE.set(source, code);
  return code;
}

function wordsOf({ text, file }: SourceFile): string {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const kept: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node)) kept.push("''");
    else if (node.getChildCount(source) === 0) kept.push(node.getText(source));
    else for (const child of node.getChildren(source)) visit(child);
  };
  visit(source);
  return kept.filter((word) => word !== '').join(' ');
}

/** Everything that runs when this file runs, the file itself included; packages by name. */
export function reachedFrom(start: string, files: readonly SourceFile[]): Set<string> {
  const byName = new Map(files.map((source) => [source.file, source]));
  const reached = new Set([start]);
  const queue = [start];
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    for (const { target, isType } of byName.get(file)?.imports ?? []) {
      if (isType || reached.has(target)) continue;
      reached.add(target);
      queue.push(target);
    }
  }
  return reached;
}
