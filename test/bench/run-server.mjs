// `npm run bench:server`: bundles the bench of the server (Node 20 strips no types) and runs it on the built server.
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { installPeers } from './install-peers.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
installPeers();
const outfile = `${here}.build/server-bench.mjs`;
await build({
  entryPoints: [`${here}server-bench.ts`],
  outfile,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  alias: {
    '@sluis/consent/record': `${here}../../packages/consent/src/record/index.ts`,
    '@sluis/consent': `${here}../../packages/consent/src/index.ts`,
    '@sluis/schema': `${here}../../packages/schema/src/index.ts`,
  },
});
const { serverBench } = await import(pathToFileURL(outfile).href);
await serverBench(process.argv.slice(2));
