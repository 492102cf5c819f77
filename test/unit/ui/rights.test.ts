// @vitest-environment happy-dom
import { parseConfig, type Policy } from '@sluis/schema';
import { afterEach, expect, test, vi } from 'vitest';
import { mountOptOut } from '../../../packages/ui/src/mount-opt-out.js';
import { messages } from '../../../packages/ui/src/messages/en.js';
import { fakePort, policy, type FakePort } from './fake-port.js';

const host = document.createElement('div');
document.body.append(host);
let stop = (): void => {};

function mount(policy: Policy, filed?: FakePort['filed']): FakePort {
  const port = Object.assign(fakePort(), { policy, ...(filed && { filed }) });
  stop = mountOptOut(host, port, messages);
  return port;
}

afterEach(() => stop());

const find = (selector: string): HTMLElement | null | undefined =>
  host.shadowRoot?.querySelector<HTMLElement>(selector);

function under(profile: 'nl' | 'be' | 'fr' | 'eu-strict', country?: string): Policy {
  const controller = { ...policy.controller, ...(country && { country }) };
  return { ...policy, profile, controller };
}

test.each([
  [under('nl'), 'https://autoriteitpersoonsgegevens.nl'],
  [under('be'), 'https://www.gegevensbeschermingsautoriteit.be'],
  [under('fr'), 'https://www.cnil.fr'],
  [under('eu-strict', 'PL'), 'https://uodo.gov.pl'],
  [under('eu-strict'), 'https://www.edpb.europa.eu/about-edpb/about-edpb/members_en'],
])('S48 the supervisor is that of the country', (policy, url) => {
  mount(policy);

  expect(find('[data-sluis-supervisor] a')?.getAttribute('href')).toBe(url);
});

test('S48 each right is a request of its own, and a decision by a person only where there is one without', () => {
  mount(policy);
  const rights = (): (string | null)[] =>
    [...(host.shadowRoot?.querySelectorAll('[data-sluis-right]') ?? [])].map((one) =>
      one.getAttribute('data-sluis-right'),
    );

  expect(rights().slice(0, 6)).toEqual([
    'access',
    'rectification',
    'erasure',
    'restriction',
    'objection',
    'portability',
  ]);
  expect(rights()).not.toContain('human');
  stop();

  mount({
    ...policy,
    purposes: policy.purposes.map((one) => ({ ...one, automatedDecision: 'A score.' })),
  });
  expect(rights()).toContain('human'); // S25
});

test('S44 a request goes to whoever decides about the purpose', () => {
  mount(policy);
  const own = find('[data-sluis-controller="Noorderbank N.V."] a');
  const other = find('[data-sluis-controller="Noorder Lab"]');

  expect(own?.getAttribute('href')).toBe(
    'mailto:privacy@noorderbank.example?subject=See%20my%20data',
  );
  expect(other?.textContent).toContain('Noorder Lab decides about: Research.');
  expect(other?.querySelector('a')?.getAttribute('href')).toContain('mailto:lab@noorder.example');
});

test('a phone number is told, and no link', () => {
  mount({ ...policy, controller: { ...policy.controller, contact: '020 555 01 23' } });

  const own = find('[data-sluis-controller="Noorderbank N.V."]');
  expect(own?.textContent).toContain('020 555 01 23');
  expect(own?.querySelector('a')).toBeNull();
});

