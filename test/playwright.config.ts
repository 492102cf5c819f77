import { defineConfig } from '@playwright/test';
import { findBrowser } from './browser/find-browser.mjs';

/** One worker: two cores are shared by the browser, the vendors, the site and the backend. */
export default defineConfig({
  testDir: './browser',
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
