import type { Browser, Page } from '@playwright/test';
import { rowOf, type Row } from './row.js';
import type { Site } from './serve.js';
import { slowDown, slowPage, visitBudget } from './slow-page.js';
import { record, type Trace } from './trace.js';

/** What a page notices by itself, in wall-clock milliseconds of the slowed processor. */
interface Noticed {
  /** From the start of the page to the frame with the banner in it. */
  banner: number;
  /** Event Timing of the click: from the press to the next paint, in steps of 8. */
  click: number;
  /** Each task of 50 or more after the click. */
  readonly tasks: number[];
  /** Layout shift, without a unit. */
  shift: number;
}

declare global {
  interface Window {
    noticed: Noticed;
    /** Brings what the browser has not told yet. */
    lookAgain(): void;
  }
}

/** Runs ahead of everything else in the page. */
function notice(): void {
  // What takes less than 16 is not told.
  const noticed: Noticed = { banner: 0, click: 16, tasks: [], shift: 0 };
  let clicked = Infinity;
  const read = (entries: PerformanceEntryList): void => {
    for (const entry of entries) {
      if (entry.name === 'click') noticed.click = entry.duration;
      if (entry.entryType === 'layout-shift') noticed.shift += Object(entry).value;
      if (entry.entryType === 'longtask' && entry.startTime + entry.duration > clicked)
        noticed.tasks.push(entry.duration);
    }
  };
  const observers = ['event', 'longtask', 'layout-shift'].map((type) => {
    const observer = new PerformanceObserver((list) => read(list.getEntries()));
    observer.observe({ type, durationThreshold: 16, buffered: true } as PerformanceObserverInit);
    return observer;
  });
  addEventListener('click', ({ timeStamp }) => (clicked = timeStamp), { capture: true });
  const look = (): void => {
    if (!document.querySelector('[data-sluis=banner]')) return void requestAnimationFrame(look);
    requestAnimationFrame(() => setTimeout(() => (noticed.banner = performance.now())));
  };
  look();
  window.noticed = noticed;
  window.lookAgain = () => observers.forEach((observer) => read(observer.takeRecords()));
}

/** Opens a page that holds this many tags of one vendor; its banner is there, and the pointer on accept. */
async function openHeld(browser: Browser, site: Site, tags: number): Promise<Page> {
  const context = await browser.newContext();
  const page = await slowPage(context, site, 'sluis');
  await page.addInitScript(notice);
  await page.goto(site.url('sluis', `/accept-${tags}`), { waitUntil: 'networkidle' });
  await page.locator('[data-sluis-action=accept]').hover();
  return page;
}

/** Presses, and waits until every tag has been asked for. */
async function press(page: Page, site: Site, tags: number): Promise<void> {
  const released = site.reached('/tag/', tags);
  await page.mouse.down();
  await page.mouse.up();
  await released;
}

async function traceAccept(browser: Browser, site: Site, tags: number): Promise<Trace> {
  const page = await openHeld(browser, site, tags);
  const trace = await record(browser, site.url('sluis', '/'), () => press(page, site, tags));
  await page.context().close();
  return trace;
}

/** Without a recording, which takes time of its own. */
async function noticeAccept(browser: Browser, site: Site, tags: number): Promise<Noticed> {
  const page = await openHeld(browser, site, tags);
  await press(page, site, tags);
  const noticed = await page.evaluate(async () => {
    for (let frames = 0; frames < 3; frames++) await new Promise(requestAnimationFrame);
    window.lookAgain();
    return window.noticed;
  });
  await page.context().close();
  return noticed;
}

/**
 * The click on accept, on a page that holds this many tags of a vendor: CPU by a recording, and what the
 * page itself notices. Of the latter only the layout shift has a budget: a busy machine has long tasks of its own.
 */
export async function measureAccept(
  browser: Browser,
  site: Site,
  tags: number,
  rounds: number,
): Promise<Row[]> {
  const traces: Trace[] = [];
  const noticed: Noticed[] = [];
  for (let round = 0; round < rounds; round++) {
    traces.push(await traceAccept(browser, site, tags));
    noticed.push(await noticeAccept(browser, site, tags));
  }
  const group = `accept with ${tags} held, at ${slowDown}x`;
  const painted = traces.flatMap(({ clickToPaint }) => clickToPaint ?? []);
  const release = traces.map(({ afterPaint }) => Math.max(0, ...afterPaint));
  const each = (measure: (one: Noticed) => number): number[] => noticed.map(measure);
  return [
    rowOf(group, 'CPU from the click to the next paint', 'ms', painted),
    rowOf(group, 'CPU of the longest task of the release', 'ms', release, visitBudget.task),
    rowOf(
      group,
      'Event Timing of the click',
      'ms',
      each(({ click }) => click),
    ),
    rowOf(
      group,
      'longest long task after it',
      'ms',
      each(({ tasks }) => Math.max(0, ...tasks)),
    ),
    rowOf(
      group,
      'layout shift (CLS)',
      '',
      each(({ shift }) => shift),
      0,
    ),
    rowOf(
      group,
      'banner on screen',
      'ms',
      each(({ banner }) => banner),
    ),
  ];
}
