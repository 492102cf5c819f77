// `npm run bench`: installs the peers, bundles the bench (Node 20 strips no types) and runs it.
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { installPeers } from './install-peers.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
installPeers();
const outfile = `${here}.build/bench.mjs`;
await build({
  entryPoints: [`${here}bench.ts`],
  outfile,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
});
const { bench } = await import(pathToFileURL(outfile).href);
process.exitCode = await bench(here, process.argv.slice(2));
