import { canonicalPolicy, decisionId, linkText, verifyReceipt } from '@sluis/consent';
import { consentRecordOf } from '@sluis/consent/record';
import type { Answer, ChainedDecision, Decision } from '@sluis/schema';
import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { bankPolicy } from '../bank-config.js';

const sha256 = async (text: string): Promise<string> =>
  createHash('sha256').update(text).digest('hex');

const shown = canonicalPolicy(bankPolicy);

async function decide(minute: number, answer: Answer): Promise<Decision> {
  const at = Date.parse('2026-11-22T12:00:00Z') + minute * 60_000;
  return {
    id: decisionId(at, new Uint8Array(16)),
    policy: await sha256(shown),
    purposes: { analytics: { answer, terms: 't' }, marketing: { answer: 'refused', terms: 't' } },
    method: 'banner',
    language: 'nl',
    surface: 'bank.example',
    at: new Date(at).toISOString(),
  };
}

async function chain(answers: readonly Answer[], start = 'device'): Promise<ChainedDecision[]> {
  const history: ChainedDecision[] = [];
  for (const [minute, answer] of answers.entries()) {
    const decision = await decide(minute, answer);
    const previous = history.at(-1)?.hash ?? start;
    history.push({ decision, previous, hash: await sha256(linkText(previous, decision)) });
  }
  return history;
}

const policies = { [await sha256(shown)]: shown };
const answers = fc.array(fc.constantFrom<Answer>('granted', 'refused', 'withdrawn'), {
  minLength: 2,
  maxLength: 6,
});

test('R12 a receipt holds by itself, with the chains of device and account', async () => {
  await fc.assert(
    fc.asyncProperty(answers, answers, async (one, other) => {
      const history = [...(await chain(one)), ...(await chain(other, 'account'))];

      expect(await verifyReceipt({ history, policies }, sha256)).toEqual([]);
    }),
    { numRuns: 30 },
  );
});

test('R12 a decision that was changed, left out or put in is found', async () => {
  await fc.assert(
    fc.asyncProperty(answers, fc.nat(), async (made, which) => {
      const history = await chain(made);
      const at = which % history.length;
      const entry = history[at];
      if (!entry) throw new Error('no entry');
      const decision = { ...entry.decision, at: '2020-01-01T00:00:00.000Z' };
      const forged = {
        decision,
        previous: entry.previous,
        hash: await sha256(linkText(entry.previous, decision)),
      };
      const changed = history.with(at, { ...entry, decision });
      const putIn = [...history.slice(0, at + 1), forged, ...history.slice(at + 1)];

      expect(await verifyReceipt({ history: changed, policies }, sha256)).not.toEqual([]);
      expect(await verifyReceipt({ history: putIn, policies }, sha256)).not.toEqual([]);
      if (at < history.length - 1) {
        const leftOut = history.toSpliced(at, 1);
        const replaced = history.with(at, forged);
        expect(await verifyReceipt({ history: leftOut, policies }, sha256)).not.toEqual([]);
        expect(await verifyReceipt({ history: replaced, policies }, sha256)).not.toEqual([]);
      }
    }),
    { numRuns: 30 },
  );
});

test('S51 another text than the one that was shown is found', async () => {
  const [hash = ''] = Object.keys(policies);
  const other = { [hash]: shown.replace('We meten', 'We verkopen') };

  expect(await verifyReceipt({ history: [], policies: other }, sha256)).toEqual([hash]);
});

test('S32 the record says what was answered in the terms of ISO/IEC TS 27560', async () => {
  const decision = await decide(0, 'granted');
  const services = bankPolicy.services.map((one) =>
    one.id === 'ga4'
      ? { ...one, role: 'processor' as const, country: 'IE', policyUrl: 'https://g.example' }
      : one,
  );
  const record = consentRecordOf(decision, { ...bankPolicy, services });

  expect(record).toMatchObject({
    schema_version: 'ISO/IEC TS 27560:2023',
    record_id: decision.id,
    pii_processing: {
      privacy_notice: '/privacy',
      privacy_notice_version: decision.policy,
      language: 'nl',
    },
  });
  expect(record.pii_processing.purposes.map((one) => one.purpose_id)).toEqual([
    'analytics',
    'marketing',
  ]);
  expect(record.pii_processing.purposes[0]).toMatchObject({
    purpose: 'Statistiek: We meten het gebruik van de site.',
    lawful_basis: ['GDPR art. 6(1)(a)'],
    pii_controllers: ['Grachtenbank'],
  });
  expect(record.party_identification).toContainEqual({
    party_id: 'ga4',
    party_name: 'ga4',
    party_role: 'pii_processor',
    party_url: 'https://g.example',
    party_country: 'IE',
  });
  expect(record.event.map((one) => [one.purpose_id, one.event_state])).toEqual([
    ['analytics', 'consent_given'],
    ['marketing', 'consent_refused'],
  ]);
  expect(record.event[0]?.validity_duration).toBe('P182D');
});

test('S19 another controller, a retention and a source are told in it', async () => {
  const insurer = { name: 'Insurer', contact: '010', policyUrl: '/insurer' };
  const purposes = bankPolicy.purposes.map((one) =>
    one.id === 'analytics'
      ? { ...one, controller: insurer, retentionDays: 30, source: 'the register' }
      : { ...one, retention: 'a year' },
  );
  const record = consentRecordOf(await decide(0, 'granted'), { ...bankPolicy, purposes });
  const [analytics, marketing] = record.pii_processing.purposes;

  expect(analytics).toMatchObject({
    pii_controllers: ['Insurer'],
    retention_period: 'P30D',
    collection_method: 'the register',
  });
  expect(marketing?.retention_period).toBe('a year');
  expect(record.party_identification.map((one) => one.party_id)).toContain('Insurer');
});
