// `npm start`: from a fresh clone to a running demo. Until prepare() is through, only Node itself is used.
import { fileURLToPath } from 'node:url';
import { freePort } from './free-port.mjs';
import { openBrowser } from './open-browser.mjs';
import { prepare } from './prepare.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const say = (text) => process.stdout.write(`${text}\n`);

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Error(
    `This is Node ${process.versions.node}. Install Node 20.19 or newer (https://nodejs.org), then run npm start again.`,
  );
}

function wishedPort() {
  const wish = process.env.SLUIS_PORT ?? '4180';
  const port = Number(wish);
  if (Number.isInteger(port) && port > 0 && port < 65536) return port;
  throw new Error(
    `SLUIS_PORT is "${wish}". Give a number from 1 to 65535, or leave it out for 4180.`,
  );
}

function tell(world) {
  say('');
  say(`  Bank      ${world.url('/')}`);
  say(`  Opt-out   ${world.url('/opt-out')}`);
  say(`  Gallery   ${world.url('/gallery')}`);
  say(`  App       ${world.url('/', 'spa')}`);
  say(`  Watch     ${world.url('/watch/')}`);
  say(`  Backend   ${world.url('/healthz', 'backend')}`);
  say('');
  say('  Answer the banner and see what the vendors receive. Ctrl+C stops all of it.');
}

/** npm and its shell die of a TERM without a word to us; then we belong to another parent. */
function onOrphaned(callback) {
  const parent = process.ppid;
  const watch = setInterval(() => process.ppid === parent || callback(), 500);
  watch.unref();
}

/** Children share the terminal's Ctrl+C; a TERM sent to this process alone is handed on by the signal. */
function onStop() {
  const controller = new AbortController();
  const stopped = new Promise((resolve) => {
    const stop = () => {
      controller.abort();
      resolve(undefined);
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, stop);
    onOrphaned(stop);
  });
  return { signal: controller.signal, stopped };
}

async function start({ signal, stopped }) {
  checkNode();
  const wished = wishedPort();
  await prepare(root, signal);
  const port = await freePort(wished);
  if (port !== wished) say(`Port ${wished} is taken, so this is port ${port}.`);
  const { startWorld } = await import('./world.mjs');
  const world = await startWorld({
    names: 'loopback',
    port,
    file: `${root}.data/sluis.db`,
    watch: true,
    relay: true,
  });
  tell(world);
  openBrowser(world.url('/'));
  await stopped;
  await world.close();
  say('Stopped.');
}

const stop = onStop();
start(stop).catch((error) => {
  if (stop.signal.aborted) return;
  console.error(`\n${error.message}`);
  process.exitCode = 1;
});
