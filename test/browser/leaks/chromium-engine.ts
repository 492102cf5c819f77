import { chromium, type CDPSession } from '@playwright/test';
import { findBrowser } from '../find-browser.mjs';
import type { Doors, Engine, EnginePage } from './engine.ts';

/**
 * Asked over the protocol and not by `page.evaluate`, which evaluates in the page and so needs what a
 * policy may forbid, and which always activates.
 */
async function evaluate(
  session: CDPSession,
  expression: string,
  userGesture: boolean,
): Promise<unknown> {
  try {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression,
      userGesture,
      awaitPromise: true,
      returnByValue: true,
    });
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
  return {
    name: 'chromium',
    lanes: 4,
    async open(url): Promise<EnginePage> {
      const page = await context.newPage();
      await page.goto(url);
      const session = await context.newCDPSession(page);
      return {
        go: async (url) => void (await page.goto(url)),
        evaluate: (expression) => evaluate(session, expression, false),
        act: (expression) => evaluate(session, expression, true),
        close: () => page.close(),
      };
    },
    close: () => context.close(),
  };
}
