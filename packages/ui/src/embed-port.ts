import type { Purpose, Service } from '@sluis/schema';
import type { ConsentPort } from './consent-port.js';

/** What stands in the place of a held frame sees this too. */
export interface EmbedPort extends ConsentPort {
  /** Whose address this is; none when no service names it. */
  services(address: string): readonly Service[];
  purposesOf(services: readonly Service[]): readonly Purpose[];
  /** Does nothing of another party pass on this page, whatever is pressed? */
  isSensitive(): boolean;
  /** Would a consent open these services? */
  mayAlways(services: readonly Service[]): boolean;
  /** Shows the address in this frame, without an answer to any purpose. */
  showOnce(frame: HTMLIFrameElement, address: string): void;
}
