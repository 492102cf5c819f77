import { matchesHost } from '@sluis/schema';
import type { Realm } from './keeper.js';
import { policyText } from './policy-text.js';

export interface ShowRules {
  /** Hosts that pass as the page begins, with their subdomains. */
  readonly hosts: readonly string[];
  /** Directives of the Content-Security-Policy; those for all that is shown when left out. */
  readonly directives?: readonly string[];
  /** A blank page of the site's own, which the policy does not reach. */
  readonly blank: string;
}

export interface ShowPolicy {
  /** The text of the policy; empty when everything may be shown. */
  readonly text: string;
  /** Would the browser refuse to show this address in this element? */
  blocks(element: Element, address: string): boolean;
}

/** The root of a document of ours that no policy reaches; the release marks it. */
const unruled = '[data-sluis=frame]';

/** Elements whose addresses the policy looks at. */
const showing = /^(img|image|feimage|input|source|video|audio|track|i?frame|object|embed|link)$/i;

/** Links that show something. What the others fetch, they fetch for a script. */
const showingLink = /style|icon|image|font/i;

/**
 * Writes the policy into the page: an allow-list. It acts at once, faster than the parser, and cannot
 * be lifted again (CSP3, 3.3: a policy of a meta element stays when the element goes).
 */
export function holdShown({ document }: Realm, rules: ShowRules | undefined): ShowPolicy {
  if (!rules) return { text: '', blocks: () => false };
  const { hosts } = rules;
  const text = policyText(rules);
  const meta = document.createElement('meta');
  meta.httpEquiv = 'Content-Security-Policy';
  meta.content = text;
  document.head.append(meta);

  return {
    text,
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
      return protocol.startsWith('http') && !matchesHost(hosts, hostname, '/');
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
