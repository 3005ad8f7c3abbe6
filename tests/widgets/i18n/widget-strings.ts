/** Every text that a widget says: the literal that is given to `t` or marked with `msg`. */
import { readFile } from 'node:fs/promises';
import { glob } from 'tinyglobby';
import ts from 'typescript';
import { projectPath, ROOT } from '#scripts/build/definition-files.ts';

const MARKS = new Set(['t', 'msg']);

function textsOf(file: string, source: string): { literals: string[]; dynamic: string[] } {
  const literals: string[] = [];
  const dynamic: string[] = [];
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const { expression: callee } = node;
      const name = ts.isIdentifier(callee)
        ? callee.text
        : ts.isPropertyAccessExpression(callee)
          ? callee.name.text
          : '';
      const [text] = node.arguments;
      if (MARKS.has(name) && text !== undefined) {
        if (ts.isStringLiteralLike(text)) literals.push(text.text);
        else dynamic.push(`${file}: ${node.getText()}`);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return { literals, dynamic };
}

/** `dynamic` lists calls whose text is not written there; each must come from a table marked with `msg`. */
export async function widgetStrings(): Promise<{ literals: Set<string>; dynamic: string[] }> {
  const files = await glob('widgets/**/*.{ts,tsx}', { cwd: ROOT });
  const literals = new Set<string>();
  const dynamic: string[] = [];
  for (const file of files.sort()) {
    const found = textsOf(file, await readFile(projectPath(file), 'utf8'));
    for (const text of found.literals) literals.add(text);
    dynamic.push(...found.dynamic);
  }
  return { literals, dynamic };
}
