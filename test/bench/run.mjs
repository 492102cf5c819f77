// `npm run bench`: installs the peers, bundles the bench (Node 20 strips no types) and runs it.
import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const here = fileURLToPath(new URL('.', import.meta.url));
const installed = `${here}node_modules/.package-lock.json`;

if (
  !existsSync(installed) ||
  statSync(installed).mtimeMs < statSync(`${here}package-lock.json`).mtimeMs
)
  execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts'], {
    cwd: here,
    stdio: 'inherit',
  });

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
