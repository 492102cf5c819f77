#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { lintPage } from './lint-page.js';

const help = `sluis lint [--site https://www.bank.example] page.html ...

Looks at pages of a site with Sluis, without running them: is the gate first, is the configuration sound,
and which tags ask another party on the first view in which browser before any script can hold them.

  --site   where the pages are served; without it every address with a host counts as another party's

Ends with 1 when there is an error, with 0 when there are only warnings.
`;

function readSite(words: string[]): string {
  const at = words.indexOf('--site');
  if (at < 0) return 'https://site.invalid/';
  const [, site = ''] = words.splice(at, 2);
  if (!URL.canParse(site))
    throw new Error(`--site is "${site}". Give an address: https://www.bank.example`);
  return site;
}

function lint(words: string[]): number {
  const site = readSite(words);
  let errors = 0;
  for (const file of words) {
    for (const { level, line, column, sentence } of lintPage(readFileSync(file, 'utf8'), site)) {
      if (level === 'error') errors++;
      process.stdout.write(`${file}:${line}:${column} ${level}: ${sentence}\n`);
    }
  }
  return errors ? 1 : 0;
}

const [command, ...words] = process.argv.slice(2);
try {
  if (command !== 'lint' || !words.length) process.stdout.write(help);
  process.exitCode =
    command === 'lint' && words.length ? lint(words) : command === '--help' ? 0 : 1;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
