import type { Service } from '@sluis/schema';
import { whenParsed } from './when-parsed.js';

type Queue = unknown[];

declare global {
  interface Window {
    dataLayer?: Queue;
    gtag?: (...command: unknown[]) => void;
    _paq?: Queue;
    uetq?: Queue;
  }
}

/**
 * The site's own calls come before the vendors' held scripts. These are the queues that those scripts
 * drain when they start, and that the vendors' own snippets leave alone when they exist. gtag's
 * commands must be `arguments` objects: it ignores arrays.
 */
export function keepQueues(): void {
  const queue = (window.dataLayer ??= []);
  window.gtag ??= function () {
    // eslint-disable-next-line prefer-rest-params
    queue.push(arguments);
  };
  window._paq ??= [];
  window.uetq ??= [];
}

/** Keeps the calls to each service, as soon as its queues are known, and hands them over once it passes. */
export function createHandOver(): (service: Service, passes: boolean) => void {
  const kept: Record<string, () => void> = {};
  return ({ queues }, passes) => {
    for (const name of queues) {
      const handOver = (kept[name] ??= keepCalls(name));
      if (passes) handOver();
    }
  };
}

/**
 * For vendors whose snippet does nothing when its function is there already (`fbq`): the stub stands
 * in only where no snippet did by the end of the document, and steps aside at release. The
 * snippet then makes its own function, which is given what was kept.
 * @returns call at release
 */
function keepCalls(name: string): () => void {
  const calls: unknown[][] = [];
  const globals: Record<string, unknown> = Object(window);
  // Under the name that vendors' own snippets give it: see `bounds.ts`.
  const stub = Object.assign((...call: unknown[]): void => void calls.push(call), { queue: calls });

  whenParsed(() => (globals[name] ??= stub));

  return () => {
    if (globals[name] !== stub) return;
    Object.defineProperty(window, name, {
      configurable: true,
      get: () => undefined,
      set(value: unknown) {
        Object.defineProperty(window, name, {
          value,
          writable: true,
          configurable: true,
          enumerable: true,
        });
        queueMicrotask(() => {
          if (typeof value === 'function') for (const call of calls) value(...call);
        });
      },
    });
  };
}
