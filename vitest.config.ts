import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const long = process.env['ARCHWAY_LONG'] === '1';

export default defineConfig({
  test: {
    // More than two processors: a scenario often waits for its browser or its database.
    maxWorkers: Math.max(3, availableParallelism()),
    // The layers arrive one after another; an area without tests yet is not a failure.
    passWithNoTests: true,
    projects: [
      {
        test: {
          name: 'pure',
          include: ['{domain,contract,exchange,checks,rulebook,bootstrap,evaluation,bench,web}/**/*.test.ts'],
          pool: 'threads',
          isolate: false,
          // Property tests take their time on a busy machine; a test that hangs is still ended.
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'database',
          include: ['{server,cli,scenarios}/**/*.test.ts'],
          globalSetup: ['server/database/test-cluster.ts'],
          pool: 'forks',
          isolate: false,
          testTimeout: long ? 1_800_000 : 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
