// `npm test`: installs what it needs, then every check, and one line of figures at the end.
// Plain Node up to the install, so that it works in a fresh clone.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const reports = mkdtempSync(join(tmpdir(), 'sluis-test-'));
const started = Date.now();
let passed = 0;
let failed = 0;

function run(command, words, environment = {}) {
  const options = { cwd: root, stdio: 'inherit', env: { ...process.env, ...environment } };
  return spawnSync(command, words, options).status === 0;
}

function say(text) {
  console.log(`\n[${String(Math.round((Date.now() - started) / 1000)).padStart(4)} s] ${text}`);
}

function stop(sentence) {
  console.error(`\n${sentence}\n\n${passed} passed, ${failed + 1} failed`);
  process.exit(1);
}

function isInstalled(folder) {
  const mark = join(folder, 'node_modules/.package-lock.json');
  return (
    existsSync(mark) &&
    statSync(mark).mtimeMs >= statSync(join(folder, 'package-lock.json')).mtimeMs
  );
}

function installPackages() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19))
    stop(`Node ${process.versions.node} is too old: install Node 20.19 or later.`);
  if (isInstalled(root)) return say('Packages are installed.');
  say('Installing packages (npm ci) ...');
  if (!run('npm', ['ci', '--no-audit', '--no-fund']))
    stop('npm ci failed: the lines above say why. Check the network and try again.');
}

/** The real trackers that the browser suite runs: apart, because nothing else needs them. */
function installTrackers() {
  const folder = join(root, 'test/browser/trackers');
  if (isInstalled(folder)) return;
  say('Installing the trackers that the tests run (npm ci in test/browser/trackers) ...');
  const words = ['ci', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund'];
  if (!run('npm', words)) stop('npm ci failed in test/browser/trackers: the lines above say why.');
}

/** A browser of this machine, Playwright's own, or Debian's: whichever is to be had. */
async function installBrowser() {
  const { findBrowser } = await import('./browser/find-browser.mjs');
  const { chromium } = await import('@playwright/test');
  const own = chromium.executablePath();
  const find = () => findBrowser() ?? (existsSync(own) ? own : undefined);
  if (find()) return say(`Browser: ${find()}`);
  say('Installing a browser (playwright install chromium) ...');
  run('npx', ['playwright', 'install', 'chromium']);
  if (!find() && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    say("Playwright offers none here; installing Debian's chromium ...");
    run('apt-get', ['update', '-qq']);
    run('apt-get', ['install', '-y', '-qq', 'chromium']);
  }
  if (find()) return say(`Browser: ${find()}`);
  return stop(
    'No browser: install Chromium or Chrome, or name one with SLUIS_CHROMIUM=/path/to/chromium.',
  );
}

/** Firefox and WebKitGTK. A machine may lack them, but then that is said. */
async function installEngines() {
  const { findFirefox, findWebKitGtk } = await import('./browser/engines/find-engines.mjs');
  const missing = () =>
    [
      !findFirefox() && { name: 'Firefox', packages: ['firefox-esr'] },
      !findWebKitGtk() && { name: 'WebKitGTK', packages: ['webkit2gtk-driver', 'xvfb'] },
    ].filter(Boolean);
  const packages = missing().flatMap((engine) => engine.packages);
  if (packages.length && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    say(`Installing ${packages.join(' and ')} ...`);
    run('apt-get', ['update', '-qq']);
    run('apt-get', ['install', '-y', '-qq', ...packages]);
  }
  for (const { name, packages } of missing())
    say(`${name}: not found, its tests do not run (apt-get install ${packages.join(' ')}).`);
}

/** A check without a count of its own counts as one. */
function check(name, command, words) {
  say(name);
  if (run(command, words)) passed++;
  else {
    failed++;
    console.error(`FAILED: ${name} (${[command, ...words].join(' ')})`);
  }
}

/** A suite counts its tests; one that ran none has failed. */
function suite(name, words, environment, count) {
  say(name);
  const ok = run('npx', words, environment);
  let result = { passed: 0, failed: 0 };
  try {
    result = count();
  } catch (error) {
    console.error(`No report: ${error.message}`);
  }
  passed += result.passed;
  failed += result.failed;
  if (result.failed === 0 && (!ok || result.passed === 0)) failed++;
}

const report = (file) => JSON.parse(readFileSync(join(reports, file), 'utf8'));

installPackages();
installTrackers();
await installBrowser();
await installEngines();
check('Lint and borders', 'npm', ['run', '--silent', 'lint']);
check('Format', 'npx', ['oxfmt', '--check', 'packages', 'demo', 'test', 'rollup.config.mjs']);
check('Build', 'npm', ['run', '--silent', 'build']);
check('Types, room by room', 'npm', ['run', '--silent', 'types']);
check('Unused files, exports and dependencies', 'npx', ['knip']);
check('The demo app, built from the package', 'npx', ['vite', 'build', 'demo/spa']);
check('Byte budgets', 'npm', ['run', '--silent', 'size']);
check('The packages as npm users see them', 'node', ['test/package/check.mjs']);
suite(
  'Unit and contract tests',
  [
    'vitest',
    'run',
    '--coverage',
    '--config',
    'test/vitest.config.ts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile=${join(reports, 'unit.json')}`,
  ],
  {},
  () => ({
    passed: report('unit.json').numPassedTests,
    failed: report('unit.json').numFailedTests,
  }),
);
suite(
  'Browser tests on the built scripts',
  ['playwright', 'test', '--config', 'test/playwright.config.ts'],
  { SLUIS_REPORT: join(reports, 'browser.json') },
  () => ({
    passed: report('browser.json').stats.expected,
    failed: report('browser.json').stats.unexpected + report('browser.json').stats.flaky,
  }),
);

say(`Done in ${Math.round((Date.now() - started) / 1000)} s.`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
