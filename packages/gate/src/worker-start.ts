import type { Realm } from './keeper.js';
import type { Rules } from './rules.js';

/** The way from page to workers, and back for a worker that asks. */
export const channelName = 'sluis-workers';

/** What goes over it: the page's id and its rules; an empty message asks for them. */
export type News = readonly [page: string, rules: Rules];

/** What the gate inside a worker is told when it starts. */
export interface WorkerStart {
  /** Address of `worker.js`, for workers within the worker. */
  readonly gate: string;
  /** Whose news counts. A shared worker follows every page, and asks for the rules. */
  readonly page?: string;
  readonly rules?: Rules;
  /** Address of the worker's own script, where its text does not follow at once. */
  readonly url?: string;
  readonly module?: boolean;
}

/** Where the gate inside a worker waits for its start. */
export const startKey: unique symbol = Symbol.for('sluis');

/** Code before other code in its first line would turn its strict mode off. */
const strict = /^\s*(?:\/\/.*\s+|\/\*[^]*?\*\/\s*)*(["'])use strict\1/;

/**
 * The address to start a worker from, with the gate in it: text stays in the lines where it was, an
 * own script keeps one address whatever the rules are, so that a shared worker stays the same one.
 * @param text what stands behind a `data:` or `blob:` address
 */
export function gatedAddress(
  { Blob, URL, setTimeout }: Realm,
  url: string,
  text: string | null | undefined,
  start: WorkerStart,
  module: boolean,
): string {
  if (text === undefined)
    return `${start.gate}#${encodeURIComponent(JSON.stringify({ ...start, url, module }))}`;
  const gate = JSON.stringify(start.gate);
  const gated = `${
    module
      ? `import${gate}`
      : `${strict.test(text ?? '') ? '"use strict";' : ''}importScripts(self.trustedTypes?trustedTypes.createPolicy("sluis",{createScriptURL:u=>u}).createScriptURL(${gate}):${gate})`
  };self[Symbol.for("sluis")](${JSON.stringify(start)});${text}`;
  // A module that has no origin could not import the gate.
  if (url.startsWith('data:') && !module)
    return `data:text/javascript,${encodeURIComponent(gated)}`;
  const made = URL.createObjectURL(new Blob([gated], { type: 'text/javascript' }));
  setTimeout(() => URL.revokeObjectURL(made), 60_000); // long after the browser has read it
  return made;
}
