import type { Verdict } from '@sluis/gate';
import { describe, expect, it } from 'vitest';
import { createQueue } from '../../../packages/gate/src/queue.ts';
import { releaseWaiting } from '../../../packages/gate/src/release/release-waiting.ts';

function setUp() {
  const queue = createQueue();
  const said: string[] = [];
  let verdict: Verdict = 'hold';
  const hit = (name: string): unknown =>
    queue.when(
      () => verdict,
      () => said.push(name),
      () => said.push(`${name} refused`),
    );
  return { queue, said, hit, say: (next: Verdict) => (verdict = next) };
}

describe('the queue of held hits', () => {
  it('R02 runs each hit once, in order, when it passes', () => {
    const { queue, said, hit, say } = setUp();
    hit('one');
    hit('two');

    say('pass');
    const steps = [...releaseWaiting(queue), ...releaseWaiting(queue)];

    expect(said).toEqual(['one', 'two']);
    expect(steps).toHaveLength(2);
  });

  it('R02 refuses at once what is dropped, and never sends it', () => {
    const { queue, said, hit, say } = setUp();
    hit('one');

    say('drop');
    queue.settle();
    say('pass');

    expect([...releaseWaiting(queue)]).toEqual([]);
    expect(said).toEqual(['one refused']);
  });

  it('R02 keeps a bounded number and refuses the rest', () => {
    const { said, hit } = setUp();

    for (let index = 0; index < 201; index++) hit(String(index));

    expect(said).toEqual(['200 refused']);
  });

  it('R02 keeps the last of what waits under one key, at its own place', () => {
    const { queue, said, hit, say } = setUp();
    const write = (value: string): unknown =>
      queue.when(
        () => (said.includes('go') ? 'pass' : 'hold'),
        () => said.push(value),
        () => said.push(`${value} replaced`),
        'key',
      );
    write('one');
    hit('hit');
    write('two');

    say('pass');
    said.push('go');
    const steps = [...releaseWaiting(queue)];

    expect(said).toEqual(['one replaced', 'go', 'hit', 'two']);
    expect(steps).toHaveLength(2);
  });

  it('R02 has room again for what the page itself has given up', () => {
    const { queue, said, hit } = setUp();
    let given: Verdict = 'hold';
    for (let index = 0; index < 200; index++)
      queue.when(
        () => given,
        () => said.push('sent'),
      );

    given = 'drop';
    hit('one');

    expect(said).toEqual([]);
    expect(queue.waiting.size).toBe(1);
  });

  it('R02 goes on after a hit that throws', () => {
    const { queue, said, hit, say } = setUp();
    queue.when(
      () => 'hold',
      () => said.push('never'),
    );
    let broken: Verdict = 'hold';
    queue.when(
      () => broken,
      () => {
        throw new Error('the page');
      },
    );
    hit('last');

    broken = 'pass';
    say('pass');
    expect([...releaseWaiting(queue)]).toHaveLength(2);

    expect(said).toEqual(['last']);
  });
});
