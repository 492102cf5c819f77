import type { FastifyInstance } from 'fastify';
import type { Services } from './services.js';
import { tidy } from './tidy.js';

/** Milliseconds from the end of one round to the next. */
const pause = 15 * 60 * 1000;

/** Tidies from the start of the server to its end; what went wrong is tried again the next time. */
export function tidyRegularly(app: FastifyInstance, { store, tenants, now }: Services): void {
  let timer: NodeJS.Timeout | undefined;
  let round: Promise<void> = Promise.resolve();

  async function run(): Promise<void> {
    try {
      await tidy(store, tenants, now());
    } catch (error) {
      app.log.error({ err: error }, 'tidying failed');
    }
  }

  function wait(): void {
    timer = setTimeout(() => {
      round = run().then(wait);
    }, pause).unref();
  }

  app.addHook('onReady', async () => wait());
  app.addHook('onClose', async () => {
    clearTimeout(timer);
    await round;
    clearTimeout(timer);
  });
}
