import { forgetRules, readRules, storeRules, storedRules, type Rules } from './rules.js';

/** How long a request waits for news of an answer, in milliseconds: a release may overtake the message. */
export const patience = 2000;

export interface KnownRules {
  /** Without waiting; undefined until they are read. */
  now(): Rules | undefined;
  read(): Promise<Rules | undefined>;
  /** Resolves at the next news, or when there is none for a while. */
  news(): Promise<void>;
}

/**
 * Keeps what the site's pages say of the answers.
 * @param isOurs false in a site's own worker, which is the site's to install and to remove
 */
export function followPages(worker: ServiceWorkerGlobalScope, isOurs: boolean): KnownRules {
  let rules: Rules | undefined;
  let reading: Promise<void> | undefined;
  let told = (): void => {};
  let next = new Promise<void>((resolve) => (told = resolve));

  const learn = async (value: unknown): Promise<void> => {
    if (value === 'dismiss') {
      await forgetRules();
      if (isOurs) await worker.registration.unregister();
      rules = { hosts: null, policy: '', blank: '' };
    } else {
      const said = readRules(value);
      if (!said) return;
      rules = said;
      await storeRules(said);
    }
    told();
    next = new Promise((resolve) => (told = resolve));
  };
  worker.addEventListener('message', (event) => {
    const { sluis } = Object(event.data);
    if (sluis) event.waitUntil(learn(sluis));
  });

  const read = async (): Promise<Rules | undefined> => {
    reading ??= storedRules().then((stored) => void (rules ??= stored));
    await reading.catch(() => (reading = undefined));
    // An active worker was told: its cache has been cleared. The page's own gate stands without it.
    if (!rules && isOurs && worker.registration.active) await worker.registration.unregister();
    return rules;
  };

  return {
    now: () => rules,
    read,
    news: () => Promise.race([next, new Promise<void>((resolve) => setTimeout(resolve, patience))]),
  };
}
