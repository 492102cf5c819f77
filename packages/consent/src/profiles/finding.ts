/** What a regulator would object to: by which rule, where, and what to do. */
export interface Finding {
  /** Id in RULES.md: `R06`. */
  readonly rule: string;
  /** Place in the configuration or the theme: `purposes[0].services`. */
  readonly at: string;
  /** What is wrong, and the fix. */
  readonly text: string;
}
