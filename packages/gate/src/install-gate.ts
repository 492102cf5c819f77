import { interceptAttributes } from './intercept/attributes.js';
import { interceptConnections } from './intercept/connections.js';
import { interceptCookies } from './intercept/cookies.js';
import { interceptFetch } from './intercept/fetch.js';
import { interceptFrames } from './intercept/frames.js';
import { interceptInsertion } from './intercept/insertion.js';
import { interceptMarkup } from './intercept/markup.js';
import { interceptNavigation } from './intercept/navigation.js';
import { interceptParser } from './intercept/parser.js';
import { interceptRegistration } from './intercept/registration.js';
import { interceptRequest } from './intercept/request.js';
import { interceptStorage } from './intercept/storage.js';
import { interceptStyles } from './intercept/styles.js';
import { holdFrames, type FrameRules } from './frame-policy.js';
import type { Judge } from './judge.js';
import type { Keeper, Realm } from './keeper.js';
import { createParking } from './parking.js';
import { createQueue } from './queue.js';
import { releaseAfterPaint } from './release.js';
import { createVerdicts } from './verdicts.js';

export interface Gate {
  /** The judge's answers may have changed: releases what passes by now, refuses what is dropped. */
  reconsider(): void;
  readonly trusted: Keeper['trusted'];
}

interface Options {
  /** Is this host the site itself? See `isFirstParty`. */
  firstParty(host: string): boolean;
  /** Left out when every frame passes. */
  readonly frames?: FrameRules;
  /** May this service worker be installed, whatever the answers? */
  mayRegister(address: unknown): boolean;
  /** Called when a marked template may have come in, and after each release. See `createTemplates`. */
  template(): void;
}

const interceptors = [
  interceptParser,
  interceptAttributes,
  interceptMarkup,
  interceptInsertion,
  interceptFrames,
  interceptFetch,
  interceptRequest,
  interceptConnections,
  interceptRegistration,
  interceptNavigation,
  interceptStyles,
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
  { firstParty, frames, mayRegister, template }: Options,
): Gate {
  const { document } = realm;
  const { when, settle, release } = createQueue();
  const verdicts = createVerdicts(realm, judge, firstParty);
  const { plain } = verdicts;
  const trusted = trustIn(realm);
  const parking = createParking(realm, {
    ...verdicts,
    when,
    trusted,
    frames: holdFrames(realm, frames),
    blank: frames?.blank ?? '',
  });
  const entered = new Set<Document>();
  const sheets = new Set<CSSStyleSheet>();

  const keeper: Keeper = {
    judge,
    ...verdicts,
    ...parking,
    when,
    trusted,
    mayRegister,
    template,
    touched: (sheet) => sheets.add(sheet),
    enter(window) {
      const inside = window as Realm;
      if (entered.has(inside.document)) return;
      for (const one of entered) if (!one.defaultView) entered.delete(one);
      entered.add(inside.document);
      for (const intercept of interceptors) intercept(keeper, inside);
    },
  };
  keeper.enter(realm);

  const work = function* (): Generator<void> {
    yield* release();
    for (const element of parking.parked([...entered])) yield parking.revive(element);
    for (const sheet of sheets) {
      for (const [index, { cssText }] of [...sheet.cssRules].entries()) {
        if (plain(cssText) === cssText) continue;
        sheet.deleteRule(index);
        sheet.insertRule(plain(cssText), index);
      }
    }
    template();
  };

  return {
    trusted,
    reconsider() {
      settle();
      for (const frame of document.querySelectorAll<HTMLIFrameElement>('iframe[src]'))
        parking.guard(frame, 'src', frame.src);
      releaseAfterPaint(realm, work);
    },
  };
}

/** Where a page asks for Trusted Types, strings reach its sinks only through a policy: ours is named `sluis`. */
function trustIn({ trustedTypes }: Realm & { trustedTypes?: TrustedTypes }): Keeper['trusted'] {
  const same = (value: string): string => value;
  let policy: Policy | undefined;
  try {
    policy = trustedTypes?.createPolicy('sluis', { createHTML: same, createScriptURL: same });
  } catch {
    // The page's own policy does not allow ours: its strings stay strings.
  }
  return (kind, value) => policy?.[kind](value) ?? value;
}

interface TrustedTypes {
  createPolicy(name: string, rules: Policy): Policy;
}

type Policy = Record<'createHTML' | 'createScriptURL', (value: string) => string>;
