import type { FastifyInstance, FastifyRequest } from 'fastify';
import { checkAccess } from '../check-access.js';
import { Failure } from '../errors.js';
import type { Services } from '../services.js';
import type { Tenant } from '../tenant.js';
import { pagePath } from './page-path.js';
import type { PageView, PageViews } from './page-views.js';

/** Different pages a day; what comes after them is one. Somebody may make up paths. */
const mostPages = 2000;
const others = '(others)';

/** How long views gather before they are written. Milliseconds. */
const gathering = 5000;

/** A page seen less often than this on a day is not told (PROMISES S23). */
const minimum = 10;

const day = 24 * 3600 * 1000;
const dayOf = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 10);

/** 25 months (CNIL 2020; R54). Days. */
const longestKept = 761;

/** Where the rules exempt no counting the configuration has no such purpose: the validator refuses it. */
export function isExempt({ policy }: Tenant): boolean {
  return !!policy?.purposes.some(({ deviceAccess }) => deviceAccess === 'measurement');
}

interface Gathered {
  add(tenant: string, page: string): void;
  flush(): Promise<void>;
}

/** Numbers that wait to be written; after a failure they wait on. */
function gather(store: PageViews, now: () => number): Gathered {
  let waiting = new Map<string, PageView>();
  const note = (one: PageView): void => {
    const key = JSON.stringify([one.tenant, one.day, one.page]);
    const views = one.views + (waiting.get(key)?.views ?? 0);
    const isNew = !waiting.has(key) && waiting.size >= mostPages;
    if (isNew && one.page !== others) note({ ...one, page: others });
    else waiting.set(key, { ...one, views });
  };
  return {
    add: (tenant, page) => note({ tenant, day: dayOf(now()), page, views: 1 }),
    async flush() {
      const views = [...waiting.values()];
      if (!views.length) return;
      waiting = new Map();
      try {
        await store.add(views);
        await store.forget(dayOf(now() - longestKept * day));
      } catch {
        views.forEach(note);
      }
    },
  };
}

function parse(body: unknown): unknown {
  try {
    const given: object = Object(JSON.parse(String(body)));
    const { page, ...rest }: { readonly page?: unknown } = given;
    return Object.keys(rest).length ? undefined : page;
  } catch {
    return undefined;
  }
}

/**
 * `POST /v1/page-views` counts a page, without cookie, id or address, where the law exempts that (Tw
 * 11.7a(3), CNIL 2020; R46, R53), and is not there where it does not. `GET` tells the numbers of days that
 * are over, none that is small.
 */
export function counter(
  app: FastifyInstance,
  { tenantOf, now }: Pick<Services, 'tenantOf' | 'now'>,
  store: PageViews,
): void {
  const gathered = gather(store, now);
  const timer = setInterval(() => void gathered.flush(), gathering).unref();
  app.addHook('onClose', async () => {
    clearInterval(timer);
    await gathered.flush();
    await store.close();
  });

  // A room of its own: a beacon's body is text.
  void app.register(async (room) => {
    room.removeAllContentTypeParsers();
    const parsing = { parseAs: 'string', bodyLimit: 1024 } as const;
    room.addContentTypeParser('text/plain', parsing, (_request, body, done) => done(null, body));
    const schema = { summary: 'Counts a page that was seen, and nothing of who saw it' };
    room.post('/v1/page-views', { schema }, async (request, reply) => {
      const tenant = tenantOf(request);
      if (!isExempt(tenant)) throw new Failure('not-found');
      const page = pagePath(parse(request.body));
      if (page === undefined) throw new Failure('body');
      gathered.add(tenant.id, page);
      return reply.code(204).send();
    });
  });

  const schema = { summary: 'Pages seen by day; small numbers are not told' };
  const read = async (request: FastifyRequest): Promise<object> => {
    const tenant = tenantOf(request);
    checkAccess(request, tenant, 'statistics');
    await gathered.flush();
    const views = await store.between(tenant.id, dayOf(now() - 90 * day), dayOf(now() - day));
    return {
      pages: views.map((one) => ({
        day: one.day,
        page: one.page,
        views: one.views < minimum ? 'suppressed' : one.views,
      })),
    };
  };
  app.get('/v1/page-views', { schema }, read);
}
