import type { ServiceConfig } from '../../../packages/schema/src/config.ts';

/** A request as its collector got it, decoded as far as text. */
export interface Hit {
  readonly host: string;
  readonly path: string;
  readonly text: string;
}

/** A real tracker of another firm, embedded as that firm says. */
export interface Tracker {
  /** Vendor, and which way it came into the page: `posthog script`, `posthog bundle`. */
  readonly name: string;
  /** What the site owner writes: an id of the catalogue, or a service from the vendor's documentation. */
  readonly service: ServiceConfig | string;
  /** Goes into the head: the vendor's snippet. */
  readonly head?: string;
  /** Or: the site's own module, bundled with the vendor's package, at the end of the body. */
  readonly bundle?: string;
  /** Scripts of the vendor's hosts: address without scheme, file below node_modules. */
  readonly files?: Readonly<Record<string, string>>;
  /** What collectors answer, when `{}` will not do: start of the address without scheme, JSON or text. */
  readonly answers?: Readonly<Record<string, unknown>>;
  /** The site's own call, in page script, with the name of an event that the collector must see. */
  call(event: string): string;
  /** An error of the vendor's own that comes by chance, without the gate too. */
  readonly ownError?: string;
  /** Sends only when the page is left, whatever its documentation says about intervals. */
  readonly sendsAtLeave?: true;
}
