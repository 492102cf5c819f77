import { textIn, type Purpose } from '@sluis/schema';
import type { ConsentPort } from './consent-port.js';
import type { Messages } from './messages.js';

interface Consent {
  /** `<sluis-consent purpose name>` in a form of the site's own. */
  readonly place: Element;
  readonly purpose: Purpose;
  readonly port: ConsentPort;
  readonly messages: Messages;
}

/** A box, and what the visitor said by it with the last submit. */
interface Box extends Consent {
  /** Did a person tick it? A script, or a browser that fills a form in again, does not count. */
  byPerson: boolean;
  said: boolean;
}

/** The language in which each place says it now. */
const languages = new WeakMap<Element, string>();
const boxes = new WeakMap<Element, Box>();

/** What is said by a box now and was not before; a tick that was taken back between two submits is taken back. */
function answerOf(input: Element): readonly [Box, boolean] | undefined {
  const box = boxes.get(input);
  const says = !!box?.byPerson && (input as HTMLInputElement).checked;
  if (!box || says === box.said) return undefined;
  box.said = says;
  return [box, says === (box.purpose.control === 'switch')];
}

/** One decision for all boxes of a form. */
function record({ target }: Event): void {
  const inputs = target instanceof HTMLFormElement ? [...target.elements] : [];
  const answers = inputs.map(answerOf).filter((one) => !!one);
  const wishes = answers.map(([{ purpose }, allowed]) => [purpose.id, allowed] as const);
  void answers[0]?.[0].port.decide(Object.fromEntries(wishes), 'form');
}

function createBox(consent: Consent): HTMLInputElement {
  const { place, purpose } = consent;
  const input = Object.assign(document.createElement('input'), {
    type: 'checkbox',
    name: place.getAttribute('name') ?? purpose.id,
    autocomplete: 'off', // a browser ticks it no more than we do
  });
  const box: Box = { ...consent, byPerson: false, said: false };
  input.addEventListener('change', ({ isTrusted }) => (box.byPerson = isTrusted));
  boxes.set(input, box);
  // The same function every time, so it listens once. Ahead of the page's own listeners, which may stop it.
  document.addEventListener('submit', record, true);
  return input;
}

/**
 * Says in a form what a purpose does, in the words of the policy, so that the record holds the label to
 * the letter: the decision names policy and language. A consent has a box before the words, never ticked by
 * anyone but the visitor (CJEU C-673/17), an interest a box to object by (Tw 11.7(3)), what needs no consent none
 * (S38). What is ticked counts with the form's `submit`; what is not ticked is no answer.
 */
export function fillConsent(consent: Consent): void {
  const { place, purpose, port, messages } = consent;
  const { control, text, reason } = purpose;
  if (languages.get(place) === port.language) return;
  languages.set(place, port.language);
  const element = (name: string, ...inside: (Node | string)[]): Element => {
    const made = document.createElement(name);
    made.append(...inside);
    return made;
  };
  const words = [text, reason]
    .flatMap((one) => (one ? [textIn(one, port.language)] : []))
    .join(' ');
  const label = (says: string): Element =>
    element('label', createBox(consent), ' ', element('span', says));
  const parts = {
    switch: () => [label(words)],
    objection: () => [element('p', words), label(messages.object)],
    locked: () => [element('p', words)],
  };
  place.setAttribute('lang', messages.language);
  place.setAttribute('dir', messages.direction);
  place.replaceChildren(...parts[control]());
}
