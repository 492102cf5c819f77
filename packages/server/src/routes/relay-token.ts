import { answerLife, stateOf } from '@sluis/consent';
import { isAllowing, type Decision, type State } from '@sluis/schema';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { deviceOf } from '../device-of.js';
import { Failure } from '../errors.js';
import type { Services } from '../services.js';

/** How long the relay takes a token. Milliseconds. */
const life = 15 * 60 * 1000;

export interface RelayTokenAnswer {
  readonly token: string;
  /** ISO 8601. */
  readonly expiresAt: string;
}

/** What stands as granted: not too old, and not restricted (GDPR art. 18). */
function grantedIn(state: State, now: number): readonly string[] {
  return Object.entries(state)
    .filter(
      ([purpose, { answer, at }]) =>
        !purpose.startsWith('!') &&
        isAllowing(answer) &&
        now - at < answerLife &&
        state[`!${purpose}`]?.answer !== 'restricted',
    )
    .map(([purpose]) => purpose);
}

async function answer(
  request: FastifyRequest,
  { store, tenantOf, now }: Services,
): Promise<RelayTokenAnswer> {
  const tenant = tenantOf(request);
  const device = deviceOf(request.headers['sluis-device'], tenant.hash);
  if (!device) throw new Failure('device');
  const owner = (await store.subjectOf(tenant.id, device)) ?? device;
  const history = (await store.factsOf(tenant.id, owner))
    .filter(({ kind }) => kind === 'decision')
    .map(({ body }): Decision => JSON.parse(body));
  const granted = grantedIn(stateOf(history), now());
  if (!granted.length) throw new Failure('not-found');
  const expires = now() + life;
  return {
    token: tenant.tokens.sign(granted, expires),
    expiresAt: new Date(expires).toISOString(),
  };
}

/**
 * `GET /v1/relay-token`: what the device, or the person that it belongs to, has granted, signed for the
 * relay. The second lock: a page that was not told of a withdrawal gets no further than this.
 */
export function relayToken(app: FastifyInstance, services: Services): void {
  const schema = { summary: 'What the device or its person has granted, signed for the relay' };
  app.get('/v1/relay-token', { schema }, (request) => answer(request, services));
}
