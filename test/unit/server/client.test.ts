import type { FastifyInstance } from 'fastify';
import { expect, test } from 'vitest';
import { ClientFailure, createClient, type Calls } from '../../../packages/server/src/client.js';
import { counting, decision, deviceSecret, hashOf, server, token } from './arrange.js';

/** One word per call: a call that is missing or too much does not compile. */
const calls: { readonly [call in keyof Calls]: true } = {
  'PUT /v1/decisions/{id}': true,
  'POST /v1/decisions': true,
  'GET /v1/decisions/{id}/receipt': true,
  'PUT /v1/policies/{hash}': true,
  'GET /v1/me': true,
  'PUT /v1/me/device': true,
  'GET /v1/me/data': true,
  'DELETE /v1/me/data': true,
  'GET /v1/me/cases': true,
  'POST /v1/me/cases': true,
  'POST /v1/me/no-marketing': true,
  'POST /v1/desk/decisions': true,
  'POST /v1/desk/cases': true,
  'POST /v1/desk/links': true,
  'POST /v1/references': true,
  'POST /v1/contacts/ask': true,
  'POST /v1/contacts/filter': true,
  'POST /v1/mail/links': true,
  'POST /v1/activities': true,
  'GET /v1/activities': true,
  'POST /v1/retention/ask': true,
  'GET /v1/statistics': true,
  'GET /v1/page-views': true,
  'GET /v1/head': true,
  'GET /v1/relay-token': true,
};

const key = 'contacts-key';
const asked = { legalBasis: 'a', text: 'Why it is asked.' } as const;

function bank(): Promise<FastifyInstance> {
  return server({
    page: {
      controller: { name: 'Bank', contact: 'privacy@bank.example', policyUrl: '/privacy' },
      profile: 'nl',
      purposes: [{ ...asked, id: 'marketing', label: 'Marketing' }, counting],
    },
    access: { mail: { sha256: hashOf(key), scopes: ['contacts'] } },
    contacts: {
      channels: { mail: { purpose: 'marketing' } },
      kinds: { commercial: { counted: true, needsPurpose: true } },
    },
  });
}

test('the client has every address of the description, but the picture and the beacon', async () => {
  const app = await bank();
  const { paths } = JSON.parse((await app.inject('/openapi.json')).body);

  const described = Object.entries<object>(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );

  const others = ['GET /v1/mail/{token}.gif', 'POST /v1/page-views'];
  expect(Object.keys(calls).toSorted()).toEqual(
    described.filter((one) => !others.includes(one)).toSorted(),
  );
});

test('S52 the client files, reads, asks, and names what was refused', async () => {
  const app = await bank();
  const sluis = createClient(await app.listen({ host: '127.0.0.1', port: 0 }));
  const body = decision();
  const device = { 'sluis-device': deviceSecret() };
  const person = { authorization: `Bearer ${await token('client-1')}` };

  const filed = await sluis('PUT /v1/decisions/{id}', { path: body, body, headers: device });
  const proof = await sluis('GET /v1/decisions/{id}/receipt', { path: body, headers: device });
  const account = await sluis('PUT /v1/me/device', { headers: { ...device, ...person } });
  const contact = await sluis('POST /v1/contacts/ask', {
    body: { id: 'a'.repeat(16), subject: 'client-1', channel: 'mail', kind: 'commercial' },
    headers: { 'sluis-key': key },
  });
  const erased = await sluis('DELETE /v1/me/data', { headers: person });
  const again = await sluis('DELETE /v1/me/data', { headers: person });
  const refused = sluis('GET /v1/statistics', { headers: { 'sluis-key': key } });

  expect(proof).toMatchObject({ decision: body, acknowledgement: filed });
  expect(account).toEqual({ decisions: [body] });
  expect(contact).toEqual({ answer: 'no', reason: 'no-consent' });
  expect(erased?.erased[0]).toEqual({ what: 'decisions', count: 1 });
  expect(again).toBeUndefined();
  await expect(refused).rejects.toThrow(ClientFailure);
  await expect(refused).rejects.toMatchObject({ status: 401, code: 'key' });
});
