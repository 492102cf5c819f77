// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { showReopen } from '../../../packages/ui/src/show-reopen.js';
import { messages } from '../../../packages/ui/src/messages/en.js';
import { fakePort } from './fake-port.js';

test('R07 a button opens the preferences until it is taken away', () => {
  const port = fakePort();
  const { close } = showReopen(port, messages.reopen);
  const button = document.querySelector<HTMLElement>(
    '[data-sluis=reopen] [data-sluis-action=settings]',
  );

  button?.click();
  expect(port.opened).toBe(1);
  expect(button?.textContent).toBe(messages.reopen);

  close();
  expect(document.querySelector('[data-sluis=reopen]')).toBeNull();
});
