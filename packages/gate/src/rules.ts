import { matchesHost, matchesKey } from '@sluis/schema';
import type { Judge, Verdict } from './judge.js';
import { strictest } from './verdicts.js';

/** All that a judge knows, as data: a worker cannot ask the page. */
export interface Rules {
  /** Host patterns of the site itself, and of what is always let through. */
  readonly pass: readonly string[];
  readonly services: readonly {
    readonly hosts: readonly string[];
    readonly storage: readonly string[];
    readonly verdict: Verdict;
  }[];
  /** For a host that no service names. */
  readonly rest: Verdict;
}

/** A judge by rules that may change. */
export function judgeBy(rules: () => Rules): Judge {
  return {
    host(host, path) {
      const { pass, services, rest } = rules();
      if (matchesHost(pass, host, path)) return 'pass';
      const found = services.filter(({ hosts }) => matchesHost(hosts, host, path));
      return found.length ? strictest(found.map(({ verdict }) => verdict)) : rest;
    },
    cookie: () => 'pass', // workers of a page write none
    storage: (key) =>
      strictest(
        rules()
          .services.filter(({ storage }) => matchesKey(storage, key))
          .map(({ verdict }) => verdict),
      ),
  };
}
