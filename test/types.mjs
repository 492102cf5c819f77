// `npm run types`: checks every room with its own libraries, so that `document` in the model is an error.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const tsc = `${root}node_modules/typescript/bin/tsc`;
const rooms = readdirSync(`${root}packages`).map((name) => `packages/${name}`);
const projects = [...rooms, 'packages/gate/src/service-worker', 'test', 'demo/spa'].filter(
  (folder) => existsSync(`${root}${folder}/tsconfig.json`),
);

let failed = 0;
for (const project of projects) {
  try {
    execFileSync(process.execPath, [tsc, '-p', project], { cwd: root, stdio: 'inherit' });
  } catch {
    failed++;
    console.error(`${project} does not compile; the lines above say where.`);
  }
}
process.exitCode = failed ? 1 : 0;
