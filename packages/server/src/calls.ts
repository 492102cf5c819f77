import type { Account, Acknowledgement, Decision, Proof } from '@sluis/schema';
import type { ShownCase } from './case.js';
import type { ActivityCount } from './database/contract.js';
import type { SignedHead } from './head-signing.js';
import type { Deed } from './routes/activities.js';
import type { Batch, Result } from './routes/batch.js';
import type { CaseRequest } from './routes/cases.js';
import type { ContactAnswer, ContactAsk, ContactList } from './routes/contacts.js';
import type { DeskAnswers, DeskCase, LinkRequest } from './routes/desk.js';
import type { MailLinksRequest } from './routes/mail-links.js';
import type { Erasure, MyData } from './routes/my-data.js';
import type { Persons } from './routes/references.js';
import type { RelayTokenAnswer } from './routes/relay-token.js';
import type { RetentionAsk } from './routes/retention.js';
import type { Statistic } from './statistics.js';

/** A number, or the word that it was too small to be told. */
type Tellable = number | 'suppressed';

interface PageCount {
  /** ISO 8601, UTC. */
  readonly day: string;
  readonly page: string;
  readonly views: Tellable;
}

/**
 * What each address takes and answers, as `/openapi.json` describes it. `undefined` stands for an answer
 * without a body (204, 304).
 */
export interface Calls {
  'PUT /v1/decisions/{id}': { path: { id: string }; body: Decision; answer: Acknowledgement };
  'POST /v1/decisions': { body: Batch; answer: { readonly results: readonly Result[] } };
  'GET /v1/decisions/{id}/receipt': { path: { id: string }; answer: Proof };
  /** The body is the canonical policy, as text. */
  'PUT /v1/policies/{hash}': {
    path: { hash: string };
    body: string;
    answer: { readonly hash: string };
  };
  'GET /v1/me': { answer: Account | undefined };
  'PUT /v1/me/device': { answer: Account };
  'GET /v1/me/data': { answer: MyData };
  'DELETE /v1/me/data': { answer: Erasure | undefined };
  'GET /v1/me/cases': { answer: { readonly cases: readonly ShownCase[] } };
  'POST /v1/me/cases': { body: CaseRequest; answer: ShownCase };
  'POST /v1/me/no-marketing': {
    answer: { readonly acknowledgements: readonly Acknowledgement[] };
  };
  'POST /v1/desk/decisions': { body: DeskAnswers; answer: Acknowledgement | undefined };
  'POST /v1/desk/cases': { body: DeskCase; answer: ShownCase };
  'POST /v1/desk/links': {
    body: LinkRequest;
    answer: { readonly path: string; readonly expiresAt: string };
  };
  'POST /v1/references': {
    body: Persons;
    answer: { readonly references: readonly string[] };
  };
  'POST /v1/contacts/ask': { body: ContactAsk; answer: ContactAnswer };
  'POST /v1/contacts/filter': {
    body: ContactList;
    answer: { readonly allowed: readonly string[] };
  };
  'POST /v1/mail/links': {
    body: MailLinksRequest;
    answer: { readonly pixel: string; readonly optOut: string; readonly oneClick: string };
  };
  'POST /v1/activities': { body: Deed; answer: undefined };
  'GET /v1/activities': {
    answer: {
      readonly activities: readonly (Omit<ActivityCount, 'count' | 'people'> & {
        readonly count: Tellable;
        readonly people: Tellable;
      })[];
    };
  };
  'POST /v1/retention/ask': {
    body: RetentionAsk;
    answer:
      | { readonly consent: true; readonly until: string; readonly remind: string }
      | { readonly consent: false; readonly until: string };
  };
  'GET /v1/statistics': { answer: { readonly statistics: readonly Statistic[] } };
  'GET /v1/page-views': { answer: { readonly pages: readonly PageCount[] } };
  'GET /v1/head': { answer: SignedHead };
  'GET /v1/relay-token': { answer: RelayTokenAnswer };
}
