import type { Keeper, Realm } from '../keeper.js';
import { enterFrames } from './frames.js';

/**
 * Parks static markup. The parser lets microtasks run before it starts a script, and images and
 * frames start in tasks after ours. Watches only while the page is parsed: a subtree observer makes
 * DOM work three times slower.
 */
export function interceptParser({ inspect, template, enter }: Keeper, realm: Realm): void {
  const { document, MutationObserver } = realm;
  if (document.readyState !== 'loading') return;
  const follow = (root: Node): void => observer.observe(root, { childList: true, subtree: true });
  const visit = (element: Element): void => {
    const { nodeName, shadowRoot } = element;
    inspect(element);
    if (nodeName === 'TEMPLATE') template();
    if (!shadowRoot) return;
    follow(shadowRoot);
    shadowRoot.querySelectorAll('*').forEach(visit); // there before it could be followed
  };
  const look = (records: MutationRecord[]): void => {
    for (const { addedNodes, target } of records) {
      for (const node of addedNodes) {
        const element = (node.nodeType === 1 ? node : target) as Element;
        if (element.nodeType === 1) visit(element);
      }
    }
    enterFrames(enter, realm);
  };
  const observer = new MutationObserver(look);
  follow(document);
  document.addEventListener('DOMContentLoaded', () => {
    look(observer.takeRecords());
    observer.disconnect();
  });
}
