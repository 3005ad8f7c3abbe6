import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    reporters: ['default', ['json', { outputFile: '.keyturn/test-results.json' }]],
    // Vitest leaves one core idle, which is half of a machine with two; most tests wait for their workspace anyway.
    maxWorkers: availableParallelism(),
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Functions log what went wrong to the console, and the tests make much go wrong on purpose.
    onConsoleLog: () => false,
  },
});
