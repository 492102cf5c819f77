import type { Judge } from './judge.js';
import type { Keeper, Realm } from './keeper.js';
import { interceptAttributes } from './intercept/attributes.js';
import { interceptBeacon } from './intercept/beacon.js';
import { interceptConnections } from './intercept/connections.js';
import { interceptCookies } from './intercept/cookies.js';
import { interceptFetch } from './intercept/fetch.js';
import { interceptFrames } from './intercept/frames.js';
import { interceptInsertion } from './intercept/insertion.js';
import { interceptMarkup } from './intercept/markup.js';
import { interceptNavigation } from './intercept/navigation.js';
import { interceptParser } from './intercept/parser.js';
import { interceptProperties } from './intercept/properties.js';
import { interceptRequest } from './intercept/request.js';
import { interceptStorage } from './intercept/storage.js';
import { interceptStyles } from './intercept/styles.js';
import { createParking } from './parking.js';
import { createQueue } from './queue.js';
import { createRelease } from './release.js';
import { createStyleRelease } from './style-release.js';
import { createVerdicts } from './verdicts.js';

export interface Gate {
  /** The judge's answers may have changed: releases what passes by now, refuses what is dropped. */
  reconsider(): void;
}

interface Options {
  /** Is this host the site itself? See `isFirstParty`. */
  firstParty(host: string): boolean;
}

const interceptors = [
  interceptParser,
  interceptProperties,
  interceptAttributes,
  interceptMarkup,
  interceptInsertion,
  interceptFrames,
  interceptFetch,
  interceptRequest,
  interceptBeacon,
  interceptConnections,
  interceptNavigation,
  interceptStyles,
  interceptCookies,
  interceptStorage,
];

/**
 * Stands between the page and every other party. Must run before the page's first tag; what the
 * judge does not let pass is held or refused, and given back in the running page.
 */
export function installGate(realm: Realm, judge: Judge, { firstParty }: Options): Gate {
  const { document } = realm;
  const queue = createQueue();
  const verdicts = createVerdicts(realm, judge, firstParty);
  const trusted = trustIn(realm);
  const parking = createParking(realm, { ...verdicts, when: queue.when, trusted });
  const styles = createStyleRelease(realm, verdicts.plain);
  const entered = new WeakSet<Document>();

  const keeper: Keeper = {
    judge,
    ...verdicts,
    ...parking,
    when: queue.when,
    touched: styles.touched,
    trusted,
    enter(window) {
      try {
        const inside = window as Realm;
        if (entered.has(inside.document)) return;
        entered.add(inside.document);
        for (const intercept of interceptors) intercept(keeper, inside);
      } catch {
        // Another origin's window: out of reach, as it is for the page.
      }
    },
  };
  keeper.enter(realm);

  const release = createRelease(realm, function* () {
    yield* queue.release();
    for (const element of parking.parked()) {
      parking.revive(element);
      yield;
    }
    styles.release();
  });

  return {
    reconsider() {
      queue.settle();
      for (const frame of document.querySelectorAll<HTMLIFrameElement>('iframe[src]')) {
        const { src, contentWindow } = frame;
        if (src && parking.guard(frame, 'src', src)) contentWindow?.location.replace('about:blank');
      }
      release();
    },
  };
}

/** Where a page asks for Trusted Types, strings reach its sinks only through a policy: ours is named `sluis`. */
function trustIn({ trustedTypes }: Realm & { trustedTypes?: TrustedTypes }): Keeper['trusted'] {
  const same = (value: string): string => value;
  try {
    const policy = trustedTypes?.createPolicy('sluis', { createHTML: same, createScriptURL: same });
    return (kind, value) => policy?.[kind](value) ?? value;
  } catch {
    return (_, value) => value;
  }
}

interface TrustedTypes {
  createPolicy(name: string, rules: Pick<Policy, 'createHTML' | 'createScriptURL'>): Policy;
}

interface Policy {
  createHTML(value: string): string;
  createScriptURL(value: string): string;
}
