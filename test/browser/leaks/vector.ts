/** Where a vector sends to, and by which key it stores. */
export interface Target {
  /** An address at the other party; the extension decides what it answers. */
  url(extension: string): string;
  readonly host: string;
  /** Name of the cookie, storage key or database. */
  readonly key: string;
  /** UDP port of a STUN server. */
  readonly stun: number;
}

export type Group = 'markup' | 'dom' | 'net' | 'cssom' | 'storage';

/** A piece of HTML or script for a target. */
export type Text = (target: Target) => string;

/** One way to reach another party, or to store its ids. */
export interface Vector {
  readonly name: string;
  readonly group: Group;
  readonly head?: Text;
  readonly body?: Text;
  /** Runs at the load event, when the parser's observer is gone; `early` ones run while it parses. */
  readonly script?: Text;
  readonly early?: true;
  /** It fires when the page is left. */
  readonly leaves?: true;
  /** It changes the page for others, so it cannot share one. */
  readonly alone?: true;
  /** Counts connections instead of requests. */
  readonly connects?: true;
  /** An expression for what is stored, `undefined` when nothing is. */
  readonly stored?: Text;
}
