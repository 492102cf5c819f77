/**
 * Gives the key of a day that all processes use: the first one that any of them offers.
 * @param day since 1970, UTC
 * @param offered 32 random bytes
 */
export type ShareKey = (day: number, offered: Buffer) => Promise<Buffer>;

/** Where processes agree on keys, each tenant on its own. */
export interface SharedKeys {
  share(tenant: string, ...asked: Parameters<ShareKey>): Promise<Buffer>;
  close(): Promise<void>;
}
