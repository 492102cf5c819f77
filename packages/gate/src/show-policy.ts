import { matchesHost } from '@sluis/schema';
import type { Realm } from './keeper.js';
import { policyText } from './policy-text.js';

export interface ShowRules {
  /** Hosts that pass as the page begins, with their subdomains. */
  readonly hosts: readonly string[];
  /** Directives of the Content-Security-Policy; those for all that is shown when left out. */
  readonly directives?: readonly string[];
}

export interface ShowPolicy {
  /**
   * Writes into the page what may be shown. Acts at once, faster than the parser, and cannot be lifted again
   * (CSP3, 3.3: a policy of a meta element stays when the element goes), so only what is narrower is written.
   */
  hold(rules: ShowRules | undefined): void;
  /** Is this the text of a policy of ours? */
  wrote(text: string): boolean;
  /** The text of a policy about everything, for frames that the gate cannot enter; empty when everything may be shown. */
  whole(): string;
  /** Would the browser refuse to show this address in this element? */
  blocks(element: Element, address: string): boolean;
}

/** The root of a document of ours that no policy reaches; the release marks it. */
const unruled = '[data-sluis=frame]';

/** Elements whose addresses the policy looks at. */
const showing = /^(img|image|feimage|input|source|video|audio|track|i?frame|object|embed|link)$/i;

/** Links that show something. What the others fetch, they fetch for a script. */
const showingLink = /style|icon|image|font/i;

/** The policies of a page about what is shown: allow-lists, of which each has to let an address pass. */
export function createShowPolicy({ document }: Realm): ShowPolicy {
  const held = new Map<string, ShowRules>();
  let last: ShowRules | undefined;
  return {
    hold(rules) {
      const isHeld = ({ hosts }: ShowRules): boolean =>
        hosts.every((host) => rules?.hosts.includes(host));
      if (!rules || [...held.values()].some(isHeld)) return;
      const text = policyText(rules);
      held.set(text, (last = rules));
      const meta = document.createElement('meta');
      meta.httpEquiv = 'Content-Security-Policy';
      meta.content = text;
      document.head.append(meta);
    },
    wrote: (text) => held.has(text),
    whole: () => (last ? policyText({ ...last, directives: ['default-src'] }) : ''),
    blocks(element, address) {
      const { localName, ownerDocument, baseURI } = element;
      if (!showing.test(localName)) return false;
      if (localName === 'link') {
        const { rel, as } = element as HTMLLinkElement;
        if (!showingLink.test(rel + as)) return false;
      }
      // Blank frames have the policy of their page; `frame.html` has none.
      if (ownerDocument.documentElement?.matches(unruled)) return false;
      const { protocol, hostname } = parse(address, baseURI);
      return (
        protocol.startsWith('http') &&
        [...held.values()].some(({ hosts }) => !matchesHost(hosts, hostname, '/'))
      );
    },
  };
}

function parse(address: string, base: string): { protocol: string; hostname: string } {
  try {
    return new URL(address, base);
  } catch {
    return { protocol: '', hostname: '' };
  }
}
