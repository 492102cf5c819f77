// Packs the published packages and looks at them as npm, Node and TypeScript users would.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'sluis-pack-'));
const run = (...words) => execFileSync('npx', words, { cwd: root, stdio: 'inherit' });

try {
  for (const name of ['sluis', 'server', 'cli']) {
    const packed = execFileSync('npm', ['pack', '--json', '--pack-destination', folder], {
      cwd: join(root, 'packages', name),
      encoding: 'utf8',
    });
    const answer = JSON.parse(packed);
    const [{ filename }] = Array.isArray(answer) ? answer : Object.values(answer);
    const file = join(folder, filename.replace('@', '').replace('/', '-'));
    run('publint', 'run', file, '--strict');
    run('attw', file, '--profile', 'esm-only');
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
