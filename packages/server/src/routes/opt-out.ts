import { decisionId, stateOf, type Refusals } from '@sluis/consent';
import type { Decision, Policy } from '@sluis/schema';
import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Case } from '../case.js';
import { Failure } from '../errors.js';
import { fileAnswers, policyOf } from '../file-answers.js';
import { linkClaims } from '../link-token.js';
import { optOutPage } from '../opt-out-page.js';
import { queryOf } from '../query-of.js';
import type { Services } from '../services.js';

interface Params {
  readonly Params: { readonly token: string };
}

/** Links are longer than what a path usually holds. */
type Claims = NonNullable<ReturnType<typeof linkClaims>>;

function claimsOf(token: string, { tenants, now }: Services): Claims {
  const claims = linkClaims(token, tenants, now());
  if (!claims) throw new Failure('not-found');
  return claims;
}

/** What the form asks to stop: one purpose, or all that can be. */
function refusalsIn(form: URLSearchParams, policy: Policy): Refusals {
  const stop = form.get('stop');
  const all = policy.purposes.filter(({ control }) => control !== 'locked');
  const chosen = all.filter(({ id }) => stop === '*' || stop === id);
  return Object.fromEntries(chosen.map(({ id }) => [id, false] as const));
}

/** What mail programs send, without a person's page (RFC 8058, 3.2). */
function isOneClick(form: URLSearchParams): boolean {
  return form.get('List-Unsubscribe') === 'One-Click';
}

/** The fields of a form as mail programs may also send it (RFC 7578). */
function fieldsIn(body: string): URLSearchParams {
  const fields = new URLSearchParams();
  const parts = body.matchAll(/;\s*name="([^"]*)"[^\r\n]*\r?\n\r?\n([^\r\n]*)/g);
  for (const [, name = '', value = ''] of parts) fields.append(name, value);
  return fields;
}

async function show(
  { tenant, owner, language }: Claims,
  services: Services,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const facts = await services.store.factsOf(tenant.id, owner);
  const bodies = (kind: 'decision' | 'case'): string[] =>
    facts.filter((one) => one.kind === kind).map(({ body }) => body);
  const decisions = bodies('decision').map((body): Decision => JSON.parse(body));
  const page = optOutPage({
    policy: policyOf(tenant),
    state: stateOf(decisions),
    decisions,
    cases: bodies('case').map((body): Case => JSON.parse(body)),
    language,
    now: services.now(),
  });
  const policy = "default-src 'none'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
  return reply
    .header('content-security-policy', policy)
    .type('text/html; charset=utf-8')
    .send(page);
}

/**
 * `GET` and `POST /opt-out/:token`: the page for who has no script, from a signed link and without signing in.
 * It only ever stops things: a link is passed on and followed by machines, and only a person may grant. The
 * link itself is the proof, so the form may come from any origin (`no-referrer` makes it `null`).
 *
 * `POST /opt-out/:token?stop=purpose` with `List-Unsubscribe=One-Click` stops that purpose and answers 200 with
 * nothing, as mail programs ask it (RFC 8058).
 */
export function optOut(app: FastifyInstance, services: Services): void {
  const config = { anyOrigin: true };
  const schema = { hide: true };
  app.get<Params>('/opt-out/:token', { schema, config }, async (request, reply) =>
    show(claimsOf(request.params.token, services), services, reply),
  );

  void app.register(async (room) => {
    room.removeAllContentTypeParsers();
    const parsing = { parseAs: 'string', bodyLimit: 1024 } as const;
    room.addContentTypeParser(
      'application/x-www-form-urlencoded',
      parsing,
      (_request, body, done) => done(null, new URLSearchParams(String(body))),
    );
    room.addContentTypeParser('multipart/form-data', parsing, (_request, body, done) =>
      done(null, fieldsIn(String(body))),
    );
    room.post<Params & { Body: URLSearchParams }>(
      '/opt-out/:token',
      { schema, config },
      async (request, reply) => {
        const { tenant, owner, language } = claimsOf(request.params.token, services);
        const form = request.body;
        const isClick = isOneClick(form);
        if (isClick) form.set('stop', new URLSearchParams(queryOf(request)).get('stop') ?? '');
        const answers = refusalsIn(form, policyOf(tenant));
        await fileAnswers(
          services,
          tenant,
          { owner, isDevice: false },
          {
            id: decisionId(services.now(), randomBytes(16)),
            choice: { by: 'machine', answers },
            method: 'mail',
            language,
          },
        );
        if (isClick) return reply.send();
        return reply.redirect(`/opt-out/${request.params.token}`, 303);
      },
    );
  });
}
