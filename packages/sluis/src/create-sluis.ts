import { isDevelopment, type SluisConfig } from '@sluis/schema';
import { checkConfig } from './check-config.js';
import { moduleRooms } from './module-rooms.js';
import type { Sluis } from './sluis.js';
import { startSluis } from './start.js';

let instance: Sluis | undefined;

/**
 * Starts Sluis in this page, or gives the one that runs already: frameworks mount twice, and the page
 * script may have been first. Call it before anything else is imported or inserted; what is static
 * in the HTML only the page script can hold.
 * @throws {SluisError} C02-C14 in development builds; in production everything is held instead
 */
export function createSluis(config: SluisConfig): Sluis {
  instance ??= window.sluis ?? startSluis(config, moduleRooms, config.assets ?? '');
  if (isDevelopment) checkConfig(config); // loud, and everything is held
  return instance;
}
