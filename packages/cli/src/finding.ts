/** Something about a page that its maker should know. */
export interface Finding {
  /** An error keeps the gate from holding; a warning is what an engine does before any script can look. */
  readonly level: 'error' | 'warning';
  readonly line: number;
  readonly column: number;
  /** What is so, and the fix. */
  readonly sentence: string;
}
