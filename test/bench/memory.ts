import type { Browser, CDPSession } from '@playwright/test';
import { rowOf, type Row } from './row.js';

/** Runs in the page: makes, adds and removes elements, one in a hundred an image that is held. */
function churn({ count, held }: { count: number; held: string }): void {
  const place = document.querySelector('#hidden') as HTMLElement;
  for (let index = 0; index < count; index++) {
    const element = document.createElement(index % 100 ? 'div' : 'img');
    element.setAttribute('data-index', String(index % 50));
    if (element instanceof HTMLImageElement) element.src = `${held}/pixel-${index}.gif`;
    place.appendChild(element);
    element.remove();
  }
}

interface Use {
  readonly heap: number;
  readonly nodes: number;
  readonly weak: number;
}

async function measure(session: CDPSession): Promise<Use> {
  for (let twice = 0; twice < 2; twice++) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { nodes } = await session.send('Memory.getDOMCounters');
  const { result } = await session.send('Runtime.evaluate', { expression: 'WeakRef.prototype' });
  const { objects } = await session.send('Runtime.queryObjects', {
    prototypeObjectId: result.objectId ?? '',
  });
  const { result: length } = await session.send('Runtime.callFunctionOn', {
    objectId: objects.objectId ?? '',
    functionDeclaration: 'function () { return this.length }',
    returnByValue: true,
  });
  return { heap: usedSize / 1000, nodes, weak: Number(length.value) };
}

/** Elements that pass through the page. */
const passing = 100_000;

/** What may stay behind of them: less than four bytes an element; the queue and the list of parked ones are bounded. */
const memoryBudget = { heap: 400, nodes: 500, weak: 500 };

async function growth(browser: Browser, address: string, held: string): Promise<Use> {
  const page = await browser.newPage();
  await page.goto(address, { waitUntil: 'networkidle' });
  const session = await page.context().newCDPSession(page);
  // What is bounded fills up, what is compiled is compiled.
  await page.evaluate(churn, { count: passing / 4, held });
  const before = await measure(session);
  await page.evaluate(churn, { count: passing, held });
  const after = await measure(session);
  await page.close();
  return {
    heap: after.heap - before.heap,
    nodes: after.nodes - before.nodes,
    weak: after.weak,
  };
}

/** What is left of elements that are gone, against the bare page. */
export async function measureMemory(
  browser: Browser,
  addresses: ReadonlyMap<string, string>,
  held: string,
  rounds: number,
): Promise<Row[]> {
  const uses = new Map<string, Use[]>();
  for (let round = 0; round < rounds; round++) {
    for (const [name, address] of addresses)
      uses.set(name, [...(uses.get(name) ?? []), await growth(browser, address, held)]);
  }
  const group = `memory after ${passing} elements`;
  const values = (name: string, key: keyof Use): number[] =>
    (uses.get(name) ?? []).map((use) => use[key]);
  const bare = (key: keyof Use): Record<string, number> => ({ bare: values('bare', key)[0] ?? 0 });
  return [
    rowOf(group, 'heap grown', 'kB', values('sluis', 'heap'), memoryBudget.heap, bare('heap')),
    rowOf(group, 'nodes kept', '', values('sluis', 'nodes'), memoryBudget.nodes, bare('nodes')),
    rowOf(group, 'weak references', '', values('sluis', 'weak'), memoryBudget.weak, bare('weak')),
  ];
}
