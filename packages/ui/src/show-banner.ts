import { allSwitches, isExplicit, type Answers } from '@sluis/consent';
import { textIn } from '@sluis/schema';
import { adoptCss } from './adopt-css.js';
import type { BakedBanner } from './baked-banner.js';
import { bannerCss } from './banner-css.js';
import type { ConsentPort } from './consent-port.js';
import { grow, type Values } from './grow.js';
import { keepFocusInView } from './keep-focus-in-view.js';
import { raise } from './raise.js';

function askedIn(port: ConsentPort): readonly Values[] {
  return port.policy.purposes
    .filter(
      (one) => one.control === 'switch' && !isExplicit(one) && port.standing(one.id) === 'open',
    )
    .map(({ id, label, text }) => ({
      id,
      label: textIn(label, port.language),
      text: textIn(text, port.language),
    }));
}

/** A grant covers what the notice showed and nothing else. */
function grantOf(asked: readonly Values[]): Answers {
  return Object.fromEntries(asked.map(({ id }) => [id, true]));
}

/** Ahead of `<body>`: first in the tab order, and no `:first-child` or `* + *` rule of the page notices. */
function plant(
  port: ConsentPort,
  baked: BakedBanner,
  asked: readonly Values[],
): HTMLElement | undefined {
  const { name, policyUrl } = port.policy.controller;
  const fragment = document.createDocumentFragment();
  grow(fragment, baked, { controller: name, policyUrl }, asked);
  const [host] = fragment.querySelectorAll<HTMLElement>('[data-sluis]');
  if (host?.shadowRoot) adoptCss(host.shadowRoot, bannerCss);
  if (!port.policy.purposes.some(({ id }) => port.isSignalled(id)))
    host?.querySelector('[data-sluis-signal]')?.remove();
  document.documentElement.insertBefore(fragment, document.body);
  if (host) raise(host);
  return host;
}

function actionOf({ target }: Event): string | null | undefined {
  return target instanceof Element
    ? target.closest('[data-sluis-action]')?.getAttribute('data-sluis-action')
    : null;
}

/** The page waits for the answer, and scrolls on: nothing of it is hidden, and refusing ends it as well (R08). */
function setApart(host: Element, apart: boolean): void {
  document.body.toggleAttribute('inert', apart);
  host.setAttribute('aria-modal', String(apart));
  if (apart) host.querySelector<HTMLElement>('h2')?.focus();
}

/**
 * Shows the first layer. Nothing but a press of its own accept button grants: no scroll, no Escape, no
 * time (R09). A machine may press refuse, accept counts only when a person presses it.
 * @returns the way to take it away, for an answer that was given elsewhere
 */
export function showBanner(port: ConsentPort, baked: BakedBanner): { close(): void } {
  const asked = askedIn(port);
  const host = plant(port, baked, asked);
  if (!host) return { close: () => {} };
  const stop = keepFocusInView(host);
  // Whoever points at it or moves into it may be about to answer.
  for (const sign of ['pointerover', 'focusin'])
    host.addEventListener(sign, port.prepare, { once: true });
  const isModal = port.policy.banner === 'modal';
  if (isModal) setApart(host, true);
  const close = (): void => {
    stop();
    host.remove();
    if (isModal) setApart(host, false);
  };
  host.addEventListener('click', (event) => {
    const action = actionOf(event);
    if (action === 'settings') void port.open();
    else if (action === 'refuse') answer(allSwitches(port.policy, false));
    else if (action === 'accept' && event.isTrusted) answer(grantOf(asked));
  });
  function answer(answers: Answers): void {
    void port.decide(answers, 'banner');
    close();
  }
  return { close };
}
