/** Something to be done together with others of its kind. */
interface Job<Item, Result> {
  readonly item: Item;
  readonly done: (result: Result) => void;
  readonly failed: (error: unknown) => void;
}

export interface Batched<Item, Result> {
  readonly add: (item: Item) => Promise<Result>;
  /** Resolves when nothing is under way or waits. */
  readonly idle: () => Promise<void>;
}

/**
 * While one batch is under way the next gathers, so the busier the store, the fewer its commits. One
 * after the other: batches of one tenant would wait for each other's lock anyway.
 * @param run answers one result per item, in their order, or fails for all of them
 * @param most items in one batch
 */
export function batched<Item, Result>(
  run: (items: readonly Item[]) => Promise<readonly Result[]>,
  most = 500,
): Batched<Item, Result> {
  const waiting: Job<Item, Result>[] = [];
  let running: Promise<void> | undefined;

  async function settle(jobs: readonly Job<Item, Result>[]): Promise<void> {
    try {
      const results = await run(jobs.map((job) => job.item));
      jobs.forEach((job, index) => {
        const result = results[index];
        if (result === undefined) job.failed(new Error('no result'));
        else job.done(result);
      });
    } catch (error) {
      // One bad item must not fail its neighbours: each gets a batch of its own.
      if (jobs.length > 1) for (const job of jobs) await settle([job]);
      else jobs.forEach((job) => job.failed(error));
    }
  }

  async function drain(): Promise<void> {
    while (waiting.length) {
      const jobs = waiting.splice(0, most);
      await settle(jobs);
    }
    running = undefined;
  }

  return {
    add: (item) =>
      new Promise((done, failed) => {
        waiting.push({ item, done, failed });
        // In the next turn, so that what arrived in this one goes along.
        running ??= new Promise((resolve) => setImmediate(resolve)).then(drain);
      }),
    idle: async () => running,
  };
}
