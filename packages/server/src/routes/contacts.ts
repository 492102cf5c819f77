import { decisionId } from '@sluis/consent';
import type { Acknowledgement } from '@sluis/schema';
import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { barToPerson } from '../bar-to-person.js';
import { checkAccess } from '../check-access.js';
import { Failure } from '../errors.js';
import type { Giver } from '../file-and-tell.js';
import { fileAnswers } from '../file-answers.js';
import { ruleFor, type Bar } from '../may-contact.js';
import { exactly, name, subject } from '../request-words.js';
import { requesterOf } from '../requester-of.js';
import type { ContactRules } from '../server-options.js';
import type { Services } from '../services.js';
import type { Tenant } from '../tenant.js';

export interface ContactAsk {
  /** Made by the sender, so that asking twice counts once. */
  readonly id: string;
  readonly subject: string;
  readonly channel: string;
  readonly kind: string;
}

export interface ContactList {
  readonly channel: string;
  readonly kind: string;
  readonly subjects: readonly string[];
}

/** May this be sent? With `limit`, from when it may. */
export type ContactAnswer =
  | { readonly answer: 'yes' }
  | { readonly answer: 'no'; readonly reason: Bar }
  | { readonly answer: 'no'; readonly reason: 'limit'; readonly next: string };

const askSchema = {
  summary: 'May this person be sent this now? A yes is counted',
  body: exactly({
    id: { type: 'string', pattern: '^[\\w-]{16,64}$' },
    subject,
    channel: name,
    kind: name,
  }),
};

const listSchema = {
  summary: 'Who of this list may be reached so? Nothing is counted',
  body: exactly({
    channel: name,
    kind: name,
    subjects: { type: 'array', maxItems: 1000, items: subject },
  }),
};

const stopSchema = { summary: 'No marketing at all: one refusal per channel' };

const day = 24 * 3600 * 1000;

function rulesOf({ contacts }: Tenant): ContactRules {
  if (!contacts) throw new Failure('purpose');
  return contacts;
}

async function ask(
  services: Services,
  tenant: Tenant,
  { id, subject, channel, kind }: ContactAsk,
): Promise<ContactAnswer> {
  const rules = rulesOf(tenant);
  const { purpose, counted } = ruleFor(rules, channel, kind);
  const bar = await barToPerson(services, tenant, subject, purpose);
  if (bar) return { answer: 'no', reason: bar };
  const { most = 1, days = 30 } = rules;
  const at = services.now();
  // Hashed, since the sender makes it, perhaps of the client's number.
  const message = tenant.hash('contact', id);
  const owner = tenant.hash('subject', subject);
  const contact = { id: message, subject: owner, channel, kind, counted, at };
  const claim = await services.store.claimContact(tenant.id, contact, at - days * day, most);
  if (claim.granted) return { answer: 'yes' };
  return { answer: 'no', reason: 'limit', next: new Date(claim.since + days * day).toISOString() };
}

async function allowed(
  services: Services,
  tenant: Tenant,
  { channel, kind, subjects }: ContactList,
): Promise<readonly string[]> {
  const { purpose } = ruleFor(rulesOf(tenant), channel, kind);
  const bars = await Promise.all(
    subjects.map((one) => barToPerson(services, tenant, one, purpose)),
  );
  return subjects.filter((_, index) => bars[index] === undefined);
}

/** One decision per purpose of a channel, so that each channel has its proof (PROMISES S49, R21). */
async function stopAll(
  services: Services,
  tenant: Tenant,
  giver: Giver,
  language: string,
): Promise<readonly Acknowledgement[]> {
  const purposes = Object.values(rulesOf(tenant).channels).flatMap(({ purpose }) => purpose ?? []);
  const said: Acknowledgement[] = [];
  for (const purpose of new Set(purposes)) {
    const filed = await fileAnswers(services, tenant, giver, {
      id: decisionId(services.now(), randomBytes(16)),
      choice: { by: 'person', answers: { [purpose]: false } },
      method: 'opt-out',
      language,
    });
    if (filed) said.push(filed.acknowledgement);
  }
  return said;
}

/** The contact ledger: who sends asks first, and of those who ask at once one gets the yes. */
export function contacts(app: FastifyInstance, services: Services): void {
  const { tenantOf } = services;

  app.post<{ Body: ContactAsk }>('/v1/contacts/ask', { schema: askSchema }, async (request) => {
    const tenant = tenantOf(request);
    checkAccess(request, tenant, 'contacts');
    return ask(services, tenant, request.body);
  });

  const bodyLimit = 512 * 1024;
  app.post<{ Body: ContactList }>(
    '/v1/contacts/filter',
    { schema: listSchema, bodyLimit },
    async (request) => {
      const tenant = tenantOf(request);
      checkAccess(request, tenant, 'contacts');
      return { allowed: await allowed(services, tenant, request.body) };
    },
  );

  app.post('/v1/me/no-marketing', { schema: stopSchema }, async (request) => {
    const tenant = tenantOf(request);
    const { owner, subject } = await requesterOf(request, tenant);
    const giver = { owner, isDevice: subject === undefined };
    const language = tenant.policy?.languages[0] ?? 'en';
    return { acknowledgements: await stopAll(services, tenant, giver, language) };
  });
}
