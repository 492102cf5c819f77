export { bannerLabels, type BannerLabels } from './approved-labels.js';
export type { BakedBanner, BakedNode } from './baked-banner.js';
export type { Asked, ConsentPort, Filed, Kept } from './consent-port.js';
export type { EmbedPort } from './embed-port.js';
export { fill } from './fill.js';
export type { Messages, Right } from './messages.js';
