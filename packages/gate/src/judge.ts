/** Let it through, keep it for later, or refuse it. */
export type Verdict = 'pass' | 'hold' | 'drop';

/** Whom the gate asks. The answers may change at any time; `Gate.reconsider()` says that they did. */
export interface Judge {
  /** For another party's host and path, as `URL` writes them. */
  host(host: string, path: string): Verdict;
  /** For a cookie that is written. */
  cookie(name: string): Verdict;
  /** For a key of localStorage or sessionStorage that is written, a database or a cache that is opened. */
  storage(key: string): Verdict;
}
