import { defineConfig } from 'vitest/config';

const long = process.env['ARCHWAY_LONG'] === '1';

export default defineConfig({
  test: {
    // Left alone, vitest leaves one processor of two unused.
    maxWorkers: 2,
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
          include: ['{server,cli}/**/*.test.ts'],
          globalSetup: ['server/database/test-cluster.ts'],
          pool: 'forks',
          isolate: false,
          testTimeout: long ? 600_000 : 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'scenarios',
          include: ['scenarios/**/*.test.ts'],
          globalSetup: ['server/database/test-cluster.ts'],
          pool: 'forks',
          sequence: { groupOrder: 1 },
          testTimeout: long ? 1_800_000 : 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
