import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { build, type Plugin } from 'esbuild';
import { onTestFinished } from 'vitest';
import { folder } from './arrange.js';

const root = resolve(import.meta.dirname, '../../..');

/** A place in a source file that is made otherwise: to see that a test would find out. */
export interface Fault {
  readonly file: RegExp;
  readonly from: string;
  readonly to: string;
}

function faulty({ file, from, to }: Fault): Plugin {
  return {
    name: 'faulty',
    setup({ onLoad }) {
      onLoad({ filter: file }, ({ path }) => {
        const text = readFileSync(path, 'utf8');
        if (!text.includes(from)) throw new Error(`${path} has no "${from}" any more`);
        return { contents: text.replace(from, to), loader: 'ts' };
      });
    },
  };
}

/** Bundles a TypeScript entry to one file that node runs; what is in node_modules stays outside. */
export async function bundle(entry: string, fault?: Fault): Promise<string> {
  const path = folder();
  symlinkSync(join(root, 'node_modules'), join(path, 'node_modules'));
  const outfile = join(path, 'program.mjs');
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    alias: {
      '@sluis/consent/record': join(root, 'packages/consent/src/record/index.ts'),
      '@sluis/consent': join(root, 'packages/consent/src/index.ts'),
      '@sluis/schema': join(root, 'packages/schema/src/index.ts'),
    },
    logLevel: 'error',
    plugins: fault ? [faulty(fault)] : [],
  });
  return outfile;
}

export interface Program {
  readonly process: ChildProcess;
  readonly lines: readonly string[];
  /** The first line of its output that matches, now or later. */
  readonly line: (pattern: RegExp) => Promise<RegExpExecArray>;
  readonly exit: Promise<{
    readonly code: number | null;
    readonly signal: string | null;
    readonly errors: string;
  }>;
}

/** Runs a bundled program with these variables only; it is ended with the test. */
export function run(
  file: string,
  environment: { readonly [name: string]: string } = {},
  args: readonly string[] = [],
): Program {
  const child = spawn(process.execPath, [file, ...args], {
    env: { PATH: process.env['PATH'] ?? '', ...environment },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const lines: string[] = [];
  const reader = createInterface({ input: child.stdout }).on('line', (line) => lines.push(line));
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (part) => (errors += part));

  async function line(pattern: RegExp): Promise<RegExpExecArray> {
    for (let at = 0; ; at++) {
      while (at >= lines.length) {
        if (child.exitCode !== null) throw new Error(`ended with ${child.exitCode}: ${errors}`);
        await Promise.race([once(reader, 'line'), once(child, 'close')]);
      }
      const match = pattern.exec(lines[at] ?? '');
      if (match) return match;
    }
  }

  const exit = once(child, 'close').then(([code, signal]) => ({ code, signal, errors }));
  return { process: child, lines, line, exit };
}
