/**
 * `npm run build [-- --sdk current|legacy|all]`: builds the extension with the SDK for today's
 * servers, for older ones, or with both. Nothing is built again when no source changed.
 */
import { parseArgs } from 'node:util';
import { buildExtension } from '#scripts/build/build-extension.ts';
import type { SdkGeneration } from '#scripts/build/stage.ts';

const { values } = parseArgs({
  options: { sdk: { type: 'string', default: 'current' }, force: { type: 'boolean' } },
});
const generations: SdkGeneration[] =
  values.sdk === 'all' ? ['current', 'legacy'] : [values.sdk === 'legacy' ? 'legacy' : 'current'];

// Each works in a stage of its own, and leaves much of a machine idle.
await Promise.all(
  generations.map(async (generation) => {
    const result = await buildExtension(generation, { force: values.force ?? false });
    console.log(
      `${generation}: ${result.isFresh ? 'up to date' : `built in ${result.seconds.toFixed(1)} s`}`,
    );
  }),
);
