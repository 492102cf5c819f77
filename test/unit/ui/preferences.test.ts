// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { openPreferences } from '../../../packages/ui/src/open-preferences.js';
import { messages } from '../../../packages/ui/src/messages/en.js';
import type { Kept } from '@sluis/ui';
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

test('R11 S22 S44 tells who decides, how long, to whom, from where, with whom, in which role, and what of a no', () => {
  const facts = Object.fromEntries(
    [...(root()?.querySelectorAll('[data-sluis-purpose=ads] dt') ?? [])].map((name) => [
      name.textContent,
      name.nextElementSibling?.textContent,
    ]),
  );

  expect(facts).toMatchObject({
    [messages.controller]: 'Noorderbank N.V., privacy@noorderbank.example',
    [messages.consequence]: 'Offers are the same for everyone.',
    [messages.retention]: '12 months',
    [messages.recipients]: 'Our agency',
    [messages.source]: 'The trade register',
    [messages.alsoTrue]: `${messages.profiling} ${messages.sharing}`,
  });
  expect(facts[messages.services]).toContain(`Meta PixelIreland, ${messages.roles.controller}`);
  expect(facts[messages.services]).toContain(`Adnet${messages.roles.processor}`);
  expect(facts[messages.services]).toContain(`${messages.keys}: _fbp`);
  expect(find('[data-sluis-purpose=research] dd').textContent).toBe(
    'Noorder Lab, lab@noorder.example',
  );
});

const service = (id: string): HTMLInputElement =>
  find(`[data-sluis-service=${id}] input`) as HTMLInputElement;

test('R02 no service is on while its purpose is off, and a purpose brings its services along', () => {
  expect([service('meta').checked, service('adnet').checked]).toEqual([false, false]);

  trustedClick(control('ads'));

  expect([service('meta').checked, service('adnet').checked]).toEqual([true, true]);
});

async function expectAdnetAlone(): Promise<void> {
  trustedClick(find('[data-sluis-action=save]'));
  await vi.waitFor(() => expect(root()).toBeUndefined());
  const standings = [port.standing('ads'), port.isRefused('meta'), port.isRefused('adnet')];
  expect(standings).toEqual(['allowed', true, false]);
}

test('R10 one service of a purpose is refused, and the others go on', async () => {
  trustedClick(control('ads'));
  trustedClick(service('meta'));
  await expectAdnetAlone();
});

test('R10 one service that is turned on opens its purpose for itself alone', async () => {
  trustedClick(service('adnet'));
  await expectAdnetAlone();
});

test('R10 accepting all takes back what was refused of a service', async () => {
  port.receive({ ads: true, '@meta': false });
  expect(service('meta').checked).toBe(false);

  trustedClick(find('[data-sluis-action=accept]'));
  await vi.waitFor(() => expect(root()).toBeUndefined());

  expect(port.isRefused('meta')).toBe(false);
});

test('a script cannot turn a service on', () => {
  service('meta').click();

  expect(service('meta').checked).toBe(false);
});

test('S31 data is restricted and released at once, and the dialog stays open', async () => {
  const restrict = (): HTMLElement => find('[data-sluis-purpose=ads] [data-sluis-action=restrict]');
  port.receive({ ads: true });

  trustedClick(restrict());
  await vi.waitFor(() => expect(port.isRestricted('ads')).toBe(true));
  expect(port.standing('ads')).toBe('refused');
  expect(find('#w-ads').textContent).toContain(messages.restricted);
  expect(control('ads').getAttribute('aria-disabled')).toBe('true');

  trustedClick(restrict());
  await vi.waitFor(() => expect(port.standing('ads')).toBe('allowed'));
  expect(find('dialog').hasAttribute('open')).toBe(true);
});

test('S51 tells what has changed since the last answer', async () => {
  port.news = [{ kind: 'material', purpose: 'ads' }, { kind: 'text' }];
  port.receive({});

  await vi.waitFor(() =>
    expect(root()?.querySelectorAll('[data-sluis-changes] li')).toHaveLength(2),
  );
  expect(find('[data-sluis-changes]').textContent).toBe(
    'What has changedNew or wider: AdvertisingChanged: Noorderbank N.V.',
  );
});

test('S28 S30 lists what is on the device, whose it is, and deletes it', async () => {
  const kept = (name: string, more: Partial<Kept>): Kept => ({
    kind: 'cookie',
    name,
    isAnswer: false,
    async remove() {
      port.kept = port.kept.filter((one) => one.name !== name);
      return true;
    },
    ...more,
  });
  port.kept = [kept('sluis', { isAnswer: true }), kept('_fbp', { service: 'Meta Pixel' })];
  const rows = (): (string | null)[] =>
    [...(root()?.querySelectorAll('.kept li') ?? [])].map(({ textContent }) => textContent);

  find('.body>details').dispatchEvent(new Event('toggle'));
  expect(rows()).toEqual([]);
  find('.body>details').setAttribute('open', '');
  find('.body>details').dispatchEvent(new Event('toggle'));
  await vi.waitFor(() => expect(rows()).toHaveLength(2));
  expect(rows()).toEqual([
    `sluis${messages.kinds.cookie}, ${messages.ownAnswer}`,
    `_fbp${messages.kinds.cookie}, Meta Pixel${messages.remove}`,
  ]);

  find('.kept button').click();

  await vi.waitFor(() => expect(rows()).toHaveLength(1));
  expect(find('[role=status]').textContent).toBe('“_fbp” has been deleted.');
});
