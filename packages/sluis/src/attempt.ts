import { SluisError } from '@sluis/schema';
import type { Page } from './page.js';

/**
 * What does not load is told and leaves the page as it is.
 * @param what name of the chunk
 */
export async function attempt<T>(
  page: Page,
  what: string,
  work: Promise<T>,
): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    page.report(error instanceof SluisError ? error : new SluisError('N03', what, error));
    return undefined;
  }
}
