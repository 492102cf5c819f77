import { launchChromium } from './chromium-engine.ts';
import type { Engine, Launch } from './engine.ts';

/** The browsers that the suite knows how to drive. */
export const engines: Partial<Record<Engine['name'], Launch>> = { chromium: launchChromium };
