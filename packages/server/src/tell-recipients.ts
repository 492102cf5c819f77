import { decisionId } from '@sluis/consent';
import type { Right } from './case.js';
import type { Message, Messages } from './database/contract.js';
import { randomBytes } from './random-bytes.js';
import type { RecipientHook } from './server-options.js';
import type { Tenant } from './tenant.js';

export interface Told {
  readonly told: readonly string[];
  /** Not reached yet: they are tried again. */
  readonly untold: readonly string[];
}

/** Milliseconds until somebody who was not reached is tried again. */
const pause = 15 * 60 * 1000;

/** Milliseconds after which it is given up: the case goes on to say who was not reached. */
const patience = 30 * 24 * 3600 * 1000;

/** Messages of one round, so that no round lasts long. */
const portion = 100;

async function isTaken({ url }: RecipientHook, body: string): Promise<boolean> {
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      const answer = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
        redirect: 'error',
        signal: AbortSignal.timeout(2000),
      });
      if (answer.ok) return true;
    } catch {
      // Tried again; who was not reached is told as such.
    }
  }
  return false;
}

/** A message that was taken is no more; nor is one to somebody who is no recipient any more. */
async function deliver(
  store: Messages,
  { id: tenant, recipients }: Tenant,
  { id, recipient, body }: Message,
): Promise<boolean> {
  const hook = recipients.find(({ name }) => name === recipient);
  if (hook && !(await isTaken(hook, body))) return false;
  await store.dropMessage(tenant, id);
  return true;
}

/** What recipients know a person by beside the name in the site's tokens, which the server does not keep. */
export function referenceOf({ hash }: Tenant, owner: string): string {
  return hash('reference', owner);
}

/** What recipients are told: which right was used, by whom as the site's own token names them, in which words. */
interface News {
  readonly right: Right;
  readonly subject: string;
  readonly text?: string;
}

/** Keeps messages until they are taken; those that are kept already stay as they are. */
export async function keepMessages(
  store: Messages,
  { id }: Tenant,
  messages: readonly Message[],
  now: number,
): Promise<void> {
  if (messages.length) await store.addMessages(id, messages, now + pause, now + patience);
}

/**
 * Puts on disk what each recipient is to be told (GDPR art. 19), before it is done: a server that ends in
 * between tells it when it is back. So a message may come twice; its `id` says so.
 */
export async function noteForRecipients(
  store: Messages,
  tenant: Tenant,
  news: News,
  now: number,
): Promise<readonly Message[]> {
  const reference = referenceOf(tenant, tenant.hash('subject', news.subject));
  const messages = tenant.recipients.map(({ name }): Message => {
    const id = decisionId(now, randomBytes(16));
    return { id, recipient: name, body: JSON.stringify({ id, ...news, reference }) };
  });
  await keepMessages(store, tenant, messages, now);
  return messages;
}

/** Tells each at once. Who is not reached is tried every quarter of an hour for a month. */
export async function tellRecipients(
  store: Messages,
  tenant: Tenant,
  messages: readonly Message[],
): Promise<Told> {
  const reached = await Promise.all(messages.map((one) => deliver(store, tenant, one)));
  const names = (is: boolean): string[] =>
    messages.filter((_, index) => reached[index] === is).map(({ recipient }) => recipient);
  return { told: names(true), untold: names(false) };
}

/** Tells again who was not reached. Of several processes one takes each message. */
export async function tellAgain(store: Messages, tenant: Tenant, now: number): Promise<void> {
  await store.expireMessages(tenant.id, now);
  const due = await store.takeMessages(tenant.id, now, now + pause, portion);
  await tellRecipients(store, tenant, due);
}
