import { expect, test } from 'vitest';
import { gatherLines } from '../../../packages/server/src/gather-lines.js';

test('lines of one turn go out in one write, in their order', async () => {
  const written: string[] = [];
  const lines = gatherLines({ write: (text) => void written.push(text) });

  for (const line of ['1\n', '2\n']) lines.write(line);
  await new Promise(setImmediate);
  lines.write('3\n');
  await new Promise(setImmediate);

  expect(written).toEqual(['1\n2\n', '3\n']);
});
