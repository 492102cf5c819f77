import { defineConfig } from '@playwright/test';
import { findBrowser } from './browser/find-browser.mjs';

/** One worker: two cores are shared by the browser, the vendors, the site and the backend. */
export default defineConfig({
  testDir: './browser',
  // Until it finds nothing more, the fuzz runs where it is asked how many cases: SLUIS_FUZZ=2000.
  testIgnore: process.env.SLUIS_FUZZ ? [] : ['fuzz/**'],
  outputDir: '../test-results',
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  retries: 0,
  reporter: process.env.SLUIS_REPORT
    ? [['list'], ['json', { outputFile: process.env.SLUIS_REPORT }]]
    : 'list',
  use: {
    headless: true,
    ignoreHTTPSErrors: true,
    launchOptions: {
      executablePath: findBrowser(),
      args: [
        '--no-sandbox',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--disable-quic',
      ],
    },
  },
});
