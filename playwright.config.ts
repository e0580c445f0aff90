import { defineConfig } from 'playwright/test'

// The browser, the address of the running application and the folder for results come from `npm test`
// (lib/commands/browser-tests.ts), which starts the production build on a database of its own.

const PHONE = { width: 360, height: 740 }
const DESKTOP = { width: 1280, height: 900 }

const executablePath = process.env['BROWSER_EXECUTABLE']
const launchOptions = {
  ...(executablePath ? { executablePath } : {}),
  args: [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    '--disable-dev-shm-usage',
    // A microphone that beeps, and nobody to ask: voice notes are recorded for real.
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
  ],
}

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/browser',
  // Journeys wait for pages: three of them keep two processors busy.
  workers: 3,
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  timeout: 240_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL: process.env['BASE_URL'] ?? 'http://localhost:3000',
    browserName: 'chromium',
    // A place that is not there is told at once, not at the end of the journey's time.
    actionTimeout: 45_000,
    contextOptions: { reducedMotion: 'reduce' },
    // On a phone that is new to every journey it would fetch forty pages; who goes offline, and the main ways of a worker, allow it.
    serviceWorkers: 'block',
    launchOptions,
    // A trace of every step takes a good part of the time of a run: set TRACE to look into a failure.
    trace: process.env['TRACE'] ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    locale: 'en-GB',
    timezoneId: 'Asia/Tokyo',
  },
  projects: [
    // A journey whose title says @js needs a script to be worth testing, one that says @no-js is about what stands there without;
    // everything else runs both ways.
    { name: 'phone', use: { viewport: PHONE, hasTouch: true }, grepInvert: /@desktop|@no-js/ },
    { name: 'phone-no-js', use: { viewport: PHONE, javaScriptEnabled: false }, grepInvert: /@js|@desktop/ },
    { name: 'desktop', use: { viewport: DESKTOP }, grep: /@desktop/ },
  ],
})
