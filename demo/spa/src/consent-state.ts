import { sluis } from './consent.js';
import { element } from './element.js';

function control(label: string, act: () => Promise<unknown>): HTMLElement {
  const button = element('button', 'button small quiet', label);
  button.addEventListener('click', () => void act());
  return button;
}

/** What Sluis says at this moment, and its verbs as buttons: the whole API that an app needs. */
export function consentState(): HTMLElement {
  const allowed = element('p', 'price');
  const decisions = element('p', 'note');
  const controls = element(
    'p',
    'actions',
    control('acceptAll()', () => sluis.acceptAll()),
    control('refuseAll()', () => sluis.refuseAll()),
    control('withdraw()', () => sluis.withdraw('analytics')),
    control('open()', () => sluis.open()),
  );
  async function show(): Promise<void> {
    allowed.textContent = `allows('analytics') = ${String(sluis.allows('analytics'))}`;
    const history = await sluis.history();
    decisions.textContent =
      history.length === 1
        ? '1 besluit in de geschiedenis'
        : `${history.length} besluiten in de geschiedenis`;
  }
  sluis.on('change', () => void show());
  sluis.on('decision', () => void show());
  void show();
  return element('section', 'card', element('h2', '', 'Toestemming'), allowed, decisions, controls);
}
