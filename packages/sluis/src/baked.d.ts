/** Made by `rollup.config.mjs`: the banner of one language, rendered at build time. */
declare module 'sluis:banner/*' {
  export { showBanner } from '@sluis/ui/banner';
  export const banner: import('@sluis/ui').BakedBanner;
}
