/** The renderer as a function carries it: of a known size, and never run by reading a definition. */
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { ROOT } from '#scripts/build/definition-files.ts';

const KB = 1_000;

const ENTRY = `
  export { renderDocument } from './extension/documents/shared/render.ts';
  export { statementDocument } from './extension/documents/ledger/statement-document.ts';
  export { demandLetterDocument } from './extension/documents/ledger/demand-letter-document.ts';
`;

/** As Twenty's SDK bundles: for Node, not made smaller. */
async function bundle(format: 'esm' | 'cjs'): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: ENTRY, resolveDir: ROOT, loader: 'ts' },
    bundle: true,
    write: false,
    format,
    platform: 'node',
    target: 'node20',
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}

describe('the renderer in a bundle', () => {
  it('adds less than 2,500 KB to the one function that carries it', async () => {
    expect((await bundle('esm')).length).toBeLessThan(2_500 * KB);
  });

  it('loads where the SDK reads definitions: as CommonJS, with no place of its own', async () => {
    const module = { exports: {} as Record<string, unknown> };
    const code = await bundle('cjs');
    new Function('module', 'exports', 'require', code)(module, module.exports, (name: string) =>
      process.getBuiltinModule(name),
    );
    expect(Object.keys(module.exports).sort()).toEqual([
      'demandLetterDocument',
      'renderDocument',
      'statementDocument',
    ]);
  });
});
