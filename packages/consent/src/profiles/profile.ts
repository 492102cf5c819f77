/** What a country's regulator asks beyond the law that all share. Rule ids are those of RULES.md. */
export interface ProfileRules {
  /** How long a refusal is left alone, and a grant counts at most (R52, R57). Days. */
  readonly answerDays: number;
  /** May a site have grants end sooner than refusals (R13), or do both live as long (R52)? */
  readonly grantsMayEndSooner: boolean;
  /** How long a tracker's cookie may live from its first write, however often it is renewed (R54). Days. */
  readonly cookieDays: number;
  /** May visits be counted without consent, and by which rule is it allowed or refused? */
  readonly measurement: { readonly isExempt: boolean; readonly rule: string };
  /** How long data of exempt counting may be kept at most (R54). Days. */
  readonly measurementDays?: number;
  /** How long data that profiles are made of may be kept at most (S07). Days. */
  readonly profilingDays: number;
  /** Languages of which at least one is on offer (R50). */
  readonly languages: readonly string[];
}
