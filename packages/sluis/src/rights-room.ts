import { answerBy } from '@sluis/consent';
import { SluisError } from '@sluis/schema';
import { fileRequest } from '@sluis/sync';
import type { Filed, Right } from '@sluis/ui';
import type { Page } from './page.js';

/** Uses a right of the person that is signed in, at the site's own server. */
export async function request(page: Page, right: Right, purpose?: string): Promise<Filed> {
  const { token, policy } = page;
  if (!policy.backend || !token) throw new SluisError('N04', 'request', 'nobody is signed in');
  const { number, at } = await fileRequest(policy.backend, token, {
    right: right === 'human' ? 'human-review' : right,
    ...(purpose !== undefined && { purpose }),
  });
  return { number, answerBy: answerBy(at) };
}
