import { matchesHost } from '@sluis/schema';
import { isFirstParty } from '../first-party.js';
import { patience, type KnownRules } from './follow-pages.js';
import { otherListeners, type Answer } from './other-listeners.js';
import type { Rules } from './rules.js';
import { withPolicy } from './with-policy.js';

/** What gets a policy of its own: pages, also in frames, and workers. */
const documents = ['document', 'iframe', 'frame', 'object', 'embed', 'worker', 'sharedworker'];

function passes(hostname: string, rules: Rules | undefined): boolean {
  return rules?.hosts === null || matchesHost(rules?.hosts ?? [], hostname, '/');
}

/**
 * Refuses what goes to a host that does not pass, and adds the policy to the site's own documents. The
 * rest goes the browser's own way, as if there were no worker.
 */
export function holdRequests(
  worker: ServiceWorkerGlobalScope,
  { now, read, news }: KnownRules,
): void {
  const { fetch } = worker;
  const isOwn = (hostname: string): boolean => isFirstParty(hostname, worker.location.hostname);

  /** Waits a little when the answer may be on its way: news of how things stood before may come first. */
  const mayPass = async (hostname: string): Promise<boolean> => {
    const end = Date.now() + patience;
    let may = passes(hostname, await read());
    while (!may && Date.now() < end) {
      await news();
      may = passes(hostname, now());
    }
    return may;
  };

  const others = otherListeners(worker);

  const serve = async (event: FetchEvent, answer: Answer | undefined): Promise<Response> => {
    const response =
      (await answer) ?? (await event.preloadResponse) ?? (await fetch(event.request));
    const { policy, blank } = (await read()) ?? {};
    return policy && event.request.url !== blank ? withPolicy(response, policy) : response;
  };

  others.listen((event) => {
    const { request } = event;
    const { protocol, hostname } = new URL(request.url);
    const rules = now();
    if (!protocol.startsWith('http')) return;
    if (!isOwn(hostname) && !passes(hostname, rules)) {
      const may = mayPass(hostname);
      event.respondWith(may.then((passes) => (passes ? fetch(request) : Response.error())));
      return;
    }
    const answer = others.ask(event);
    const isDocument = isOwn(hostname) && documents.includes(request.destination);
    if (isDocument && (!rules || rules.policy)) event.respondWith(serve(event, answer));
    else if (answer) event.respondWith(answer);
  });

  // What the worker itself sends is not an event.
  worker.fetch = async (input, init) => {
    const { hostname } = new URL(Object(input).url ?? input, worker.location.href);
    if (isOwn(hostname) || (await mayPass(hostname))) return fetch(input, init);
    throw new TypeError('Failed to fetch');
  };
}
