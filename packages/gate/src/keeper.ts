import type { Judge, Verdict } from './judge.js';

/** A window with its own constructors: the page's, or that of a same-origin blank frame in it. */
export type Realm = Window & typeof globalThis;

export type Ask = () => Verdict;

/** What every interceptor works with. One for the page and all of its blank frames. */
export interface Keeper {
  readonly judge: Judge;
  /** The verdict on an address; what reaches no other party's host passes. */
  ask(address: unknown): Verdict;
  /** The verdict on code or markup: that of the addresses in it. */
  askText(text: string): Verdict;
  /** As `ask`, for what is run rather than shown: looks into `data:` and `blob:` too. */
  askCode(address: unknown): Verdict;
  /** Style text with other parties' addresses made inert. */
  css(text: unknown): string;
  /** Runs now, later or not at all, as the verdict is. */
  when(ask: Ask, run: () => unknown, refuse?: () => void): unknown;
  /** Takes an address away from an element when its verdict is not `pass`; says whether it did. */
  guard(element: Element, name: string, value: unknown): boolean;
  /** The value that may be set: style text made inert, a frame's markup with the gate in front of it. */
  rewrite(element: Element, name: string, value: unknown): unknown;
  /** Guards everything in a tree. Says whether it changed anything. */
  scan(root: Node): boolean;
  /** Guards one element. */
  inspect(element: Element): boolean;
  /** Remembers a style sheet into which inert addresses went. */
  touched(sheet: CSSStyleSheet): void;
  /** May this service worker be installed, whatever the answers? */
  mayRegister(address: unknown): boolean;
  /** A marked template may have come in. */
  template(): void;
  /** Puts the gate into a window that shares our origin, once. */
  enter(realm: Window | null | undefined): void;
  /** The value in the type that the page's Trusted Types policy asks for. */
  trusted(kind: 'createHTML' | 'createScriptURL', value: string): string;
}
