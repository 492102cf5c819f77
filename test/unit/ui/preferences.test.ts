// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { openPreferences } from '../../../packages/ui/src/open-preferences.js';
import { messages } from '../../../packages/ui/src/messages/en.js';
import { fakePort, type FakePort } from './fake-port.js';
import { trustedClick } from './trusted-click.js';

let port: FakePort;

const root = (): ShadowRoot | null | undefined =>
  document.querySelector('[data-sluis=preferences]')?.shadowRoot;

function find(selector: string): HTMLElement {
  const found = root()?.querySelector(selector);
  if (!(found instanceof HTMLElement)) throw new Error(`no "${selector}"`);
  return found;
}

function control(purpose: string): HTMLInputElement {
  const found = find(`[data-sluis-purpose=${purpose}] input`);
  if (!(found instanceof HTMLInputElement)) throw new Error(`no control for "${purpose}"`);
  return found;
}

const status = (): string | null | undefined =>
  document.querySelector('[data-sluis=status]')?.textContent;

beforeEach(async () => {
  root()?.querySelector('dialog')?.close();
  port = fakePort();
  await openPreferences(port, messages);
});

test('R02 R27 everything that can be switched is off on first open', () => {
  expect(control('analytics').checked).toBe(false);
  expect(control('ads').checked).toBe(false);
  expect(control('research').checked).toBe(false);
});

test('S24 the control follows from the legal basis, which stands beside it in words', () => {
  const captions = ['service', 'analytics', 'research'].map(
    (id) => find(`[data-sluis-purpose=${id}] label`).textContent,
  );
  const why = ['service', 'analytics', 'research'].map((id) => find(`#w-${id}`).textContent);

  expect(captions).toEqual([messages.locked, messages.allow, messages.object]);
  expect(why).toEqual([
    'Legal basis: performance of a contract + legal duty. The law asks it.',
    'Legal basis: your consent.',
    'Legal basis: legitimate interest. This happens until you object.',
  ]);
});

test('S24 a locked purpose stays on, stays in the tab order and has its reason read out', () => {
  const locked = control('service');

  trustedClick(locked);

  expect(locked.checked).toBe(true);
  expect(locked.getAttribute('aria-disabled')).toBe('true');
  expect(locked.disabled).toBe(false);
  expect(locked.getAttribute('aria-describedby')).toContain('w-service');
});

test('R34 consent and legitimate interest stand in one list, in the order of the policy', () => {
  const lists = root()?.querySelectorAll('.purposes');
  const ids = [...(root()?.querySelectorAll('[data-sluis-purpose]') ?? [])].map((item) =>
    item.getAttribute('data-sluis-purpose'),
  );

  expect(lists).toHaveLength(1);
  expect(ids).toEqual(['service', 'analytics', 'ads', 'research']);
});

test('R10 each purpose is set apart from the others, and nothing is said before saving', async () => {
  trustedClick(control('analytics'));
  trustedClick(control('research'));
  expect(port.decided).toEqual([]);

  trustedClick(find('[data-sluis-action=save]'));
  await vi.waitFor(() => expect(root()).toBeUndefined());

  expect(port.decided).toEqual([
    {
      answers: { service: true, analytics: true, ads: false, research: false },
      method: 'preferences',
    },
  ]);
  expect([port.standing('analytics'), port.standing('ads'), port.standing('research')]).toEqual([
    'allowed',
    'refused',
    'refused',
  ]);
});

test('a script cannot save what a person has turned on, but it can save a refusal', async () => {
  trustedClick(control('analytics'));
  find('[data-sluis-action=save]').click();
  expect(port.decided).toEqual([]);

  control('analytics').click();
  find('[data-sluis-action=save]').click();
  await vi.waitFor(() => expect(root()).toBeUndefined());
  expect(port.standing('analytics')).toBe('refused');
});

test('a script cannot turn a consent on, and cannot accept all', () => {
  control('analytics').click();
  find('[data-sluis-action=accept]').click();

  expect(control('analytics').checked).toBe(false);
  expect(port.decided).toEqual([]);
});

test('R01 accepting all and refusing all are one press each, beside each other', async () => {
  const actions = [...(root()?.querySelectorAll('.actions button') ?? [])].map((one) =>
    one.getAttribute('data-sluis-action'),
  );
  expect(actions).toEqual(['accept', 'refuse', 'save']);

  find('[data-sluis-action=refuse]').click();
  await vi.waitFor(() => expect(root()).toBeUndefined());

  expect(port.decided.at(-1)?.answers).toEqual({ analytics: false, ads: false });
});

test('after an answer, withdrawing is one press', async () => {
  port.receive({ analytics: true, ads: true });

  find('[data-sluis-action=withdraw]').click();
  await vi.waitFor(() => expect(root()).toBeUndefined());

  expect([port.standing('analytics'), port.standing('ads')]).toEqual(['refused', 'refused']);
});

test('R69 says once that the choice is saved, outside the dialog that has closed', async () => {
  expect(status()).toBe('');

  find('[data-sluis-action=save]').click();
  await vi.waitFor(() => expect(root()).toBeUndefined());

  expect(status()).toBe(messages.saved);
  expect(document.querySelectorAll('[data-sluis=status]')).toHaveLength(1);
});

test('stays open and says so when the choice was not saved', async () => {
  port.allows = false;

  trustedClick(find('[data-sluis-action=accept]'));

  await vi.waitFor(() => expect(find('[role=status]').textContent).toBe(messages.notSaved));
  expect(find('dialog').hasAttribute('open')).toBe(true);
});

test('R62 R63 closing decides nothing and gives the focus back to the opener', async () => {
  find('button.plain').click();
  const opener = document.createElement('button');
  document.body.append(opener);
  await openPreferences(port, messages, { opener });
  trustedClick(control('analytics'));

  find('button.plain').click();

  expect(root()).toBeUndefined();
  expect(port.decided).toEqual([]);
  expect(document.activeElement).toBe(opener);
  opener.remove();
});

test('opens once, however often it is asked', async () => {
  await openPreferences(port, messages);

  expect(document.querySelectorAll('[data-sluis=preferences]')).toHaveLength(1);
});

test('follows a decision that is made elsewhere, and keeps what is not saved yet', () => {
  trustedClick(control('analytics'));

  port.receive({ ads: true });

  expect(control('analytics').checked).toBe(true);
  expect(control('ads').checked).toBe(true);
});

test('S35 shows each earlier answer', async () => {
  port.receive({ analytics: true });
  port.receive({ analytics: false });

  await vi.waitFor(() => expect(root()?.querySelectorAll('tbody tr')).toHaveLength(2));
  const answers = [...(root()?.querySelectorAll('td:last-child') ?? [])].map(
    (cell) => cell.textContent,
  );
  expect(answers).toEqual([messages.answers.withdrawn, messages.answers.granted]);
});

test('names the services of a purpose and where they are', () => {
  expect(find('[data-sluis-purpose=ads] details').textContent).toContain('Meta Pixel (Ireland)');
});
