/** How often a page was seen on a day (UTC): no address, no id, no order, nothing of anybody. */
export interface PageView {
  readonly tenant: string;
  /** ISO 8601: `2026-11-26`. */
  readonly day: string;
  readonly page: string;
  readonly views: number;
}

/** Where the numbers are kept, beside the facts in the same database. */
export interface PageViews {
  /** Adds to what is there. */
  add(views: readonly PageView[]): Promise<void>;
  /** From the first to the last day, by day and page. */
  between(tenant: string, first: string, last: string): Promise<readonly PageView[]>;
  /** Takes away the days before this one. */
  forget(before: string): Promise<void>;
  close(): Promise<void>;
}
