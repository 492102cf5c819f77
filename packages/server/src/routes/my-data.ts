import type { Decision } from '@sluis/schema';
import type { FastifyInstance } from 'fastify';
import { acknowledge } from '../acknowledge.js';
import { shownCase, type Case, type ShownCase } from '../case.js';
import type { Activity, Fact } from '../database/contract.js';
import { fileCase, caseLife } from '../file-case.js';
import { requesterOf } from '../requester-of.js';
import type { Kept } from '../server-options.js';
import type { Services } from '../services.js';
import { noteForRecipients, tellRecipients } from '../tell-recipients.js';
import type { Tenant } from '../tenant.js';

/** All that the server has of somebody, in one structured document (GDPR art. 15 and 20). */
export interface MyData {
  readonly schema: 'ISO/IEC TS 27560:2023';
  readonly exportedAt: string;
  readonly decisions: readonly {
    readonly decision: Decision;
    readonly acknowledgement: ReturnType<typeof acknowledge>;
    readonly keptUntil: string;
  }[];
  readonly cases: readonly ShownCase[];
  readonly contacts: readonly {
    readonly channel: string;
    readonly kind: string;
    readonly at: string;
  }[];
  readonly activities: readonly {
    readonly purpose: string;
    readonly kind: string;
    readonly place: string;
    readonly profiling: boolean;
    readonly at: string;
    readonly keptUntil: string;
  }[];
  /** Canonical policies by their SHA-256. */
  readonly policies: { readonly [hash: string]: string };
}

/** What became of a request for erasure. */
export interface Erasure {
  readonly erased: readonly { readonly what: string; readonly count: number }[];
  readonly kept: readonly Kept[];
  readonly told: readonly string[];
  readonly untold: readonly string[];
  readonly number: string;
}

const moment = (milliseconds: number): string => new Date(milliseconds).toISOString();

function decisionIn(fact: Fact): MyData['decisions'][number] {
  const decision: Decision = JSON.parse(fact.body);
  return {
    decision,
    acknowledgement: acknowledge(decision, fact.body, fact.receivedAt),
    keptUntil: moment(fact.expiresAt),
  };
}

function caseIn({ body }: Fact): ShownCase {
  const one: Case = JSON.parse(body);
  return shownCase(one);
}

function activityIn(one: Activity): MyData['activities'][number] {
  const { purpose, kind, place, profiling, at, expiresAt } = one;
  return { purpose, kind, place, profiling, at: moment(at), keptUntil: moment(expiresAt) };
}

async function myData(owner: string, { id }: Tenant, { store, now }: Services): Promise<MyData> {
  const facts = await store.factsOf(id, owner);
  const decisions = facts.filter(({ kind }) => kind === 'decision').map(decisionIn);
  const hashes = new Set(decisions.map(({ decision }) => decision.policy).filter(Boolean));
  const policies = await Promise.all(
    [...hashes].map(async (hash) => [hash, (await store.readPolicy(id, hash)) ?? ''] as const),
  );
  return {
    schema: 'ISO/IEC TS 27560:2023',
    exportedAt: moment(now()),
    decisions,
    cases: facts.filter(({ kind }) => kind === 'case').map(caseIn),
    contacts: (await store.contactsOf(id, owner)).map(({ channel, kind, at }) => ({
      channel,
      kind,
      at: moment(at),
    })),
    activities: (await store.activitiesOf(id, owner)).map(activityIn),
    policies: Object.fromEntries(policies),
  };
}

/** That somebody used a right must stay provable: it is all that the server itself keeps. */
function proofKept(now: number): Kept {
  return { what: 'cases', ground: 'c', until: moment(now + caseLife) };
}

/** Erases what there is; nothing to say where there was nothing. */
async function erase(
  owner: string,
  subject: string | undefined,
  tenant: Tenant,
  { store, now }: Services,
): Promise<Erasure | undefined> {
  const messages =
    subject === undefined
      ? []
      : await noteForRecipients(store, tenant, { right: 'erasure', subject }, now());
  const erased = [
    { what: 'decisions', count: await store.erase(tenant.id, owner, 'decision') },
    { what: 'contacts', count: await store.dropContacts(tenant.id, { subject: owner }) },
    { what: 'activities', count: await store.dropActivities(tenant.id, { subject: owner }) },
  ];
  if (erased.every(({ count }) => count === 0)) {
    await Promise.all(messages.map(({ id }) => store.dropMessage(tenant.id, id)));
    return undefined;
  }
  const told = await tellRecipients(store, tenant, messages);
  const one = { right: 'erasure', channel: 'page', ...told } as const;
  const { number } = await fileCase(store, tenant, owner, one, now());
  return { erased, kept: [proofKept(now()), ...tenant.kept], ...told, number };
}

/** `GET` and `DELETE /v1/me/data`: a copy of everything, and its erasure with what is kept and why. */
export function myDataRoutes(app: FastifyInstance, services: Services): void {
  app.get(
    '/v1/me/data',
    { schema: { summary: 'A copy of all there is' } },
    async (request, reply) => {
      const tenant = services.tenantOf(request);
      const { owner } = await requesterOf(request, tenant);
      return reply
        .header('content-disposition', 'attachment; filename="my-data.json"')
        .send(await myData(owner, tenant, services));
    },
  );

  app.delete(
    '/v1/me/data',
    { schema: { summary: 'Erases what may be erased' } },
    async (request, reply) => {
      const tenant = services.tenantOf(request);
      const { owner, subject } = await requesterOf(request, tenant);
      const erasure = await erase(owner, subject, tenant, services);
      return erasure ? reply.send(erasure) : reply.code(204).send();
    },
  );
}
