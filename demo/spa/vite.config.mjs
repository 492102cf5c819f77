import { defineConfig } from 'vite';

// Built from the root with `vite build demo/spa`; `sluis` comes from the npm workspace, as installed.
export default defineConfig({
  build: { outDir: 'dist', target: 'es2022', modulePreload: { polyfill: false } },
});
