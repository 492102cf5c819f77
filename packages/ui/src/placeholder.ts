import { servicePlace, type Answers } from '@sluis/consent';
import { textIn, type Service } from '@sluis/schema';
import { adoptCss } from './adopt-css.js';
import type { EmbedPort } from './embed-port.js';
import { fill } from './fill.js';
import type { Messages } from './messages.js';
import { placeholderCss } from './placeholder-css.js';
import { privateAddress } from './private-address.js';

/** Where the gate lets the address of a held frame wait. */
export const waiting = 'data-sluis-src';

/** A held frame, and the address that it was to show. */
export interface HeldFrame {
  readonly frame: HTMLIFrameElement;
  readonly address: string;
}

function namesOf(services: readonly Service[], address: string): string {
  const names = services.map(({ label, recipient }) => recipient ?? label);
  return [...new Set(names)].join(', ') || new URL(address, document.baseURI).hostname;
}

/** Leave for these services and no other of their purposes' services: nothing else was shown. */
function answersFor(port: EmbedPort, services: readonly Service[]): Answers {
  const purposes = port.purposesOf(services);
  const closed = purposes.filter(({ id }) => port.standing(id) !== 'allowed');
  const others = closed.flatMap((purpose) => purpose.services.map(servicePlace));
  return Object.fromEntries([
    ...others.map((place) => [place, false] as const),
    ...purposes.map(({ id }) => [id, true] as const),
    ...services.map(({ id }) => [servicePlace(id), true] as const),
  ]);
}

/** The more private address, where the same services answer for it. */
function gentleAddress(port: EmbedPort, address: string): string {
  const gentle = privateAddress(address);
  const ids = (of: string): string =>
    port
      .services(of)
      .map(({ id }) => id)
      .join();
  return ids(gentle) === ids(address) ? gentle : address;
}

/**
 * Draws in the held frame itself, which is blank as long as it is held: so it keeps its size, no style
 * of the page reaches it, and what is shown later takes its place by itself. Showing once needs a
 * person and answers nothing; always is a consent for the services that were named.
 */
export function drawPlaceholder(
  { frame, address }: HeldFrame,
  inside: Document,
  port: EmbedPort,
  messages: Messages,
): void {
  const services = port.services(address);
  const element = (name: string, text: string): HTMLElement =>
    Object.assign(inside.createElement(name), { textContent: text });
  const button = (action: string, label: string, press: () => void): HTMLElement => {
    const made = element('button', label);
    made.setAttribute('type', 'button');
    made.setAttribute('data-sluis-action', action);
    made.addEventListener('click', (event) => {
      if (!event.isTrusted) return;
      frame.focus(); // what comes in this place has it
      press();
    });
    return made;
  };

  const actions = element('div', '');
  actions.className = 'actions';
  const once = (): void => port.showOnce(frame, privateAddress(address));
  const always = (): void => {
    const gentle = gentleAddress(port, address);
    frame.setAttribute(waiting, gentle);
    void port.decide(answersFor(port, services), 'embed');
  };
  if (!port.isSensitive()) actions.append(button('once', messages.embedOnce, once));
  if (port.mayAlways(services)) actions.append(button('always', messages.embedAlways, always));

  const purposes = port.purposesOf(services).map(({ label }) => textIn(label, port.language));
  const words = element('section', '');
  const title = frame.title || [...purposes, namesOf(services, address)].join(': ');
  words.setAttribute('aria-label', title);
  words.append(
    element('h2', title),
    element('p', fill(messages.embedText, { names: namesOf(services, address) })),
    actions,
  );
  const host = inside.createElement('div');
  host.setAttribute('data-sluis', 'embed');
  host.dir = messages.direction;
  inside.documentElement.lang = messages.language;
  const root = host.attachShadow({ mode: 'open' });
  root.append(words);
  adoptCss(root, placeholderCss(frame));
  inside.title = title;
  inside.body.replaceChildren(host);
}
