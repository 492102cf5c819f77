import type { Answers } from '@sluis/consent';
import type { Acknowledgement, Decision } from '@sluis/schema';
import type { FastifyInstance } from 'fastify';
import { acknowledge } from '../acknowledge.js';
import { caseWords, shownCase, type Right } from '../case.js';
import { checkAccess } from '../check-access.js';
import { Failure } from '../errors.js';
import { fileAnswers } from '../file-answers.js';
import { fileCase } from '../file-case.js';
import { linkLife, linkToken } from '../link-token.js';
import { deskChannels, exactly, language, name, subject, uuid } from '../request-words.js';
import type { Services } from '../services.js';
import { noteForRecipients, tellRecipients, type Told } from '../tell-recipients.js';
import type { Tenant } from '../tenant.js';

/** By which way the desk heard it. */
type DeskChannel = NonNullable<Decision['channel']>;

interface Entry {
  /** As the site's tokens name the person. */
  readonly subject: string;
  readonly channel: DeskChannel;
  /** Who wrote it down. */
  readonly agent: string;
}

export interface DeskAnswers extends Entry {
  readonly id: string;
  readonly language: string;
  readonly answers: Answers;
}

export interface DeskCase extends Entry {
  readonly right: Right;
  readonly purpose?: string;
  readonly text?: string;
}

export interface LinkRequest {
  readonly subject: string;
  readonly language: string;
}

const entry = {
  subject,
  channel: { type: 'string', enum: deskChannels },
  agent: { type: 'string', minLength: 1, maxLength: 64, pattern: '^[\\w.-]+$' },
};

const answersSchema = {
  summary: 'Writes down what somebody answered by phone, mail or letter, or at the counter',
  body: exactly({
    ...entry,
    id: uuid,
    language,
    answers: {
      type: 'object',
      minProperties: 1,
      maxProperties: 64,
      propertyNames: name,
      additionalProperties: { enum: [true, false, 'restrict', 'lift'] },
    },
  }),
};

const caseSchema = {
  summary: 'Writes down that somebody used a right',
  body: exactly({ ...entry, ...caseWords }, 'purpose', 'text'),
};

const linkSchema = {
  summary: 'Makes a link to the opt-out page that works without signing in',
  body: exactly({ subject, language }),
};

function checkPurposes(answers: Answers, { policy }: Tenant): void {
  const known = new Set(policy?.purposes.map(({ id }) => id));
  if (!Object.keys(answers).every((id) => known.has(id))) throw new Failure('purpose');
}

/** What an entry with this id said, when it came before: an agent may press twice. */
async function before(
  { store }: Services,
  { id: tenant }: Tenant,
  id: string,
  owner: string,
): Promise<Acknowledgement | undefined> {
  const fact = await store.readFact(tenant, id);
  if (!fact) return undefined;
  if (fact.owner !== owner) throw new Failure('conflict');
  const decision: Decision = JSON.parse(fact.body);
  return acknowledge(decision, fact.body, fact.receivedAt);
}

async function writeDown(
  services: Services,
  tenant: Tenant,
  { id, subject, channel, agent, language, answers }: DeskAnswers,
): Promise<Acknowledgement | undefined> {
  checkPurposes(answers, tenant);
  const owner = tenant.hash('subject', subject);
  const there = await before(services, tenant, id, owner);
  if (there) return there;
  const choice = { by: 'person', answers } as const;
  const given = { id, choice, method: 'desk', language, channel } as const;
  const filed = await fileAnswers(services, tenant, { owner, isDevice: false }, given);
  if (filed) {
    const one = { right: 'desk-entry', channel, agent, decision: id } as const;
    await fileCase(services.store, tenant, owner, one, services.now());
  }
  return filed?.acknowledgement;
}

/** Who had the data is told of a correction (GDPR art. 19). */
async function tell(
  { right, text }: Pick<DeskCase, 'right' | 'text'>,
  subject: string,
  tenant: Tenant,
  { store, now }: Services,
): Promise<Partial<Told>> {
  if (right !== 'rectification' || !tenant.recipients.length) return {};
  const messages = await noteForRecipients(store, tenant, { right, subject, text }, now());
  return tellRecipients(store, tenant, messages);
}

/**
 * What staff write down for a person (PROMISES S36), with channel and agent. Here a grant may come without a
 * click: the person gave it to the agent, who answers for it.
 */
export function desk(app: FastifyInstance, services: Services): void {
  const { tenantOf, store, now } = services;

  app.post<{ Body: DeskAnswers }>(
    '/v1/desk/decisions',
    { schema: answersSchema },
    async (request, reply) => {
      const tenant = tenantOf(request);
      checkAccess(request, tenant, 'desk');
      const said = await writeDown(services, tenant, request.body);
      return said ? reply.code(201).send(said) : reply.code(204).send();
    },
  );

  app.post<{ Body: DeskCase }>('/v1/desk/cases', { schema: caseSchema }, async (request, reply) => {
    const tenant = tenantOf(request);
    checkAccess(request, tenant, 'desk');
    const { subject, ...one } = request.body;
    const told = await tell(one, subject, tenant, services);
    const owner = tenant.hash('subject', subject);
    const filed = await fileCase(store, tenant, owner, { ...one, ...told }, now());
    return reply.code(201).send(shownCase(filed));
  });

  app.post<{ Body: LinkRequest }>(
    '/v1/desk/links',
    { schema: linkSchema },
    async (request, reply) => {
      const tenant = tenantOf(request);
      checkAccess(request, tenant, 'desk');
      const expiresAt = now() + linkLife;
      const owner = tenant.hash('subject', request.body.subject);
      const token = linkToken(tenant, { owner, language: request.body.language, expiresAt });
      return reply
        .code(201)
        .send({ path: `/opt-out/${token}`, expiresAt: new Date(expiresAt).toISOString() });
    },
  );
}
