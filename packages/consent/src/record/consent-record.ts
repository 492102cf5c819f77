import {
  textIn,
  type Answer,
  type ConsentRecord,
  type Decision,
  type Policy,
  type Purpose,
  type RecordedEvent,
  type RecordedParty,
  type RecordedPurpose,
  type Service,
} from '@sluis/schema';
import { lifeOf } from '../standing.js';

const stateOfEvent: { readonly [answer in Answer]: RecordedEvent['event_state'] } = {
  granted: 'consent_given',
  refused: 'consent_refused',
  withdrawn: 'consent_withdrawn',
  objected: 'other',
  unobjected: 'other',
  restricted: 'other',
  unrestricted: 'other',
};

function servicesOf({ services }: Purpose, policy: Policy): readonly Service[] {
  return policy.services.filter(({ id }) => services.includes(id));
}

function controllersOf(policy: Policy): readonly RecordedParty[] {
  const all = [policy.controller, ...policy.purposes.flatMap(({ controller }) => controller ?? [])];
  const named = new Map(all.map((one) => [one.name, one]));
  return [...named.values()].map(({ name, contact, policyUrl }) => ({
    party_id: name,
    party_name: name,
    party_role: 'pii_controller',
    party_contact: contact,
    party_url: policyUrl,
  }));
}

function receiverOf({ id, label, recipient, country, policyUrl, role }: Service): RecordedParty {
  return {
    party_id: id,
    party_name: recipient ?? label,
    party_role: role === 'processor' ? 'pii_processor' : 'third_party',
    ...(policyUrl === undefined ? {} : { party_url: policyUrl }),
    ...(country === undefined ? {} : { party_country: country }),
  };
}

function retentionOf({ retentionDays, retention }: Purpose, language: string): string | undefined {
  return retentionDays ? `P${retentionDays}D` : textIn(retention, language) || undefined;
}

function purposeOf(purpose: Purpose, policy: Policy, language: string): RecordedPurpose {
  const services = servicesOf(purpose, policy);
  const retention = retentionOf(purpose, language);
  return {
    purpose: `${textIn(purpose.label, language)}: ${textIn(purpose.text, language)}`,
    purpose_id: purpose.id,
    lawful_basis: purpose.legalBasis.map((letter) => `GDPR art. 6(1)(${letter})`),
    pii_controllers: [(purpose.controller ?? policy.controller).name],
    recipient_third_parties: [...services.map(({ id }) => id), ...purpose.recipients],
    services: services.map(({ label }) => label),
    ...(retention === undefined ? {} : { retention_period: retention }),
    collection_method: textIn(purpose.source, language) || 'this visit',
    sensitive_pii: purpose.sensitive ?? false,
    withdrawal_method: policy.controller.policyUrl,
  };
}

function eventsOf({ purposes, at, method }: Decision, policy: Policy): readonly RecordedEvent[] {
  return Object.entries(purposes).map(([purpose, { answer }]) => ({
    event_time: at,
    event_type: `${answer}, ${method}`,
    event_state: stateOfEvent[answer],
    entity_id: 'pii_principal',
    validity_duration: `P${lifeOf(answer, policy) / 86_400_000}D`,
    purpose_id: purpose,
  }));
}

/**
 * The join of a decision and what was shown, in the terms of ISO/IEC TS 27560:2023. The person is only
 * ever the device: the record carries no id of anybody.
 */
export function consentRecordOf(decision: Decision, policy: Policy): ConsentRecord {
  const answered = policy.purposes.filter(({ id }) => decision.purposes[id]);
  const receivers = policy.services.filter(({ id }) =>
    answered.some(({ services }) => services.includes(id)),
  );
  return {
    schema_version: 'ISO/IEC TS 27560:2023',
    record_id: decision.id,
    pii_principal_id: 'this device',
    pii_processing: {
      privacy_notice: policy.controller.policyUrl,
      privacy_notice_version: decision.policy,
      language: decision.language,
      purposes: answered.map((one) => purposeOf(one, policy, decision.language)),
    },
    party_identification: [...controllersOf(policy), ...receivers.map(receiverOf)],
    event: eventsOf(decision, policy),
  };
}
