import { textIn, type Purpose } from '@sluis/schema';
import { adoptCss } from './adopt-css.js';
import type { EmbedPort } from './embed-port.js';
import { fill } from './fill.js';
import type { Messages } from './messages.js';
import { themeCss } from './theme.js';

const css = `${themeCss}
:host{display:block}
details{font:1em/1.5 var(--s-font);color:var(--s-text);background:var(--s-surface);border:1px solid var(--s-line);border-radius:var(--s-radius);max-width:36em}
summary{box-sizing:border-box;min-height:44px;padding:.5em 1em;font-weight:600;cursor:pointer}
div{padding:0 1em 1em}
p{margin:0 0 .5em;overflow-wrap:anywhere}
p+p{font-size:.875em;color:var(--s-muted)}
button{min-height:44px;padding:.25em 1em;font:600 .9em var(--s-font);color:var(--s-on-accent);background:var(--s-accent);border:1px solid var(--s-accent);border-radius:var(--s-radius);cursor:pointer}
button:hover,summary:hover{text-decoration:underline}
:focus-visible{outline:3px solid var(--s-focus);outline-offset:2px}
`;

/** `<sluis-recorded purpose label>` around a template with the vendor's snippet. */
interface Recorded {
  readonly place: HTMLElement;
  readonly purpose: Purpose;
  readonly port: EmbedPort;
  readonly messages: Messages;
}

/** The language in which each place says it now; none once it has started. */
const languages = new WeakMap<Element, string>();

/** What the person is told before anything is recorded (GDPR art. 13). */
function sentencesOf({ purpose, port, messages }: Recorded): readonly string[] {
  const { id, text, reason, legalBasis, retention, recipients, services } = purpose;
  const say = (words: typeof retention): string => (words ? textIn(words, port.language) : '');
  const names = port.policy.services
    .filter((one) => services.includes(one.id))
    .map(({ label, recipient }) => recipient ?? label);
  return [
    `${say(text)} ${say(reason)}`.trim(),
    fill(messages.basis, { bases: legalBasis.map((one) => messages.bases[one]).join(', ') }),
    retention && `${messages.retention}: ${say(retention)}`,
    recipients.length && `${messages.recipients}: ${recipients.join(', ')}`,
    names.length && fill(messages.embedText, { names: names.join(', ') }),
    port.isRestricted(id) && messages.restricted,
  ].filter((one) => typeof one === 'string');
}

/** The snippet, with the purpose on whatever records: it can hand it on to the vendor. */
function snippetOf({ place, purpose }: Recorded): DocumentFragment {
  const snippet = document.createDocumentFragment();
  for (const { content } of place.querySelectorAll('template'))
    snippet.append(document.importNode(content, true));
  for (const element of snippet.querySelectorAll('*'))
    element.setAttribute('data-recorded-for', purpose.id);
  return snippet;
}

async function start(recorded: Recorded): Promise<void> {
  const { place, purpose, port } = recorded;
  const { id, control } = purpose;
  const asks = control === 'switch' && port.standing(id) !== 'allowed';
  if (asks && !(await port.decide({ [id]: true }, 'embed'))) return;
  const snippet = snippetOf(recorded);
  languages.delete(place);
  place.shadowRoot?.replaceChildren(document.createElement('slot'));
  place.dispatchEvent(
    new CustomEvent('sluis-recorded', { bubbles: true, detail: { purpose: id } }),
  );
  place.replaceChildren(snippet);
  place.tabIndex = -1;
  place.focus();
}

/**
 * A chat, a call or another thing that is recorded: nothing of it loads until the visitor has opened it, seen
 * what is recorded, and pressed once more (S21). A purpose with a consent is consented to by that, like an embed;
 * it is shown first each time. What stood in the element is for browsers without script.
 */
export function fillRecorded(recorded: Recorded): void {
  const { place, purpose, port, messages } = recorded;
  const isStarted = !!place.shadowRoot?.querySelector('slot');
  if (isStarted || languages.get(place) === port.language) return;
  languages.set(place, port.language);
  const element = (name: string, ...inside: (Node | string)[]): HTMLElement => {
    const made = document.createElement(name);
    made.append(...inside);
    return made;
  };
  const label = place.getAttribute('label') ?? textIn(purpose.label, port.language);
  const button = element('button', purpose.control === 'switch' ? messages.allow : label);
  button.setAttribute('type', 'button');
  button.addEventListener('click', ({ isTrusted }) => void (isTrusted && start(recorded)));
  const words = sentencesOf(recorded).map((sentence) => element('p', sentence));
  const details = element('details', element('summary', label), element('div', ...words, button));
  details.lang = messages.language;
  details.dir = messages.direction;
  const root = place.shadowRoot ?? place.attachShadow({ mode: 'open' });
  adoptCss(root, css);
  root.replaceChildren(details);
}
