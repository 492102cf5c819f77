import { hasRecord } from './has-record.js';
import { isBound } from './is-bound.js';
import type { Page } from './page.js';

/**
 * Does nothing of another party pass as yet, and is nothing refused by the browser's signal either? What passes
 * would show a mistake in the configuration, and what is refused may have left something to clear away.
 */
function holdsAll({ policy, standing }: Page): boolean {
  return (
    !policy.allow.length &&
    policy.unknown !== 'allow' &&
    policy.purposes.every(({ id, control }) => control === 'switch' && standing(id) === 'open')
  );
}

/**
 * Is there nothing to do here but to ask? Nobody has answered on this device, nothing passes before an
 * answer, and nothing has to be looked up or carried over. Then the validator too can wait: whatever the
 * mistake, all is held, and no answer is taken before it has looked.
 */
export async function waitsForAnswer(page: Page): Promise<boolean> {
  const { mirrors, policy } = page;
  const isAsking = policy.banner !== 'none' && policy.gate !== 'report' && !page.isAnswered();
  if (!isAsking || mirrors.device || mirrors.account) return false;
  if (policy.catalogued.length || policy.import || isBound(policy)) return false;
  if (navigator.serviceWorker?.controller) return false; // it waits for news
  return holdsAll(page) && !(await hasRecord());
}
