// `npm run size`: the budgets of ../shared/DESIGN.md, section 10, in bytes after brotli 11.
import { readFileSync } from 'node:fs';

const folder = 'packages/sluis/dist/script/';

/** A file with everything that it imports. */
function withImports(file, seen = new Set()) {
  if (seen.has(file)) return seen;
  seen.add(file);
  const text = readFileSync(folder + file, 'utf8');
  for (const [, name] of text.matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g)) withImports(name, seen);
  return seen;
}

const load = (...files) => [...new Set(files.flatMap((file) => [...withImports(file)]))];

const firstVisit = load('head.js', 'desk.js', 'banner.nl.js');
const onTop = (...files) => load(...files).filter((file) => !firstVisit.includes(file));
const set = (name, files, limit) => ({ name, path: files.map((file) => folder + file), limit });

export default [
  set('head: gate, all that a returning visitor loads', ['head.js'], '6 kB'),
  set('first visit: head, desk and banner in one language', firstVisit, '11 kB'),
  set('preferences, on top of a first visit', onTop('preferences.js', 'messages.nl.js'), '8 kB'),
  set('opt-out page, on top of a first visit', onTop('opt-out.js', 'messages.nl.js'), '8 kB'),
  set('record and backend, fetched at the first decision', onTop('record.js'), '4 kB'),
];
