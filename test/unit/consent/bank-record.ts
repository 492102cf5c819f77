import type { ConsentRecord, RecordedEvent, RecordedPurpose } from '@sluis/schema';

export const purpose: RecordedPurpose = {
  purpose: 'Statistics: we count visits',
  purpose_id: 'analytics',
  lawful_basis: ['GDPR art. 6(1)(a)', 'GDPR art. 6(1)(f)'],
  pii_controllers: ['Bank'],
  recipient_third_parties: ['ga4'],
  services: ['Google Analytics'],
  collection_method: 'this visit',
  sensitive_pii: false,
  withdrawal_method: '/privacy',
};

export function event(said: Pick<RecordedEvent, 'event_type' | 'event_state'>): RecordedEvent {
  return {
    ...said,
    event_time: '2026-03-01T12:00:00.000Z',
    entity_id: 'pii_principal',
    validity_duration: 'P182D',
    purpose_id: 'analytics',
  };
}

/** A consent, an objection and a restriction, of a bank that has one recipient. */
export const record: ConsentRecord = {
  schema_version: 'ISO/IEC TS 27560:2023',
  record_id: '01900000-0000-7000-8000-000000000001',
  pii_principal_id: 'this device',
  pii_processing: {
    privacy_notice: '/privacy',
    privacy_notice_version: 'a'.repeat(64),
    language: 'nl',
    purposes: [purpose, { ...purpose, purpose_id: 'chat', retention_period: 'P28D' }],
  },
  party_identification: [
    { party_id: 'Bank', party_name: 'Bank', party_role: 'pii_controller', party_contact: 'a@b.c' },
    {
      party_id: 'ga4',
      party_name: 'Google',
      party_role: 'third_party',
      party_url: 'https://policies.example',
      party_country: 'US',
    },
  ],
  event: [
    event({ event_type: 'granted, banner', event_state: 'consent_given' }),
    event({ event_type: 'objected, opt-out', event_state: 'other' }),
    event({ event_type: 'restricted, opt-out', event_state: 'other' }),
  ],
};
