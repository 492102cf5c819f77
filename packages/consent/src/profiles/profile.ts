/** What a country's regulator asks beyond the law that all share. Rule ids are those of RULES.md. */
export interface ProfileRules {
  /** How long an answer is good for, and a refusal is left alone: the same for both (R52). Days. */
  readonly answerDays: number;
  /** How long a tracker's cookie may live from its first write, however often it is renewed (R54). Days. */
  readonly cookieDays: number;
  /** May visits be counted without consent, and by which rule is it allowed or refused? */
  readonly measurement: { readonly isExempt: boolean; readonly rule: string };
  /** How long data of exempt counting may be kept at most (R54). Days. */
  readonly measurementDays?: number;
  /** Languages of which at least one is on offer (R50). */
  readonly languages: readonly string[];
}
