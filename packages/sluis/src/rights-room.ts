import { answerBy } from '@sluis/consent';
import { SluisError } from '@sluis/schema';
import { fileRequest, readCases } from '@sluis/sync';
import type { Asked, Filed, Right } from '@sluis/ui';
import type { Page } from './page.js';

/** By which the server knows who asks. @throws {SluisError} N04 when nobody is signed in */
function proofOf({ token, policy }: Page): readonly [base: string, token: string] {
  if (!policy.backend || !token) throw new SluisError('N04', 'request', 'nobody is signed in');
  return [policy.backend, token];
}

/** The server's word for it. */
const human = 'human-review';

function filedIn({ number, right, at }: Awaited<ReturnType<typeof fileRequest>>): Filed {
  // The server keeps no right that the page has no name for.
  const named = (right === human ? 'human' : right) as Right;
  return { number, right: named, answerBy: answerBy(at) };
}

/** Uses a right of the person that is signed in, at the site's own server. */
export async function request(page: Page, { right, purpose, text }: Asked): Promise<Filed> {
  return filedIn(
    await fileRequest(...proofOf(page), {
      right: right === 'human' ? human : right,
      ...(purpose !== undefined && { purpose }),
      ...(text && { text }),
    }),
  );
}

/** What that person asked before. */
export async function requests(page: Page): Promise<readonly Filed[]> {
  return (await readCases(...proofOf(page))).map(filedIn);
}
