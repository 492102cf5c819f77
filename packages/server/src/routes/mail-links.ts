import type { FastifyInstance } from 'fastify';
import { checkAccess } from '../check-access.js';
import { Failure } from '../errors.js';
import { consentPurpose } from '../is-consented.js';
import { linkLife, linkToken } from '../link-token.js';
import { mailToken } from '../mail/mail-token.js';
import { exactly, language, name, subject } from '../request-words.js';
import type { Services } from '../services.js';

export interface MailLinksRequest {
  /** As the site's tokens name the person. */
  readonly subject: string;
  readonly mailing: string;
  /** What the mail is sent for, and what one click stops. */
  readonly purpose: string;
  /** The purpose under which its opening may be recorded. */
  readonly opens: string;
  readonly language: string;
}

const schema = {
  summary: 'The addresses that go into a mail: its pixel, the opt-out page, and the one click',
  body: exactly({ subject, mailing: name, purpose: name, opens: name, language }),
};

/** `POST /v1/mail/links`, to be asked as a mail is sent: what is fetched in its first seconds counts for nobody. */
export function mailLinks(app: FastifyInstance, { tenantOf, now }: Services): void {
  app.post<{ Body: MailLinksRequest }>('/v1/mail/links', { schema }, async (request, reply) => {
    const tenant = tenantOf(request);
    checkAccess(request, tenant, 'contacts');
    const { mailing, purpose, opens, language } = request.body;
    const isKnown = tenant.policy?.purposes.some(({ id }) => id === purpose);
    if (!isKnown || !consentPurpose(tenant.policy, opens)) throw new Failure('purpose');
    const owner = tenant.hash('subject', request.body.subject);
    const pixel = mailToken(tenant, { subject: owner, mailing, purpose: opens, sentAt: now() });
    const link = linkToken(tenant, { owner, language, expiresAt: now() + linkLife });
    return reply.code(201).send({
      pixel: `/v1/mail/${pixel}.gif`,
      optOut: `/opt-out/${link}`,
      oneClick: `/opt-out/${link}?stop=${purpose}`,
    });
  });
}
