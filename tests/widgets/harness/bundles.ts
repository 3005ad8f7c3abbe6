/** The bundles that the harness mounts: those of the build, or made now from the sources in a second. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { getFrontComponentBuildPlugins } from 'twenty-sdk/front-component-renderer/build';
import { projectPath } from '#scripts/build/definition-files.ts';
import { outputFolder } from '#scripts/build/stage.ts';
import { CATALOGS_KEY, catalogs } from '#tests/widgets/i18n/catalogs.ts';

export async function builtBundle(widget: string): Promise<string> {
  return readFile(path.join(outputFolder('legacy'), 'widgets', `${widget}.mjs`), 'utf8');
}

/** As the SDK's build does it: its own plugins, and the translations put before the code. */
export async function sourceBundle(widget: string): Promise<string> {
  const built = await build({
    entryPoints: [projectPath(`widgets/${widget}.tsx`)],
    bundle: true,
    format: 'esm',
    write: false,
    outfile: 'widget.mjs',
    minify: true,
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    banner: { js: `globalThis.${CATALOGS_KEY}=${JSON.stringify(await catalogs())};` },
    // The SDK brings an esbuild of its own, whose plugins have the same shape.
    plugins: getFrontComponentBuildPlugins() as never,
  });
  return built.outputFiles[0]?.text ?? '';
}
