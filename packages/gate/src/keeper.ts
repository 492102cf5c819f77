import type { Judge, Verdict } from './judge.js';
import type { Stoppable } from './running.js';
import type { StartWorker } from './worker-call.js';

/** A window with its own constructors: the page's, or that of a same-origin blank frame in it. */
export type Realm = Window & typeof globalThis;

export type Ask = () => Verdict;

/**
 * A cookie is being written.
 * @param cookie its text, or what `cookieStore.set` was given
 * @param write writes it once more, by the native function
 */
export type Wrote = (name: string, cookie: unknown, write: (args: unknown[]) => unknown) => void;

/** What every interceptor works with. One for the page and all of its blank frames. */
export interface Keeper {
  readonly judge: Judge;
  /** The verdict on an address; what reaches no other party's host passes. */
  ask(address: unknown, base?: string): Verdict;
  /**
   * The address to which something is sent instead: that of the site's own relay, once it may go there.
   * For a `Request` it is a promise of another one, whose body has to be read.
   * @param isScript scripts of a vendor are the same for everybody
   */
  route(address: unknown, isScript?: boolean): unknown;
  /** Is it at another party's host? */
  isOther(address: unknown): boolean;
  /** The verdict on code or markup: that of the addresses in it. */
  askText(text: string): Verdict;
  /** The verdict on JSON that the browser acts upon: speculation rules, bundles. */
  askJson(text: string): Verdict;
  /** As `ask`, for what is run rather than shown: looks into `data:` and `blob:` too. */
  askCode(address: unknown, base?: string): Verdict;
  /** The text behind a `data:` or `blob:` address; null when it cannot be read, undefined for other addresses. */
  textOf(address: unknown): string | null | undefined;
  /** The page behind a `data:` or `blob:` address. */
  htmlOf(address: unknown): string | undefined;
  /** What relative addresses are relative to. */
  base(): string;
  /** Remembers what is under way, to end it when its verdict becomes `drop`. */
  watch(ask: Ask, made: Stoppable): void;
  /** Starts a worker with the gate in it. */
  readonly startWorker: StartWorker;
  /**
   * Runs now, later or not at all, as the verdict is.
   * @param key of what waits under one key only the last is kept: a tracker that writes its cookie each
   * second does not push out others' hits
   */
  when(ask: Ask, run: () => unknown, refuse?: () => void, key?: string): unknown;
  /** Takes an address away from an element when its verdict is not `pass`; says whether it did. */
  guard(element: Element, name: string, value: unknown): boolean;
  /** What a frame is to show, with the gate in front of it: markup, or the address behind which it is. */
  dress(element: Element, name: string, value: unknown): unknown;
  /** Guards everything in a tree. Says whether it changed anything. */
  scan(root: Node): boolean;
  /** Guards one element. */
  inspect(element: Element): boolean;
  /** May this service worker be installed, whatever the answers? */
  mayRegister(address: unknown): boolean;
  /** Keeps a script from running whose text imports what may not pass. Says whether it did. */
  silence(script: Element, text: string): boolean;
  readonly wrote: Wrote;
  /** A marked template may have come in, or a frame was parked. */
  template(): void;
  /** What the policy of the page refused to show: for the release. */
  refused(event: SecurityPolicyViolationEvent): void;
  /** Sends a frame of the page somewhere, past the policy of the page. */
  aim(frame: Element | null, address: unknown, run: () => unknown): unknown;
  /** Puts the gate into a window that shares our origin, once. */
  enter(realm: Window | null | undefined): void;
  /** May an address have another verdict than when it was set: after a withdrawal, or under another base? */
  isStale(): boolean;
  /** The value in the type that the page's Trusted Types policy asks for. */
  trusted(kind: 'createHTML' | 'createScriptURL', value: string): string;
}

/** The part that a worker has as well: it has no elements. */
export type Core = Pick<
  Keeper,
  | 'judge'
  | 'ask'
  | 'route'
  | 'askText'
  | 'askCode'
  | 'textOf'
  | 'isOther'
  | 'base'
  | 'when'
  | 'watch'
  | 'trusted'
  | 'startWorker'
>;
