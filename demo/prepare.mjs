import { spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Runs one command and waits; its output is the progress that people see.
 * @param {{ root: string, signal: AbortSignal, say: string, fix: string }} how
 */
export function run(command, words, { root, signal, say, fix }) {
  process.stdout.write(`${say}\n`);
  const shell = process.platform === 'win32';
  return new Promise((resolve, reject) => {
    const child = spawn(command, words, { cwd: root, stdio: 'inherit', shell, signal });
    child.on('error', (error) =>
      reject(new Error(`${command} did not start (${error.message}). ${fix}`)),
    );
    child.on('exit', (code, killed) =>
      code === 0
        ? resolve(undefined)
        : reject(new Error(`"${command} ${words.join(' ')}" ended with ${killed ?? code}. ${fix}`)),
    );
  });
}

/** npm writes this file last, so it tells when the installation was complete. */
function isInstalled(root) {
  const done = join(root, 'node_modules/.package-lock.json');
  const lock = join(root, 'package-lock.json');
  return existsSync(done) && statSync(done).mtimeMs >= statSync(lock).mtimeMs;
}

/** What a fresh clone lacks: packages, the built SDK and server, the built app. Needs nothing but Node and npm. */
export async function prepare(root, signal) {
  const how = { root, signal };
  if (!isInstalled(root)) {
    await run('npm', ['ci', '--no-audit', '--no-fund'], {
      ...how,
      say: 'Installing packages, once (npm ci) ...',
      fix: 'If npm says that package.json and the lock file differ, run npm install; else check the network (npm ping). Then run npm start again.',
    });
  }
  await run('npm', ['run', '--silent', 'build'], {
    ...how,
    say: 'Building Sluis and its server (npm run build) ...',
    fix: 'The lines above name the file; put it right, then run npm start again.',
  });
  await run(
    process.execPath,
    [join(root, 'node_modules/vite/bin/vite.js'), 'build', 'demo/spa', '--logLevel', 'warn'],
    {
      ...how,
      say: 'Building the demo app ...',
      fix: 'The lines above name the file in demo/spa; put it right, then run npm start again.',
    },
  );
}
