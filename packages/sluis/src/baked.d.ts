/** Made by `rollup.config.mjs`: the banner of one language, rendered at build time. */
declare module 'sluis:banner/*' {
  import type { BakedBanner } from '@sluis/ui';

  export { showBanner } from '@sluis/ui/banner';
  export const banner: BakedBanner;
}
