import type { Situation } from '@sluis/consent';
import type { BakedBanner, ConsentPort, Messages } from '@sluis/ui';
import type { showNotice } from '@sluis/ui/notice';
import type { Gate } from '@sluis/gate';
import type { Policy } from '@sluis/schema';
import type * as ChangesRoom from './changes-room.js';
import type * as CleanUpRoom from './clean-up-room.js';
import type { endInTime } from './cookie-life.js';
import type { Desk } from './desk.js';
import type { TabNews } from './follow-tabs.js';
import type * as EmbedRoom from './embed-room.js';
import type * as FormRoom from './form-room.js';
import type { importAnswers } from './import-answers.js';
import type { Office, OfficePort } from './office.js';
import type { Page } from './page.js';
import type { openRelay } from './relay-room.js';
import type * as RightsRoom from './rights-room.js';
import type { receiptOf } from './receipt-of.js';
import type { RecordRoom, RecordRoomPort } from './record-room.js';
import type { tellServiceWorker } from './service-worker-room.js';
import type { signIn } from './sign-in.js';
import type { openTemplates } from './template-room.js';
import type { startWorkers } from './worker-room.js';

/** A surface that is on show. */
export interface Surface {
  close(): void;
}

/**
 * What is loaded on intent. The page script fetches these by address, an importer's bundler makes
 * chunks of them: the head knows neither.
 */
export interface Rooms {
  desk(): Promise<{
    openDesk(
      page: Page,
      rooms: Rooms,
      apply: () => void,
      tellTabs: (news: TabNews) => void,
    ): Promise<Desk>;
  }>;
  /** Needed once somebody answers, or has answered. */
  office(): Promise<{
    openOffice(page: Page, rooms: Rooms, port: OfficePort): Promise<Office>;
  }>;
  banner(language: string): Promise<{
    readonly banner: BakedBanner;
    showBanner(port: ConsentPort, banner: BakedBanner): Surface;
  }>;
  messages(language: string): Promise<{ readonly messages: Messages }>;
  preferences(): Promise<{
    openPreferences(port: ConsentPort, messages: Messages): Promise<Surface>;
  }>;
  optOut(): Promise<{
    mountOptOut(root: Element, port: ConsentPort, messages: Messages): () => void;
  }>;
  embeds(): Promise<typeof EmbedRoom>;
  forms(): Promise<typeof FormRoom>;
  reopen(): Promise<{ showReopen(port: ConsentPort, label: string): Surface }>;
  /** What is on the device: to clear it, and to show it. */
  cleanUp(): Promise<typeof CleanUpRoom>;
  catalog(): Promise<{ withCatalogue(policy: Policy): Policy }>;
  serviceWorker(): Promise<{ readonly tellServiceWorker: typeof tellServiceWorker }>;
  /** @param trusted for where it comes as a script element, ahead of the end of the markup */
  templates(trusted: Gate['trusted']): Promise<{ readonly openTemplates: typeof openTemplates }>;
  workers(trusted: Gate['trusted']): Promise<{ readonly startWorkers: typeof startWorkers }>;
  bounds(): Promise<{
    openBounds(page: Page, apply: () => void): void;
    forget(page: Page, before: Situation, after: Situation): void;
  }>;
  /** Needed once a service has written a cookie. */
  cookieLife(): Promise<{ readonly endInTime: typeof endInTime }>;
  import(): Promise<{ readonly importAnswers: typeof importAnswers }>;
  /** Needed once the configuration has changed since the last answer, or somebody wants to see whether it has. */
  changes(): Promise<typeof ChangesRoom>;
  receipt(): Promise<{ readonly receiptOf: typeof receiptOf }>;
  notice(): Promise<{ readonly showNotice: typeof showNotice }>;
  rights(): Promise<typeof RightsRoom>;
  signIn(): Promise<{ readonly signIn: typeof signIn }>;
  inspect(): Promise<{ openInspector(page: Page, desk?: Promise<Desk>): Promise<void> }>;
  /** Needed where a service's hits go by the relay. */
  relay(): Promise<{ readonly openRelay: typeof openRelay }>;
  /** Needed once something passes that was held. */
  release(): Promise<{ openRelease: Parameters<Gate['releaseBy']>[0] }>;
  record(): Promise<{ openRecordRoom(port: RecordRoomPort): RecordRoom }>;
}
