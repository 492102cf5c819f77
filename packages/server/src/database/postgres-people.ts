import type { Activity, ActivityCount, Contact, Store } from './contract.js';
import type { Connections } from './postgres-connections.js';

type ContactRow = Omit<Contact, 'subject' | 'at'> & { readonly at: string };

type ActivityRow = Omit<Activity, 'subject' | 'at' | 'expiresAt'> & {
  readonly at: string;
  readonly expires_at: string;
};

/** What is kept of people beside their facts. */
export type PeoplesTables = Pick<
  Store,
  | 'claimContact'
  | 'contactsOf'
  | 'dropContacts'
  | 'addActivities'
  | 'activitiesOf'
  | 'countActivities'
  | 'dropActivities'
>;

const bytes = (hex: string): Buffer => Buffer.from(hex, 'hex');

/** Contacts and activities, in PostgreSQL. */
export function postgresPeople({ query }: Connections): PeoplesTables {
  return {
    async contactsOf(tenant, subject) {
      const { rows } = await query<ContactRow>('contacts', [tenant, bytes(subject)]);
      return rows.map((row) => ({ ...row, subject, at: Number(row.at) }));
    },
    async activitiesOf(tenant, subject) {
      const { rows } = await query<ActivityRow>('activities', [tenant, bytes(subject)]);
      return rows.map(({ expires_at: expiresAt, ...row }) => ({
        ...row,
        subject,
        at: Number(row.at),
        expiresAt: Number(expiresAt),
      }));
    },
    async countActivities(tenant, from, until) {
      return (await query<ActivityCount>('activityCounts', [tenant, from, until])).rows;
    },
    async claimContact(tenant, contact, after, most) {
      const values = [tenant, JSON.stringify(contact), after, most];
      const since = (await query<{ since: string | null }>('claim', values)).rows[0]?.since;
      return since ? { granted: false, since: Number(since) } : { granted: true };
    },
    async dropContacts(tenant, whose) {
      const dropped =
        'subject' in whose
          ? await query('dropContacts', [tenant, bytes(whose.subject)])
          : await query('sweepContacts', [tenant, whose.before]);
      return dropped.rowCount ?? 0;
    },
    async addActivities(tenant, activities) {
      await query('addActivities', [tenant, JSON.stringify(activities)]);
    },
    async dropActivities(tenant, whose) {
      const dropped =
        'subject' in whose
          ? await query('dropActivities', [tenant, bytes(whose.subject)])
          : await query('sweepActivities', [tenant, whose.expired]);
      return dropped.rowCount ?? 0;
    },
  };
}
