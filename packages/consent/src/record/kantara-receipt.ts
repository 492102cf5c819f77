import type { ConsentRecord, RecordedParty, RecordedPurpose } from '@sluis/schema';

/** The specification wants address, mail and phone; a configuration has one `contact`, which may be any of them. */
function controllerOf({ party_name: piiController, party_contact = '' }: RecordedParty): object {
  const email = party_contact.includes('@') ? party_contact : '';
  return { piiController, contact: party_contact, address: {}, email, phone: '' };
}

function purposeOf(
  purpose: RecordedPurpose,
  { party_identification: parties }: ConsentRecord,
): object {
  const receivers = purpose.recipient_third_parties.map(
    (receiver) => parties.find(({ party_id }) => party_id === receiver)?.party_name ?? receiver,
  );
  return {
    purpose: purpose.purpose,
    purposeCategory: [purpose.purpose_id],
    consentType: 'EXPLICIT',
    piiCategory: [],
    primaryPurpose: false,
    termination: purpose.retention_period ?? `When withdrawn: ${purpose.withdrawal_method}`,
    thirdPartyDisclosure: receivers.length > 0,
    ...(receivers.length && { thirdPartyName: receivers.join(', ') }),
  };
}

/**
 * What was consented to, in the field names of the Kantara Initiative's Consent Receipt 1.1. Kinds of data and
 * categories of purposes are not in a configuration and stay empty or its own.
 * @param service what the consent was given on: the host
 * @returns nothing where no consent was given: it has no word for a refusal
 */
export function kantaraReceipt(record: ConsentRecord, service: string): object | undefined {
  const given = record.event.filter(({ event_state: state }) => state === 'consent_given');
  const [first] = given;
  if (!first) return undefined;
  const { privacy_notice: policyUrl, language, purposes } = record.pii_processing;
  const granted = purposes.filter((one) =>
    given.some((event) => event.purpose_id === one.purpose_id),
  );
  const sensitive = granted.filter((one) => one.sensitive_pii);
  return {
    version: 'KI-CR-v1.1.0',
    jurisdiction: 'EU',
    consentTimestamp: Math.floor(Date.parse(first.event_time) / 1000),
    collectionMethod: first.event_type,
    consentReceiptID: record.record_id,
    language,
    piiPrincipalId: record.pii_principal_id,
    piiControllers: record.party_identification
      .filter(({ party_role: role }) => role === 'pii_controller')
      .map(controllerOf),
    policyUrl,
    services: [{ service, purposes: granted.map((one) => purposeOf(one, record)) }],
    sensitive: sensitive.length > 0,
    spiCat: sensitive.map(({ purpose }) => purpose),
  };
}
