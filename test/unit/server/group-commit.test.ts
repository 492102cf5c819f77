import { describe, expect, it } from 'vitest';
import { groupCommit } from '../../../packages/server/src/database/group-commit.js';

describe('groupCommit', () => {
  it('puts the writes of one turn into one transaction', async () => {
    let transactions = 0;
    const { write } = groupCommit((work) => {
      transactions++;
      work();
    });

    const results = await Promise.all([1, 2, 3].map((n) => write(() => n * 2)));

    expect(results).toEqual([2, 4, 6]);
    expect(transactions).toBe(1);
  });

  it('R12 says nothing before the transaction is over', async () => {
    const events: string[] = [];
    const { write } = groupCommit((work) => {
      work();
      events.push('on disk');
    });

    await write(() => events.push('written')).then(() => events.push('said'));

    expect(events).toEqual(['written', 'on disk', 'said']);
  });

  it('lets a bad write fail alone', async () => {
    const { write } = groupCommit((work) => work());

    const results = await Promise.allSettled([
      write(() => 1),
      write(() => {
        throw new Error('bad');
      }),
      write(() => 3),
    ]);

    expect(results.map((one) => one.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('R12 fails a write whose transaction did not reach the disk', async () => {
    const { write } = groupCommit((work) => {
      work();
      throw new Error('disk full');
    });

    await expect(write(() => 1)).rejects.toThrow('disk full');
  });
});
