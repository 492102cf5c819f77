import type { FastifyInstance } from 'fastify';
import { caseWords, shownCase, type Case, type Right, type ShownCase } from '../case.js';
import { Failure } from '../errors.js';
import { fileCase } from '../file-case.js';
import { exactly } from '../request-words.js';
import { requesterOf, type Requester } from '../requester-of.js';
import type { Services } from '../services.js';
import { noteForRecipients, tellRecipients, type Told } from '../tell-recipients.js';
import type { Tenant } from '../tenant.js';

export interface CaseRequest {
  readonly right: Right;
  readonly purpose?: string;
  readonly text?: string;
}

const schema = {
  summary: 'Uses a right: the answer has a case number',
  body: exactly(caseWords, 'purpose', 'text'),
};

/** The purpose must be there, and for a person's look at a machine's decision be one that decides so. */
function checkPurpose({ right, purpose }: CaseRequest, { policy }: Tenant): void {
  if (purpose === undefined && right !== 'human-review') return;
  const found = policy?.purposes.find(({ id }) => id === purpose);
  if (policy && !found) throw new Failure('purpose');
  if (right === 'human-review' && policy && !found?.automatedDecision) throw new Failure('purpose');
  if (purpose === undefined) throw new Failure('purpose');
}

/** Who had the data is told what was asked (GDPR art. 19), where somebody is named by a token. */
async function tell(
  { right, text }: CaseRequest,
  { subject }: Requester,
  tenant: Tenant,
  { store, now }: Services,
): Promise<Partial<Told>> {
  const concerns = right === 'rectification' || right === 'restriction';
  if (!concerns || subject === undefined || !tenant.recipients.length) return {};
  const messages = await noteForRecipients(store, tenant, { right, subject, text }, now());
  return tellRecipients(store, tenant, messages);
}

/** What somebody asked before, oldest first. What the desk wrote down as an answer is in the history. */
async function casesOf(
  owner: string,
  { id }: Tenant,
  { store }: Services,
): Promise<readonly ShownCase[]> {
  const facts = await store.factsOf(id, owner);
  const filed = facts.filter(({ kind }) => kind === 'case');
  return filed
    .map(({ body }): Case => JSON.parse(body))
    .filter(({ right }) => right !== 'desk-entry')
    .map(shownCase);
}

/**
 * `POST /v1/me/cases`: a right is used, an automated decision contested (GDPR art. 22(3)). The case lies
 * in the chain, so when it came can be shown. `GET` gives those that came before.
 */
export function cases(app: FastifyInstance, services: Services): void {
  const { store, tenantOf, now } = services;
  const summary = 'Rights that were used';
  app.get('/v1/me/cases', { schema: { summary } }, async (request) => {
    const tenant = tenantOf(request);
    const { owner } = await requesterOf(request, tenant);
    return { cases: await casesOf(owner, tenant, services) };
  });

  app.post<{ Body: CaseRequest }>('/v1/me/cases', { schema }, async (request, reply) => {
    const tenant = tenantOf(request);
    const requester = await requesterOf(request, tenant);
    const { body } = request;
    checkPurpose(body, tenant);
    const told = await tell(body, requester, tenant, services);
    const one: Omit<Case, 'number' | 'at'> = { ...body, ...told, channel: 'page' };
    const filed = await fileCase(store, tenant, requester.owner, one, now());
    return reply.code(201).send(shownCase(filed));
  });
}