test('S34 who is signed in asks the site itself, of each decision apart, and gets a number and a day', async () => {
  const port = mount(
    {
      ...policy,
      purposes: policy.purposes.map((one) => ({ ...one, automatedDecision: 'A score.' })),
    },
    { number: '2026-11-26-ABCDEFGH', answerBy: '2026-12-26' },
  );
  const own = [
    ...(find('[data-sluis-controller="Noorderbank N.V."]')?.querySelectorAll('button') ?? []),
  ];
  expect(own.map(({ textContent }) => textContent)).toEqual([
    ...Object.values(messages.rights).slice(0, 6),
    'Have a person decide: Service',
    'Have a person decide: Statistics',
    'Have a person decide: Advertising',
  ]);
  expect(find('[data-sluis-controller="Noorder Lab"] button')).toBeNull(); // S44

  own[0]?.click();
  own[7]?.click();

  await vi.waitFor(() =>
    expect(host.shadowRoot?.querySelectorAll('[data-sluis-request]')).toHaveLength(2),
  );
  expect(port.requested).toEqual([
    { right: 'access', purpose: undefined, text: '' },
    { right: 'human', purpose: 'analytics', text: '' },
  ]);
  const sentence =
    'See my data. Your request has number 2026-11-26-ABCDEFGH. You must have an answer by December 26, 2026.';
  expect(find('[data-sluis-request]')?.textContent).toBe(sentence);
  expect(find('[role=status]')?.textContent).toBe(
    sentence.replace('See my data', 'Have a person decide'),
  );
});

test('S34 what the visitor wrote goes with the request, and is gone from the field once it arrived', async () => {
  const port = mount(policy, { number: '2026-11-26-ABCDEFGH', answerBy: '2026-12-26' });
  const field = (): HTMLTextAreaElement | null | undefined =>
    host.shadowRoot?.querySelector('textarea');
  expect(field()?.maxLength).toBe(1000);
  Object.assign(field() ?? {}, { value: '  My name is spelled with an é. ' });
  field()?.dispatchEvent(new Event('input'));

  port.filed = 'lost';
  find('[data-sluis-right=rectification] button')?.click();
  await vi.waitFor(() => expect(find('[data-sluis-request]')).not.toBeNull());
  expect(field()?.value).toContain('spelled');

  port.filed = { number: '2026-11-26-ABCDEFGH', answerBy: '2026-12-26' };
  find('[data-sluis-right=rectification] button')?.click();
  await vi.waitFor(() => expect(field()?.value).toBe(''));
  expect(port.requested.at(-1)).toEqual({
    right: 'rectification',
    purpose: undefined,
    text: 'My name is spelled with an é.',
  });
});

test('S34 who is not signed in has no field, since a mail has its own', () => {
  mount(policy);

  expect(find('textarea')).toBeNull();
});

test('S34 what was asked before is listed with its kind and number, and goes with the person', async () => {
  const before = {
    right: 'erasure',
    number: '2026-10-01-ABCDEFGH',
    answerBy: '2026-11-01',
  } as const;
  const port = Object.assign(fakePort(), { filed: { ...before }, before: [before] });
  stop = mountOptOut(host, port, messages);

  await vi.waitFor(() =>
    expect(find('[data-sluis-request]')?.textContent).toBe(
      'Erase my data. Your request has number 2026-10-01-ABCDEFGH. You must have an answer by November 1, 2026.',
    ),
  );
  delete (port as FakePort).filed;
  port.receive({ analytics: false });

  await vi.waitFor(() => expect(find('[data-sluis-request]')).toBeNull());
});

test('S34 a request that did not arrive is told, with the other way', async () => {
  mount(policy, 'lost');
  find('[data-sluis-right=erasure] button')?.click();

  await vi.waitFor(() =>
    expect(find('[data-sluis-request]')?.textContent).toContain('privacy@noorderbank.example'),
  );
});

test('S49 one press refuses marketing by every channel, by consent or by interest, and nothing else', async () => {
  const channel = (id: string, legalBasis: 'a' | 'f') =>
    ({ id, legalBasis, label: id, text: `We use ${id}.`, marketing: true }) as const;
  const port = mount(
    parseConfig({
      controller: policy.controller,
      purposes: [
        channel('mail', 'a'),
        channel('post', 'f'),
        { id: 'counting', legalBasis: 'a', label: 'Counting', text: 'We count.' },
      ],
    }),
  );

  find('[data-sluis-action=no-marketing]')?.click();

  await vi.waitFor(() =>
    expect(port.decided).toEqual([{ answers: { mail: false, post: false }, method: 'opt-out' }]),
  );
});

test('S49 the press is not there where no purpose is marketing', () => {
  mount(policy);

  expect(find('[data-sluis-action=no-marketing]')).toBeNull();
});
