// `npm run lighthouse`: the accessibility score of the demo's pages, by Lighthouse, which is too big (185 MB)
// for everybody's install. `npm test` runs axe, whose rules Lighthouse weighs, on every surface and state.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { startWorld } from '../demo/world.mjs';
import { states } from '../demo/gallery/states.mjs';
import { findBrowser } from './browser/find-browser.mjs';

/** The last that runs on Node 20. */
const lighthouse = 'lighthouse@12.8.2';

const shown = Object.entries(states).map(
  ([surface, [state]]) => `/gallery/show?surface=${surface}&state=${state}&language=en`,
);
const pages = ['/', '/hypotheek', '/contact', '/opt-out', '/gallery', ...shown];

/** @returns {Promise<{ score: number, failed: readonly string[] }>} score of 100 */
async function audit(address) {
  const words = [
    '--yes',
    lighthouse,
    address,
    '--only-categories=accessibility',
    '--throttling-method=provided',
    '--chrome-flags=--headless=new --no-sandbox',
    '--output=json',
    '--quiet',
  ];
  const { stdout } = await promisify(execFile)('npx', words, {
    maxBuffer: 1e8,
    env: { ...process.env, CHROME_PATH: findBrowser() },
  });
  const { categories, audits } = JSON.parse(stdout);
  const { score, auditRefs } = categories.accessibility;
  const failed = auditRefs.filter(({ id, weight }) => weight && audits[id].score === 0);
  return { score: score * 100, failed: failed.map(({ id }) => id) };
}

const world = await startWorld({ names: 'loopback' });
for (const path of pages) {
  const { score, failed } = await audit(world.url(path));
  console.log(`${score.toFixed(0).padStart(4)}  ${path}  ${failed.join(', ')}`);
  if (score < 100) process.exitCode = 1;
}
await world.close();
