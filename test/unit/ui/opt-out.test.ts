// @vitest-environment happy-dom
import type { Receipt } from '@sluis/schema';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { mountOptOut } from '../../../packages/ui/src/mount-opt-out.js';
import { messages } from '../../../packages/ui/src/messages/en.js';
import { fakePort, type FakePort } from './fake-port.js';

let port: FakePort;
let host: HTMLElement;
let unmount: () => void;

function find(selector: string): HTMLElement {
  const found = host.shadowRoot?.querySelector(selector);
  if (!(found instanceof HTMLElement)) throw new Error(`no "${selector}"`);
  return found;
}

const words = (): string => host.shadowRoot?.textContent ?? '';

beforeEach(() => {
  port = fakePort();
  host = document.createElement('div');
  host.setAttribute('data-sluis', 'opt-out');
  document.body.append(host);
  unmount = mountOptOut(host, port, messages);
});

afterEach(() => {
  unmount();
  host.remove();
});

test('says that nothing was answered, and offers the choices all the same', () => {
  expect(words()).toContain(messages.notAnswered);
  expect(host.shadowRoot?.querySelectorAll('.purposes>li>.row [role=switch]')).toHaveLength(4);
  expect(find('[data-sluis-action=save]').textContent).toBe(messages.save);
});

test('R67 marks its language and direction', () => {
  expect(host.getAttribute('lang')).toBe('en');
  expect(host.getAttribute('dir')).toBe('ltr');
});

test('S13 follows a change that is made elsewhere', () => {
  port.receive({ analytics: true, ads: false });

  expect(words()).toContain(messages.answered);
  const switches = [
    ...(host.shadowRoot?.querySelectorAll<HTMLInputElement>('.purposes>li>.row input') ?? []),
  ].map(({ checked }) => checked);
  expect(switches).toEqual([true, true, false, false]);
});

test('S15 shows whether the visitor is known, and forgets it at sign-out', () => {
  expect(words()).toContain(messages.notIdentified);

  port.identified = true;
  port.receive({});
  expect(words()).toContain(messages.identified);

  port.identified = false;
  port.receive({});
  expect(words()).toContain(messages.notIdentified);
});

test('withdraws with one press and says that it is saved', async () => {
  port.receive({ analytics: true, ads: true });

  find('[data-sluis-action=withdraw]').click();

  await vi.waitFor(() => expect(find('[role=status]').textContent).toBe(messages.saved));
  expect(port.decided).toEqual([{ answers: { analytics: false, ads: false }, method: 'opt-out' }]);
});

test('gives the receipt as a JSON file, and says so when there is none', async () => {
  const files: Blob[] = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    if (blob instanceof Blob) files.push(blob);
    return 'blob:receipt';
  });
  find('button.plain').click();
  await vi.waitFor(() => expect(words()).toContain(messages.receiptNone));

  port.receive({ analytics: true });
  find('button.plain').click();

  await vi.waitFor(() => expect(files).toHaveLength(1));
  const receipt: Receipt = JSON.parse((await files[0]?.text()) ?? '');
  expect(receipt.decision.purposes['analytics']?.answer).toBe('granted');
});

test('is taken away whole, follows nothing any more, and can be mounted again', () => {
  unmount();
  port.receive({ analytics: true });
  expect(words()).toBe('');

  unmount = mountOptOut(host, port, messages);
  expect(words()).toContain(messages.notAnswered);
});
