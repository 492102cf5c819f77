import type { BrowserContext, Page } from '@playwright/test';
import type { Site } from './serve.js';

/** The processor that the budgets are for is this many times slower. */
export const slowDown = 4;

/** CPU milliseconds, at four times slow-down. DESIGN.md section 10. */
export const visitBudget = { first: 12, returning: 6, task: 16 };

/** A page in its own process already, so that the slow-down holds when the measured one loads. */
export async function slowPage(context: BrowserContext, site: Site, name: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(site.url(name, '/empty'));
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowDown });
  return page;
}
