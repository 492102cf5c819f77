import { findFirefox, findWebKitGtk } from '../engines/find-engines.mjs';
import { launchFirefox } from '../engines/firefox.ts';
import { launchWebKitGtk } from '../engines/web-kit-gtk.ts';
import { launchChromium } from './chromium-engine.ts';
import type { Engine, Launch } from './engine.ts';

const firefox = findFirefox();
const webKitGtk = findWebKitGtk();

/** The browsers that the suite knows how to drive, where they are installed. */
export const engines: Partial<Record<Engine['name'], Launch>> = {
  chromium: launchChromium,
  ...(firefox && { firefox: ({ port }) => launchFirefox(firefox, port) }),
  ...(webKitGtk && { webkit: ({ proxy }) => launchWebKitGtk(webKitGtk, proxy) }),
};
