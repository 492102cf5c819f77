import type { FastifyInstance } from 'fastify';
import { barToPerson } from '../bar-to-person.js';
import { checkAccess } from '../check-access.js';
import { Failure } from '../errors.js';
import { exactly, name, subject } from '../request-words.js';
import type { Services } from '../services.js';

export interface RetentionAsk {
  readonly subject: string;
  readonly purpose: string;
  /** When its time began: the end of a procedure. ISO 8601. */
  readonly since: string;
}

const schema = {
  summary: 'Until when may the controller keep what a consent has it keep longer?',
  body: exactly({
    subject,
    purpose: name,
    since: { type: 'string', format: 'date-time' },
  }),
};

const day = 24 * 3600 * 1000;

/** How long before its end the person may be asked once more. Days. */
const notice = 30;

const dateOf = (since: string, days: number): string =>
  new Date(Date.parse(since) + days * day).toISOString();

/**
 * `POST /v1/retention/ask`: the controller's own systems ask before they delete, and get the day on which they
 * have to, sooner where there is no consent or it was withdrawn (PROMISES S39).
 */
export function retention(app: FastifyInstance, services: Services): void {
  app.post<{ Body: RetentionAsk }>('/v1/retention/ask', { schema }, async (request) => {
    const tenant = services.tenantOf(request);
    checkAccess(request, tenant, 'retention');
    const { subject, purpose, since } = request.body;
    const { extended = {} } = tenant.retention;
    const days = Object.hasOwn(extended, purpose) ? extended[purpose] : undefined;
    if (!days) throw new Failure('purpose');
    if (await barToPerson(services, tenant, subject, purpose))
      return { consent: false, until: dateOf(since, days.without) };
    const [until, remind] = [0, notice].map((left) => dateOf(since, days.with - left));
    return { consent: true, until, remind };
  });
}
