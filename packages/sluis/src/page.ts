import {
  isAnswered,
  laterOf,
  standingOf,
  verdictForPurpose,
  type Situation,
  type Standing,
} from '@sluis/consent';
import type { Gate } from '@sluis/gate';
import {
  closedPolicy,
  completePolicy,
  fingerprint,
  isDevelopment,
  matchesKey,
  type Policy,
  type Purpose,
  type SluisConfig,
  type SluisError,
} from '@sluis/schema';
import { mirrorName, readMirrorText, readPlace, type Mirror, type Side } from '@sluis/storage';
import { createEvents, type Events } from './events.js';
import { hasPrivacySignal } from './has-privacy-signal.js';

/** What holds on this page now. Head and desk share it; nothing else does. */
export interface Page extends Events {
  readonly config: unknown;
  /** Is this the development build? The chunks are the same for both. */
  readonly isDevelopment: boolean;
  /** Fingerprint of the configuration. */
  readonly configMark: string;
  /** Where the chunks lie, with a closing slash; empty where a bundler knows. */
  readonly assets: string;
  /** There once the relay is open: see `openRelay`. */
  route?(address: unknown, isScript?: boolean): unknown;
  /** There once the page is guarded. */
  gate?: Gate;
  policy: Policy;
  /**
   * Was this configuration found sound, now or when the mirror was written? Until then nothing counts
   * as granted.
   */
  sound: boolean;
  /** Did `identify()` succeed here? */
  identified: boolean;
  /** As `identify()` was given it, while somebody is signed in: it is nowhere else than in memory. */
  token?: string;
  /** The policy for those who have not signed in, where signing in has changed it (S17). */
  visitors?: Policy;
  signOut(): void;
  /** What was held here, as kind and name: `request www.x.example/pixel.gif`. See `inspect.ts`. */
  readonly noted: Set<string>;
  note(what: string): void;
  /**
   * A frame is held, or an element of ours has come into the page or left it. The head fetches the desk for it,
   * which then takes this over.
   */
  lookAround(): void;
  readonly mirrors: { [side in Side]?: Mirror };
  /** A mirror as the device has it now: another tab may have written. */
  kept(side: Side): Mirror | undefined;
  /** Takes the mirrors as the device has them now. */
  reread(): void;
  /** Tells the developer's console and whoever listens. Nothing is thrown into the host page. */
  report(error: SluisError): void;
  /** @param path of the page, where it is not the present one */
  situation(path?: string): Situation;
  /**
   * In strict mode only: what held as the page began. Its policy was written for that, with the hosts
   * of what a later `identify()` opens.
   */
  readonly begun?: Situation;
  /** From here on no configuration counts, and everything is held. */
  close(): void;
  /** For the desk, which would carry its code a second time. */
  readonly verdict: typeof verdictForPurpose;
  find(purpose: string): Purpose | undefined;
  standing(purpose: string): Standing;
  isAnswered(): boolean;
  allows(purpose: string): boolean;
}

/** More is not remembered: a page that makes up names without end must not fill the memory. */
const mostNoted = 200;

/** Are there events to be told apart, or calls to be mended? */
function isBound({ purposes, services }: Policy): boolean {
  return purposes.some(({ events }) => events) || services.some((one) => one.googleAnalytics);
}

/** Reads every text that gate and desk will read, so that one of the wrong kind shows here and not at a tag. */
function proveReadable({ allow, languages, purposes, services, sensitivePaths }: Policy): void {
  const lists = [
    allow,
    languages,
    sensitivePaths,
    ...services.flatMap((one) => [one.hosts, one.cookies, one.storage, one.disable, one.queues]),
    ...purposes.flatMap((one) => [one.services, one.consentMode]),
  ];
  for (const list of lists) list.forEach((text) => text.endsWith(''));
}

/** Whether it is right is the desk's question. What cannot even be read counts as no configuration. */
function complete(config: unknown): Policy {
  try {
    const policy = completePolicy(config as SluisConfig); // proven by what follows
    proveReadable(policy);
    return policy;
  } catch {
    return closedPolicy;
  }
}

// eslint-disable-next-line max-lines-per-function -- one table of what holds on the page
export function createPage(config: unknown, assets: string): Page {
  const events = createEvents();
  // Once: no script can unsay it while the document is there.
  const isMarked = document.documentElement.hasAttribute('data-sluis-sensitive');
  const configMark = fingerprint(JSON.stringify(config) ?? '');

  const page: Page = {
    ...events,
    config,
    isDevelopment,
    configMark,
    assets,
    policy: config === undefined ? closedPolicy : complete(config),
    sound: false,
    identified: false,
    signOut() {
      page.identified = false;
      page.policy = page.visitors ?? page.policy;
    },
    noted: new Set(),
    note(what) {
      if (page.noted.size < mostNoted) page.noted.add(what);
    },
    lookAround() {},
    mirrors: {},
    kept: (side) => readMirrorText(readPlace(mirrorName(side, page.policy.scope))),
    reread() {
      for (const side of ['device', 'account'] as const) page.mirrors[side] = page.kept(side);
    },
    report(error) {
      console.error(error.message);
      events.emit('error', error);
    },
    situation: (path = location.pathname) => ({
      policy: page.policy,
      state: page.sound
        ? laterOf(page.mirrors.device?.state ?? {}, page.mirrors.account?.state ?? {})
        : {},
      identified: page.identified,
      sensitive: isMarked || matchesKey(page.policy.sensitivePaths, path),
      signal: hasPrivacySignal(page.policy),
      now: Date.now(),
    }),
    close() {
      page.sound = false;
      page.policy = closedPolicy;
    },
    verdict: verdictForPurpose,
    find: (id) => page.policy.purposes.find((purpose) => purpose.id === id),
    standing(id) {
      const purpose = page.find(id);
      return purpose ? standingOf(purpose, page.situation()) : 'refused';
    },
    isAnswered: () => isAnswered(page.situation()),
    allows(id) {
      const purpose = page.find(id);
      if (page.standing(id) !== 'allowed') return false;
      if (purpose?.identified && !page.identified) return false;
      return purpose?.control !== 'switch' || !page.situation().sensitive;
    },
  };
  page.reread();
  page.sound =
    page.mirrors.device?.config === configMark || page.mirrors.account?.config === configMark;
  const begun = { ...page.situation(), identified: true };
  // Until `bounds.ts` is there nothing counts as granted.
  if (isBound(page.policy)) page.sound = false;
  return page.policy.gate === 'strict' ? Object.assign(page, { begun }) : page;
}
