import { interceptAttributeNodes } from './intercept/attribute-nodes.js';
import { interceptAttributes } from './intercept/attributes.js';
import { interceptConnections } from './intercept/connections.js';
import { interceptCookies } from './intercept/cookies.js';
import { interceptDatabases } from './intercept/databases.js';
import { interceptFetch } from './intercept/fetch.js';
import { interceptFrames } from './intercept/frames.js';
import { interceptInsertion } from './intercept/insertion.js';
import { interceptMarkup } from './intercept/markup.js';
import { interceptNavigation } from './intercept/navigation.js';
import { interceptParser } from './intercept/parser.js';
import { interceptRegistration } from './intercept/registration.js';
import { interceptRefused } from './intercept/refused.js';
import { interceptRequest } from './intercept/request.js';
import { interceptScripts } from './intercept/scripts.js';
import { interceptStorage } from './intercept/storage.js';
import { interceptWorkers } from './intercept/workers.js';
import type { Judge } from './judge.js';
import type { Keeper, Realm } from './keeper.js';
import { createParking } from './parking.js';
import { createQueue } from './queue.js';
import { createRefusals, type Refused } from './refusals.js';
import type { Held, Release } from './release.js';
import { holdShown, type ShowRules } from './show-policy.js';
import { createRunning } from './running.js';
import { tellWorkers } from './tell-workers.js';
import { trustIn } from './trust-in.js';
import { createVerdicts } from './verdicts.js';

export interface Gate {
  /** The judge's answers may have changed: refuses what is dropped, releases what passes by now. */
  reconsider(): void;
  readonly trusted: Keeper['trusted'];
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
  /** Left out when everything may be shown. */
  readonly show?: ShowRules;
  /** May this service worker be installed, whatever the answers? */
  mayRegister(address: unknown): boolean;
  /** Called when a marked template may have come in, and after each release. See `createTemplates`. */
  template(): void;
  /** Address of `worker.js`, if it is known. */
  readonly worker?: string;
}

const interceptors = [
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
  interceptScripts,
  interceptCookies,
  interceptStorage,
];

/**
 * Stands between the page and every other party. Must run before the page's first tag; what the
 * judge does not let pass is held or refused, and given back in the running page.
 */
export function installGate(
  realm: Realm,
  judge: Judge,
  { firstParty, show, mayRegister, template, worker }: Options,
): Gate {
  const { document } = realm;
  const queue = createQueue();
  const { watch, stop } = createRunning();
  const trusted = trustIn(realm);
  const verdicts = createVerdicts(realm, judge, firstParty);
  const tools = { judge, ...verdicts, when: queue.when, trusted, template, mayRegister };
  const policy = holdShown(realm, show);
  let release: Release | undefined;
  const parking = createParking(realm, { ...tools, policy, release: () => release });
  const refusals = createRefusals(policy, () => release);
  const documents = new Set<Document>();

  const keeper: Keeper = {
    ...tools,
    ...parking,
    refused: refusals.hear,
    aim: (frame, address, run) => (release ? release.aim(frame, address, run) : run()),
    watch,
    base: () => document.baseURI,
    workers: worker ? tellWorkers(worker, judge.rules) : undefined,
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
    refused: refusals.refused,
    reconsider() {
      queue.settle();
      stop();
      keeper.workers?.tell();
      for (const frame of document.querySelectorAll<HTMLIFrameElement>('iframe[src]'))
        if (parking.verdictOf(frame, 'src', frame.src) !== 'pass')
          parking.guard(frame, 'src', frame.src);
      (release?.all ?? template)();
    },
    releaseBy(openRelease) {
      release = openRelease({
        ...keeper,
        ...parking,
        ...queue,
        refused: refusals.refused,
        realm,
        policy,
        documents,
        blank: show?.blank ?? '',
      });
      release.all();
    },
  };
}
