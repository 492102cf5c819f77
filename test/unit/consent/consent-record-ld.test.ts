import { consentRecordLd } from '@sluis/consent/record';
import { describe, expect, it } from 'vitest';
import { record } from './bank-record.js';

describe('consentRecordLd', () => {
  it('S32 R15 says each part of a record in the terms of the vocabulary', () => {
    const node = consentRecordLd(record);

    expect(node).toMatchObject({
      '@id': 'urn:uuid:01900000-0000-7000-8000-000000000001',
      'dpv:hasEntity': [
        { '@type': 'dpv:DataController', 'dpv:hasContact': 'a@b.c' },
        { '@type': 'dpv:ThirdParty', 'dct:source': 'https://policies.example' },
      ],
      'dpv:hasProcess': [
        { 'dpv:hasLegalBasis': [{ '@id': 'eu-gdpr:A6-1-a' }, { '@id': 'eu-gdpr:A6-1-f' }] },
        { 'dpv:hasStorageCondition': { 'dpv:hasDuration': 'P28D' } },
      ],
      'dpv:hasConsentStatus': [{ '@type': 'dpv:ConsentGiven', 'dpv:hasDuration': 'P182D' }],
    });
  });

  it('S31 S33 says an objection and a restriction as rights, not as states of a consent', () => {
    const node = consentRecordLd(record);

    expect(node['dpv:hasRecordOfActivity']).toMatchObject([
      { 'dpv:hasRight': { '@id': 'eu-gdpr:A21' }, 'dct:type': 'objected, opt-out' },
      { 'dpv:hasRight': { '@id': 'eu-gdpr:A18' }, 'dct:type': 'restricted, opt-out' },
    ]);
  });

  it('S46 leaves out what is not known', () => {
    const text = JSON.stringify(consentRecordLd(record));

    expect(text).not.toContain('undefined');
    expect(text.match(/StorageDuration/g)).toHaveLength(1);
    expect(text.match(/hasCountry/g)).toHaveLength(1);
  });
});
