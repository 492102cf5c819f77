import type { Answer, Decision } from '@sluis/schema';
import type { Tenant } from './tenant.js';

/** That somebody took back what a recipient worked on. */
export interface Withdrawal {
  readonly recipient: string;
  readonly right: 'withdrawal' | 'objection';
  readonly purpose: string;
}

const rights: { readonly [answer in Answer]?: Withdrawal['right'] } = {
  withdrawn: 'withdrawal',
  objected: 'objection',
};

/** By whom a purpose is served, or the one service that an answer is about (`@id`), as the page names them. */
function receiversOf(about: string, { policy }: Tenant): readonly string[] {
  if (about.startsWith('@')) return [about.slice(1)];
  const purpose = policy?.purposes.find(({ id }) => id === about);
  return purpose ? [...purpose.services, ...purpose.recipients] : [];
}

/** What a decision takes back, for each recipient that has to hear of it (GDPR art. 7(3) and 19). */
export function withdrawalsIn({ purposes }: Decision, tenant: Tenant): readonly Withdrawal[] {
  if (!tenant.recipients.length) return [];
  return Object.entries(purposes).flatMap(([purpose, { answer }]) => {
    const right = rights[answer];
    if (!right) return [];
    const receivers = receiversOf(purpose, tenant);
    return tenant.recipients
      .filter(({ name }) => receivers.includes(name))
      .map(({ name: recipient }) => ({ recipient, right, purpose }));
  });
}
