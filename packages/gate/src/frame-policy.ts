import { matchesHost } from '@sluis/schema';
import type { Realm } from './keeper.js';

/** What may be framed, and shown as an image, from the first byte of the page on. */
export interface FrameRules {
  /** Hosts that pass, with their subdomains. */
  readonly hosts: readonly string[];
  /**
   * Images too: one that the browser still has in memory from an earlier page is asked for again
   * before any script can take its address away (Chromium's ImageLoader::ShouldLoadImmediately).
   */
  readonly images: boolean;
  readonly directives?: readonly string[];
  /** A blank page of the site's own. */
  readonly blank: string;
}

export interface FramePolicy {
  /** Would the browser refuse to load this address in a frame of the page? */
  blocks(frame: Element, address: string): boolean;
  /** Shows a blocked address all the same, in a frame within a blank page, which the policy does not reach. */
  show(frame: HTMLIFrameElement, address: string): void;
}

/** What the inner frame takes over from the outer. */
const kept = /^(allow|allowfullscreen|referrerpolicy|sandbox|scrolling|title)$/;

/**
 * The parser sends a static frame on its way before any script can stop it, and cancelling races with
 * the network: only a Content-Security-Policy is faster. It cannot be lifted again.
 */
export function holdFrames({ document }: Realm, rules: FrameRules | undefined): FramePolicy {
  if (!rules) return { blocks: () => false, show: () => {} };
  const { hosts, images, directives } = rules;
  const sources = [
    `'self' data: blob: 'unsafe-inline' 'unsafe-eval'`,
    ...hosts.flatMap((host) => [`${host}:*`, `*.${host}:*`]),
  ].join(' ');
  const meta = document.createElement('meta');
  meta.httpEquiv = 'Content-Security-Policy';
  meta.content = directives
    ? `${directives[0]} ${sources}`
    : `frame-src ${sources}${images ? `;img-src ${sources}` : ''}`;
  document.head.append(meta);

  return {
    blocks(frame, address) {
      const { protocol, hostname } = new URL(address, document.baseURI);
      return (
        frame.ownerDocument === document &&
        protocol.startsWith('http') &&
        !matchesHost(hosts, hostname, '/')
      );
    },
    show(frame, address) {
      frame.addEventListener(
        'load',
        () => {
          const body = frame.contentDocument?.body;
          const inner = body?.ownerDocument.createElement('iframe');
          if (!inner) return;
          for (const { name, value } of frame.attributes)
            if (kept.test(name)) inner.setAttribute(name, value);
          Object.assign(inner, { width: '100%', height: '100%', frameBorder: '0', src: address });
          body?.replaceChildren(inner);
        },
        { once: true },
      );
    },
  };
}
