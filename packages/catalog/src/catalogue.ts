import type { Service } from '@sluis/schema';
import { googleAnalytics } from './services/google-analytics.js';
import { googleTagManager } from './services/google-tag-manager.js';
import { matomo } from './services/matomo.js';
import { metaPixel } from './services/meta-pixel.js';
import { microsoftAdvertising } from './services/microsoft-advertising.js';
import { youtube } from './services/youtube.js';

/** The services that a configuration may name by id. A new one is a file, and a line here. */
export const catalogue: readonly Service[] = [
  googleAnalytics,
  googleTagManager,
  matomo,
  metaPixel,
  microsoftAdvertising,
  youtube,
];
