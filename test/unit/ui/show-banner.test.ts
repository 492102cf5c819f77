// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { bakeBanner } from '../../../packages/ui/src/bake-banner.js';
import { showBanner } from '../../../packages/ui/src/show-banner.js';
import { messages } from '../../../packages/ui/src/messages/en.js';
import { fakePort, type FakePort } from './fake-port.js';
import { trustedClick } from './trusted-click.js';

const baked = bakeBanner(messages);

let port: FakePort;

const banner = (): Element | null => document.querySelector('[data-sluis=banner]');

function button(action: string): HTMLElement {
  const found = document.querySelector(`[data-sluis-action=${action}]`);
  if (!(found instanceof HTMLElement)) throw new Error(`no button "${action}"`);
  return found;
}

beforeEach(() => {
  banner()?.remove();
  port = fakePort();
});

test('R11 R37 names the controller and each purpose that is asked, with its sentence', () => {
  showBanner(port, baked);

  const text = banner()?.textContent;
  for (const words of [
    'Noorderbank N.V.',
    'Statistics',
    'Counting pages.',
    'Advertising',
    'Showing offers.',
  ]) {
    expect(text).toContain(words);
  }
  expect(text).not.toContain('Research');
  expect(banner()?.querySelector('a')?.getAttribute('href')).toBe('/privacy');
});

test('R33 R35 names where to change or withdraw the answer', () => {
  showBanner(port, baked);

  expect(banner()?.textContent).toContain(`“${messages.reopen}”`);
});

test('R01 R03 R29 shows three buttons that differ in word and action only', () => {
  showBanner(port, baked);

  const shapes = [...(banner()?.querySelectorAll('button') ?? [])].map((one) =>
    [...one.attributes].map(({ name, value }) =>
      name === 'data-sluis-action' ? name : `${name}=${value}`,
    ),
  );
  expect(shapes).toHaveLength(3);
  expect(new Set(shapes.map(String)).size).toBe(1);
});

test('is a non-modal dialog whose words are light children, where automatic clients look', () => {
  showBanner(port, baked);

  expect(banner()?.getAttribute('role')).toBe('dialog');
  expect(banner()?.hasAttribute('aria-modal')).toBe(false);
  expect(button('refuse').parentElement).toBe(banner());
  expect(banner()?.shadowRoot?.querySelector('slot')).not.toBeNull();
});

test('a script may refuse: every consent is refused and the banner is gone at once', () => {
  showBanner(port, baked);
  const decide = vi.spyOn(port, 'decide').mockImplementation(async () => {
    expect(banner()).not.toBeNull();
    return true;
  });

  button('refuse').click();

  expect(decide).toHaveBeenCalledWith({ analytics: false, ads: false }, 'banner');
  expect(banner()).toBeNull();
});

test('a script may not accept', () => {
  showBanner(port, baked);

  button('accept').click();

  expect(port.decided).toEqual([]);
  expect(banner()).not.toBeNull();
});

test('a person may accept', () => {
  showBanner(port, baked);

  trustedClick(button('accept'));

  expect(port.decided).toEqual([{ answers: { analytics: true, ads: true }, method: 'banner' }]);
  expect(banner()).toBeNull();
});

test('asks only what is open, and a grant covers only that, while a refusal covers all', () => {
  port.receive({ analytics: false });
  showBanner(port, baked);

  expect(banner()?.textContent).not.toContain('Statistics');
  trustedClick(button('accept'));
  expect(port.decided.at(-1)?.answers).toEqual({ ads: true });

  const other = fakePort();
  other.receive({ analytics: true });
  showBanner(other, baked);
  button('refuse').click();
  expect(other.decided.at(-1)?.answers).toEqual({ analytics: false, ads: false });
});

test('R09 scrolling, Escape and pressing anything else decides nothing', () => {
  showBanner(port, baked);

  document.dispatchEvent(new Event('scroll'));
  banner()?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  trustedClick(document.body);
  const heading = banner()?.querySelector('h2');
  if (heading) trustedClick(heading);

  expect(port.decided).toEqual([]);
  expect(banner()).not.toBeNull();
});

test('the settings button opens the preferences and leaves the banner', () => {
  showBanner(port, baked);

  button('settings').click();

  expect(port.opened).toBe(1);
  expect(banner()).not.toBeNull();
});

test('close takes the banner away without a decision', () => {
  const { close } = showBanner(port, baked);

  close();

  expect(banner()).toBeNull();
  expect(port.decided).toEqual([]);
});

test('parses no HTML and writes no inline style, so Trusted Types and a strict CSP agree', () => {
  const innerHtml = vi.spyOn(Element.prototype, 'innerHTML', 'set');
  const setAttribute = vi.spyOn(Element.prototype, 'setAttribute');

  showBanner(port, baked);

  expect(innerHtml).not.toHaveBeenCalled();
  expect(setAttribute.mock.calls.map(([name]) => name)).not.toContain('style');
  expect(document.querySelectorAll('style')).toHaveLength(0);
});

test('a name or text with markup or braces in it stays text', () => {
  const name = '<img src=x onerror=alert(1)> {policyUrl}';
  const hostile = {
    ...port,
    policy: { ...port.policy, controller: { ...port.policy.controller, name } },
  };

  showBanner(hostile, baked);

  expect(banner()?.textContent).toContain(name);
  expect(banner()?.querySelector('img')).toBeNull();
});
