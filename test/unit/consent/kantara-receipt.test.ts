import { kantaraReceipt } from '@sluis/consent/record';
import { describe, expect, it } from 'vitest';
import { event, purpose, record } from './bank-record.js';

describe('kantaraReceipt', () => {
  it('S32 has what was consented to and by whom it is used, and not what was refused', () => {
    const { pii_processing: processing } = record;
    const chat = { ...purpose, purpose_id: 'chat' };
    const refused = { ...event({ event_type: 'refused', event_state: 'consent_refused' }) };

    const receipt = kantaraReceipt(
      {
        ...record,
        pii_processing: { ...processing, purposes: [purpose, chat] },
        event: [...record.event, { ...refused, purpose_id: 'chat' }],
      },
      'www.bank.example',
    );

    expect(receipt).toEqual({
      version: 'KI-CR-v1.1.0',
      jurisdiction: 'EU',
      consentTimestamp: 1_772_366_400,
      collectionMethod: 'granted, banner',
      consentReceiptID: record.record_id,
      language: 'nl',
      piiPrincipalId: 'this device',
      piiControllers: [
        { piiController: 'Bank', contact: 'a@b.c', address: {}, email: 'a@b.c', phone: '' },
      ],
      policyUrl: '/privacy',
      services: [
        {
          service: 'www.bank.example',
          purposes: [
            {
              purpose: 'Statistics: we count visits',
              purposeCategory: ['analytics'],
              consentType: 'EXPLICIT',
              piiCategory: [],
              primaryPurpose: false,
              termination: 'When withdrawn: /privacy',
              thirdPartyDisclosure: true,
              thirdPartyName: 'Google',
            },
          ],
        },
      ],
      sensitive: false,
      spiCat: [],
    });
  });

  it('S32 names recipients that are no services, what is sensitive, and when data goes', () => {
    const health = {
      ...purpose,
      sensitive_pii: true,
      recipient_third_parties: ['Bureau'],
      retention_period: 'P28D',
    };
    const parties = record.party_identification.map(({ party_contact: _contact, ...one }) => one);

    const receipt = kantaraReceipt(
      {
        ...record,
        pii_processing: { ...record.pii_processing, purposes: [health] },
        party_identification: parties,
      },
      'www.bank.example',
    );

    expect(receipt).toMatchObject({
      piiControllers: [{ contact: '', email: '' }],
      services: [{ purposes: [{ thirdPartyName: 'Bureau', termination: 'P28D' }] }],
      sensitive: true,
      spiCat: [health.purpose],
    });
  });

  it('S32 discloses to nobody where nobody receives, and is nothing where nothing was given', () => {
    const own = { ...purpose, recipient_third_parties: [] };
    const alone = { ...record, pii_processing: { ...record.pii_processing, purposes: [own] } };

    const receipts = [alone, { ...alone, event: [] }].map((one) => kantaraReceipt(one, 'host'));

    expect(receipts).toMatchObject([
      { services: [{ purposes: [{ thirdPartyDisclosure: false }] }] },
      undefined,
    ]);
  });
});
