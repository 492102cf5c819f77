#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { lintPage } from './lint-page.js';
import { lintTheme } from './lint-theme.js';

const help = `sluis lint [--site https://www.bank.example] page.html style.css ...

Looks at pages of a site with Sluis, without running them: is the gate first, are the configuration and the
theme sound by the rules of the profile, and which tags ask another party on the first view in which browser before any script can hold them.

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
    const text = readFileSync(file, 'utf8');
    const findings = /\.css$/i.test(file)
      ? lintTheme([{ css: text, line: 1 }])
      : lintPage(text, site);
    for (const { level, line, column, sentence } of findings) {
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
