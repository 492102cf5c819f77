import type { ConsentRecord, RecordedEvent, RecordedPurpose } from '@sluis/schema';

/** A node of JSON-LD 1.1. */
interface Node {
  readonly [word: string]: unknown;
}

const context = {
  dct: 'http://purl.org/dc/terms/',
  dpv: 'https://w3id.org/dpv#',
  'eu-gdpr': 'https://w3id.org/dpv/legal/eu/gdpr#',
};

const statusOf = {
  consent_given: 'dpv:ConsentGiven',
  consent_refused: 'dpv:ConsentRefused',
  consent_withdrawn: 'dpv:ConsentWithdrawn',
} as const;

const roles = {
  pii_controller: 'dpv:DataController',
  pii_processor: 'dpv:DataProcessor',
  third_party: 'dpv:ThirdParty',
} as const;

/** `GDPR art. 6(1)(a)` by its name in the vocabulary. */
function basisOf(text: string): string {
  return `eu-gdpr:A6-1-${text.at(-2)}`;
}

function processOf(purpose: RecordedPurpose): Node {
  return {
    '@type': 'dpv:Process',
    'dct:identifier': purpose.purpose_id,
    'dpv:hasPurpose': { '@type': 'dpv:Purpose', 'dct:description': purpose.purpose },
    'dpv:hasLegalBasis': purpose.lawful_basis.map((text) => ({ '@id': basisOf(text) })),
    'dpv:hasDataController': purpose.pii_controllers,
    'dpv:hasRecipient': purpose.recipient_third_parties,
    'dpv:hasDataSource': purpose.collection_method,
    ...(purpose.retention_period !== undefined && {
      'dpv:hasStorageCondition': {
        '@type': 'dpv:StorageDuration',
        'dpv:hasDuration': purpose.retention_period,
      },
    }),
    'dpv:hasConsentControl': {
      '@type': 'dpv:WithdrawConsent',
      'dct:source': purpose.withdrawal_method,
    },
  };
}

/** An objection or a restriction is no state of a consent but the use of a right (GDPR art. 21 and 18). */
function eventOf(event: RecordedEvent): Node {
  const said = {
    'dct:subject': event.purpose_id,
    'dpv:isIndicatedBy': { '@id': 'dpv:DataSubject' },
    'dpv:isIndicatedAtTime': event.event_time,
  };
  if (event.event_state !== 'other') {
    const duration = { 'dpv:hasDuration': event.validity_duration };
    return { '@type': statusOf[event.event_state], ...said, ...duration };
  }
  const right = event.event_type.includes('restricted') ? 'eu-gdpr:A18' : 'eu-gdpr:A21';
  return {
    '@type': 'dpv:RightExerciseActivity',
    ...said,
    'dpv:hasRight': { '@id': right },
    'dct:type': event.event_type,
  };
}

/** A consent record as JSON-LD in the terms of the Data Privacy Vocabulary, after the W3C group's guide to TS 27560. */
export function consentRecordLd(record: ConsentRecord): Node {
  const { pii_processing: processing } = record;
  const events = record.event.map(eventOf);
  const isConsent = (node: Node): boolean => node['@type'] !== 'dpv:RightExerciseActivity';
  return {
    '@context': context,
    '@id': `urn:uuid:${record.record_id}`,
    '@type': 'dpv:ConsentRecord',
    'dct:identifier': record.record_id,
    'dct:conformsTo': { '@id': 'https://w3id.org/dpv/schema/dpv-27560#record' },
    'dpv:hasDataSubject': {
      '@type': 'dpv:DataSubject',
      'dct:identifier': record.pii_principal_id,
    },
    'dpv:hasNotice': {
      '@type': 'dpv:ConsentNotice',
      'dct:source': processing.privacy_notice,
      'dct:identifier': processing.privacy_notice_version,
      'dct:language': processing.language,
    },
    'dpv:hasEntity': record.party_identification.map((party) => ({
      '@type': roles[party.party_role],
      'dct:identifier': party.party_id,
      'dct:title': party.party_name,
      ...(party.party_contact !== undefined && { 'dpv:hasContact': party.party_contact }),
      ...(party.party_url !== undefined && { 'dct:source': party.party_url }),
      ...(party.party_country !== undefined && { 'dpv:hasCountry': party.party_country }),
    })),
    'dpv:hasProcess': processing.purposes.map(processOf),
    'dpv:hasConsentStatus': events.filter(isConsent),
    'dpv:hasRecordOfActivity': events.filter((node) => !isConsent(node)),
  };
}
