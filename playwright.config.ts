import { existsSync } from 'node:fs'
import { defineConfig } from '@playwright/test'

const chromium = process.env['CHROMIUM_PATH'] ?? (existsSync('/usr/bin/chromium') ? '/usr/bin/chromium' : undefined)
// Chromium's sandbox is closed to the root user, who runs the tests in a container; nobody else goes without it.
const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []

export default defineConfig({
  testDir: 'tests',
  outputDir: 'test-results/journeys',
  fullyParallel: true,
  workers: 2,
  // Under `npm test` a journey that fails is repeated once, and the closing line says how many needed it.
  retries: process.env['CI'] === undefined ? 0 : 1,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['list'], ['json', { outputFile: 'test-results/playwright.json' }]],
  use: {
    viewport: { width: 1280, height: 800 },
    actionTimeout: 15_000,
    locale: 'en-IN',
    timezoneId: 'Asia/Kolkata',
    // Recording a trace of every journey costs a third of its time: `--trace on` where one fails and its picture does not say why.
    trace: 'off',
    screenshot: 'only-on-failure',
  },
  projects: [
    {
      name: 'journeys',
      testMatch: 'journeys/**/*.journey.ts',
      use: { browserName: 'chromium', launchOptions: { args, ...(chromium && { executablePath: chromium }) } },
    },
    { name: 'electron', testMatch: 'electron/**/*.journey.ts' },
  ],
})
