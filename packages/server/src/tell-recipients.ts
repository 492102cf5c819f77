import type { Right } from './case.js';
import type { RecipientHook } from './server-options.js';

export interface Told {
  readonly told: readonly string[];
  readonly untold: readonly string[];
}

async function tell({ url }: RecipientHook, body: string): Promise<boolean> {
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      const answer = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
        redirect: 'error',
        signal: AbortSignal.timeout(2000),
      });
      if (answer.ok) return true;
    } catch {
      // Tried again; who was not reached is told as such.
    }
  }
  return false;
}

/**
 * One call per recipient (GDPR art. 19), each tried three times.
 * @param subject as the site's own token names the person, which recipients know
 */
export async function tellRecipients(
  recipients: readonly RecipientHook[],
  right: Right,
  subject: string,
  text: string | undefined,
): Promise<Told> {
  const body = JSON.stringify({ right, subject, text });
  const reached = await Promise.all(recipients.map((one) => tell(one, body)));
  const names = (is: boolean): string[] =>
    recipients.filter((_, index) => reached[index] === is).map(({ name }) => name);
  return { told: names(true), untold: names(false) };
}
