// `npm run size`: what each set weighs after brotli 11. The limits hold the present weight; what the
// design asks for stands in the name.
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
const answer = load('office.js', 'release.js', 'record.js');
const onTop = (files, already = firstVisit) => load(...files).filter((file) => !already.includes(file));
const set = (name, files, limit) => ({ name, path: files.map((file) => folder + file), limit });

export default [
  set('head: gate, all that a returning visitor loads (design: 6 kB)', ['head.js'], '13.79 kB'),
  set('first visit: head, desk and banner in one language (design: 11 kB)', firstVisit, '19.09 kB'),
  set('preferences, on top of a first visit (design: 8 kB)', onTop(['preferences.js', 'messages.nl.js']), '11.08 kB'),
  set('opt-out page, on top of a first visit', onTop(['opt-out.js', 'messages.nl.js']), '12.28 kB'),
  set('an answer: office, release and record, fetched when it comes near', onTop(answer), '11.75 kB'),
];
