import { createBases } from './bases.js';
import { interceptAttributeNodes } from './intercept/attribute-nodes.js';
import { interceptAttributes } from './intercept/attributes.js';
import { interceptConnections } from './intercept/connections.js';
import { interceptCookies } from './intercept/cookies.js';
import { interceptDatabases } from './intercept/databases.js';
import { interceptFetch } from './intercept/fetch.js';
import { interceptFrames } from './intercept/frames.js';
import { interceptFunctionText } from './intercept/function-text.js';
import { interceptInsertion } from './intercept/insertion.js';
import { interceptMarkup } from './intercept/markup.js';
import { interceptNavigation } from './intercept/navigation.js';
import { interceptParser } from './intercept/parser.js';
import { interceptRegistration } from './intercept/registration.js';
import { interceptRefused } from './intercept/refused.js';
import { interceptRequest } from './intercept/request.js';
import { interceptStorage } from './intercept/storage.js';
import { interceptWorkers } from './intercept/workers.js';
import type { Judge } from './judge.js';
import type { Core, Keeper, Realm, Wrote } from './keeper.js';
import { lateWorkers } from './late-workers.js';
import { createParking } from './parking.js';
import { createQueue } from './queue.js';
import { createRefusals, type Refused } from './refusals.js';
import type { Held, Release } from './release.js';
import { createShowPolicy, type ShowRules } from './show-policy.js';
import { createRunning } from './running.js';
import { trustIn } from './trust-in.js';
import { createVerdicts } from './verdicts.js';
import type { Workers } from './worker-call.js';

export interface Gate {
  /**
   * The judge's answers may have changed: refuses what is dropped, releases what passes by now.
   * @param withdrawn does something not pass any more that did?
   */
  reconsider(withdrawn: boolean): void;
  readonly trusted: Keeper['trusted'];
  /** Held frames in the page, those below its shadow roots too. */
  frames(): readonly HTMLIFrameElement[];
  /** What the policy refused, for the release to send again; what is taken out is not. */
  readonly refused: Refused;
  /**
   * Lets this do the releasing. Its code is not needed before an answer, so it is not in the page's
   * first script.
   */
  releaseBy(openRelease: (held: Held) => Release): void;
}

interface Options {
  /** Is this host the site itself? See `isFirstParty`. */
  firstParty(host: string): boolean;
  readonly route: Keeper['route'];
  /** What may be shown now; nothing when everything may. */
  show(): ShowRules | undefined;
  /** A blank page of the site's own, which the policy does not reach. */
  readonly blank: string;
  /** May this service worker be installed, whatever the answers? */
  mayRegister(address: unknown): boolean;
  readonly wrote: Wrote;
  /** Called when a marked template may have come in or a frame was parked, and after each release. */
  template(): void;
  /** What starts workers, fetched at the page's first. See `openWorkers`. */
  workers(): Promise<(core: Core) => Workers>;
}

const interceptors = [
  interceptFunctionText,
  interceptParser,
  interceptAttributes,
  interceptAttributeNodes,
  interceptMarkup,
  interceptInsertion,
  interceptFrames,
  interceptFetch,
  interceptRequest,
  interceptConnections,
  interceptRegistration,
  interceptDatabases,
  interceptWorkers,
  interceptNavigation,
  interceptRefused,
  interceptCookies,
  interceptStorage,
];

function isHeldFrame(one: Element): one is HTMLIFrameElement {
  return one.isConnected && one.matches('iframe[data-sluis-src]');
}

/**
 * Stands between the page and every other party. Must run before the page's first tag; what the
 * judge does not let pass is held or refused, and given back in the running page.
 */
export function installGate(
  realm: Realm,
  judge: Judge,
  { firstParty, show, blank, workers: load, ...page }: Options,
): Gate {
  const { document } = realm;
  const queue = createQueue();
  const { watch, stop } = createRunning();
  const trusted = trustIn(realm);
  const bases = createBases(realm);
  const base = (): string => bases.of(document);
  const verdicts = createVerdicts(realm, judge, firstParty, base);
  const tools = { ...page, judge, base, ...verdicts, when: queue.when, trusted };
  const policy = createShowPolicy(realm);
  policy.hold(show());
  let release: Release | undefined;
  const parking = createParking(realm, { ...tools, policy, bases, release: () => release });
  const { refused, hear } = createRefusals(policy, () => release);
  const documents = new Set<Document>();
  let stale = false;

  const workers = lateWorkers(load, () => keeper);
  const keeper: Keeper = {
    ...tools,
    ...parking,
    refused: hear,
    aim: (frame, address, run) => (release ? release.aim(frame, address, run) : run()),
    watch,
    startWorker: workers.start,
    isStale: () => stale || bases.any(),
    enter(window) {
      const inside = window as Realm;
      if (documents.has(inside.document)) return;
      for (const one of documents) if (!one.defaultView) documents.delete(one);
      documents.add(inside.document);
      for (const intercept of interceptors) intercept(keeper, inside);
    },
  };
  keeper.enter(realm);

  return {
    trusted,
    refused,
    frames: () => [...parking.parked([document])].filter(isHeldFrame),
    reconsider(withdrawn) {
      stale ||= withdrawn;
      queue.settle();
      stop();
      workers.tell();
      release?.stop();
      (release?.all ?? page.template)();
    },
    releaseBy(openRelease) {
      const found = { realm, policy, show, documents, refused, blank };
      release = openRelease({ ...keeper, ...parking, ...queue, ...found });
      release.stop();
      release.all();
    },
  };
}
