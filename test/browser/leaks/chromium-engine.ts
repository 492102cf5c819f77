import { setTimeout as later } from 'node:timers/promises';
import { chromium, type CDPSession } from '@playwright/test';
import { findBrowser } from '../find-browser.mjs';
import type { Doors, Engine, EnginePage } from './engine.ts';

/** Milliseconds after which an evaluation is given up: a held call must not hold the suite. */
const patience = 10_000;

/**
 * Asked over the protocol and not by `page.evaluate`, which evaluates in the page and so needs what a
 * policy may forbid, and which always activates.
 */
async function evaluate(
  session: CDPSession,
  expression: string,
  userGesture: boolean,
): Promise<unknown> {
  const late = later(patience, undefined, { ref: false }).then(() => {
    throw new Error(`Never came about: ${expression}`);
  });
  try {
    const asked = session.send('Runtime.evaluate', {
      expression,
      userGesture,
      awaitPromise: true,
      returnByValue: true,
    });
    const { result, exceptionDetails } = await Promise.race([asked, late]);
    if (exceptionDetails)
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  } catch (error) {
    if (/navigated|context was destroyed|Promise was collected/.test(String(error))) return;
    throw error;
  }
}

/** Chromium, by Playwright. */
export async function launchChromium({ port }: Doors): Promise<Engine> {
  // A context that keeps its profile, and without that flag: otherwise Chromium preconnects nowhere,
  // and two vectors could not be proven.
  const context = await chromium.launchPersistentContext('', {
    executablePath: findBrowser(),
    ignoreHTTPSErrors: true,
    ignoreDefaultArgs: ['--disable-background-networking'],
    args: [
      '--no-sandbox',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
      '--ignore-certificate-errors',
      `--host-resolver-rules=MAP * 127.0.0.1:${port}, EXCLUDE 127.0.0.1`,
    ],
  });
  // A tab costs more than a page load, so tabs are used again: each page has an origin of its own.
  const free: EnginePage[] = [];
  const newTab = async (): Promise<EnginePage> => {
    const page = await context.newPage();
    // In front of the others it would keep them from drawing.
    page.on('popup', (other) => void other.close().catch(() => {}));
    const session = await context.newCDPSession(page);
    const tab: EnginePage = {
      go: async (url) => void (await page.goto(url, { timeout: 15_000 })),
      evaluate: (expression) => evaluate(session, expression, false),
      act: (expression) => evaluate(session, expression, true),
      close: async () => void free.push(tab),
    };
    return tab;
  };
  return {
    name: 'chromium',
    lanes: 3,
    async open(url) {
      const tab = free.pop() ?? (await newTab());
      await tab.go(url);
      return tab;
    },
    close: () => context.close(),
  };
}
