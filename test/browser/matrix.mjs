// `npm run matrix`: measures every engine that is installed, in every mode, and writes `matrix.json` and
// `matrix.md`. Words after `--` go to Playwright: `npm run matrix -- --grep firefox`. A cell that got
// worse fails and stays as it was; to accept it, take it out of `matrix.json` first.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const run = (words) =>
  spawnSync('npx', words, {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    stdio: 'inherit',
    env: { ...process.env, SLUIS_MATRIX: 'write' },
  }).status ?? 1;

const suite = ['playwright', 'test', '--config', 'test/playwright.config.ts', 'leaks.spec'];
const measured = run([...suite, ...process.argv.slice(2)]);
const formatted = run(['oxfmt', 'test/browser/matrix.json']);
process.exitCode = measured || formatted;
