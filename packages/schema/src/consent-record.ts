/** Who answers for the processing, in the words of ISO/IEC TS 27560, clause 6.4. */
export interface RecordedParty {
  readonly party_id: string;
  readonly party_name: string;
  readonly party_role: 'pii_controller' | 'pii_processor' | 'third_party';
  readonly party_contact?: string;
  readonly party_url?: string;
  readonly party_country?: string;
}

export interface RecordedPurpose {
  readonly purpose: string;
  readonly purpose_id: string;
  readonly lawful_basis: readonly string[];
  /** Ids of `party_identification`. */
  readonly pii_controllers: readonly string[];
  readonly recipient_third_parties: readonly string[];
  readonly services: readonly string[];
  readonly retention_period?: string;
  readonly collection_method: string;
  readonly sensitive_pii: boolean;
  readonly withdrawal_method: string;
}

export interface RecordedEvent {
  readonly event_time: string;
  readonly event_type: string;
  readonly event_state: 'consent_given' | 'consent_refused' | 'consent_withdrawn' | 'other';
  /** Who acted: the person, or a machine for the person. */
  readonly entity_id: string;
  /** ISO 8601 duration. */
  readonly validity_duration: string;
  readonly purpose_id: string;
}

/** A consent record in the terms of ISO/IEC TS 27560:2023: header, processing, parties, events. */
export interface ConsentRecord {
  readonly schema_version: 'ISO/IEC TS 27560:2023';
  readonly record_id: string;
  readonly pii_principal_id: string;
  readonly pii_processing: {
    readonly privacy_notice: string;
    /** SHA-256 of what was shown. */
    readonly privacy_notice_version: string;
    readonly language: string;
    readonly purposes: readonly RecordedPurpose[];
  };
  readonly party_identification: readonly RecordedParty[];
  readonly event: readonly RecordedEvent[];
}
