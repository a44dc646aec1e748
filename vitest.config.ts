import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    pool: 'forks',
    // electron-store imports `electron`, which in plain Node would begin a download: inlined, it gets the stand-in of the tests.
    server: { deps: { inline: ['electron-store'] } },
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 30_000,
    reporters: ['default', 'json'],
    outputFile: { json: 'test-results/vitest.json' },
    coverage: {
      provider: 'v8',
      include: ['src-main/**/*.ts'],
      // V8 does not see into worker threads. Worker files are shims of a few lines round a function that tests call
      // directly too, and are run for real by the tests of the pool; so they are left out here, and nothing else is.
      exclude: ['src-main/**/*.worker.ts', '**/*.d.ts'],
      reporter: ['text-summary', 'json-summary', 'html'],
      reportsDirectory: 'coverage',
      thresholds: { lines: 85 },
    },
  },
})
