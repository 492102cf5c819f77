import { readFileSync, writeFileSync } from 'node:fs';
import type { Address, Cell } from './cell.ts';

const data = new URL('../matrix.json', import.meta.url);
const page = new URL('../matrix.md', import.meta.url);

const keyOf = ({ engine, mode, group }: Address): string => `${engine} ${mode} ${group}`;

type Cells = Record<string, Cell>;

const read = (): Cells => JSON.parse(readFileSync(data, 'utf8')) as Cells;

/** What is committed for this place, if anything. */
export function committedCell(address: Address): Cell | undefined {
  return read()[keyOf(address)];
}

/** Puts a cell into `matrix.json`, and writes `matrix.md` from it. */
export function writeCell(cell: Cell): void {
  const cells = { ...read(), [keyOf(cell)]: cell };
  const sorted = Object.fromEntries(
    Object.entries(cells).sort(([one], [other]) => (one < other ? -1 : 1)),
  );
  writeFileSync(data, `${JSON.stringify(sorted, null, 2)}\n`);
  writeFileSync(page, render(Object.values(sorted)));
}

type Figures = readonly number[];

function figuresOf({ vectors, leaked, later, never, broken }: Cell): Figures {
  const held = vectors - leaked.length;
  const atOnce = held - later.length - never.length;
  return [vectors, held, leaked.length, atOnce, later.length, never.length, broken.length];
}

const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;

/** The rows of some cells, with their sum. */
export function tableOf(cells: readonly Cell[]): string {
  const head = ['engine', 'mode', 'group', 'vectors', 'held', 'leaked'];
  head.push('works at once', 'works on the next view', 'never works', 'controls broken');
  const rows = cells.map((cell) => line([cell.engine, cell.mode, cell.group, ...figuresOf(cell)]));
  const places = [...new Set(cells.map(({ engine, mode }) => `${engine} | ${mode}`))];
  const sums = places.map((place) => {
    const some = cells.filter(({ engine, mode }) => `${engine} | ${mode}` === place);
    const all = some.map(figuresOf).reduce((sum, one) => sum.map((n, at) => n + (one[at] ?? 0)));
    return line([place, 'all', ...all]);
  });
  return [line(head), line(head.map((_, at) => (at < 3 ? '---' : '---:'))), ...sums, ...rows].join(
    '\n',
  );
}

/** A name without the group at its start: names have commas in them. */
const shortOf = (name: string): string => name.replace(/^\w+ /, '');

function namesOf({ engine, mode, group, leaked, later, never, broken, absent }: Cell): string {
  const lists = {
    leaked,
    'works on the next view': later,
    'never works': never,
    broken,
    'does not fire in this engine': absent,
  };
  const said = Object.entries(lists).filter(([, names]) => names.length);
  if (!said.length) return '';
  const items = said.map(([what, names]) => `- ${what}: ${names.map(shortOf).join('; ')}`);
  return `\n### ${engine}, ${mode}, ${group}\n\n${items.join('\n')}\n`;
}

const titles: Readonly<Record<Cell['engine'], string>> = {
  chromium: 'Chromium',
  firefox: 'Firefox',
  webkit: 'WebKitGTK',
};

/** The table of one engine and the names behind its figures; nothing where nothing was measured. */
function sectionOf(engine: Cell['engine'], cells: readonly Cell[]): string {
  const own = cells.filter((cell) => cell.engine === engine);
  if (!own.length) return '';
  return `\n## ${titles[engine]}\n\n${tableOf(own)}\n${own.map(namesOf).join('')}`;
}

function render(cells: readonly Cell[]): string {
  const engines = ['chromium', 'firefox', 'webkit'] as const;
  return `# What the gate holds, measured

Written by \`npm run matrix\` from \`matrix.json\`; do not edit. Each vector is one way to reach another
party or to store its ids. It must fire without the gate. **Held**: nothing arrives before the answer,
neither on a first connection nor on one that the browser had open. **Works**: after "accept all" it does
what it does without the gate, as often; at once means in the same page. **Controls broken**: to a host
on the \`allow\` list it does something else than without the gate.
${engines.map((engine) => sectionOf(engine, cells)).join('')}`;
}
