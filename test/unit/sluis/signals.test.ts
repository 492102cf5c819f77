// @vitest-environment happy-dom
import { effect } from '@preact/signals';
import { expect, test } from 'vitest';
import { createEvents } from '../../../packages/sluis/src/events.js';
import { allowsSignal } from '../../../packages/sluis/src/signals.js';
import type { Sluis } from '../../../packages/sluis/src/sluis.js';

test('S13 whoever reads the signal is run again when the answer changes, and only then', () => {
  const { on, emit } = createEvents();
  let allowed = false;
  const sluis: Pick<Sluis, 'allows' | 'on'> = { on, allows: () => allowed };
  const seen: boolean[] = [];
  const signal = allowsSignal(sluis, 'analytics');
  effect(() => void seen.push(signal.value));

  emit('change', undefined);
  allowed = true;
  emit('change', undefined);

  expect(seen).toEqual([false, true]);
});
