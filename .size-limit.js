// `npm run size`: what each set weighs after brotli 11. The limits hold the present weight; what the
// design asks for stands in the name until the set is there.
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
  set('head: gate, all that a returning visitor loads (design: 6 kB)', ['head.js'], '13.63 kB'),
  set('first visit: head, desk and banner in one language (design: 11 kB)', firstVisit, '23.65 kB'),
  set('preferences, on top of a first visit (design: 8 kB)', onTop('preferences.js', 'messages.nl.js'), '10.93 kB'),
  set('opt-out page, on top of a first visit', onTop('opt-out.js', 'messages.nl.js'), '12 kB'),
  set('record and backend, fetched at the first decision', onTop('record.js'), '3.1 kB'),
];
