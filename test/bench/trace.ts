import type { Browser } from '@playwright/test';

/** What a recording of the browser says about the main thread of the page's process. */
export interface Trace {
  /** Each task of the main thread in which scripts ran: CPU milliseconds of the scripts in it. */
  readonly scripts: readonly number[];
  /** CPU milliseconds of everything from the click to the first paint after it; undefined without a click. */
  readonly clickToPaint: number | undefined;
  /** As `scripts`, for what ran after that paint. */
  readonly afterPaint: readonly number[];
}

interface Event {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly type?: string; readonly url?: string } };
}

/** Events within which V8 compiles or runs the page's code. */
const script =
  /^(EvaluateScript|FunctionCall|RunMicrotasks|v8\.(compile|compileModule|evaluateModule|run))$/;

const categories = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'v8'];

/** The outermost of these; those within others are counted there. */
function outermost(events: readonly Event[]): Event[] {
  let end = 0;
  return events.filter(({ ts, dur = 0 }) => {
    if (ts < end) return false;
    end = ts + dur;
    return true;
  });
}

const cpu = (events: readonly Event[]): number =>
  events.reduce((sum, { tdur = 0 }) => sum + tdur / 1000, 0);

/** @param page start of the address of the page whose process it is about */
function read(buffer: Buffer, page: string): Trace {
  const { traceEvents }: { traceEvents: Event[] } = JSON.parse(buffer.toString());
  const home = traceEvents.find(
    ({ name, args }) => name === 'ParseHTML' && JSON.stringify(args).includes(page),
  );
  const click = traceEvents.find(
    ({ name, args }) => name === 'EventDispatch' && args?.data?.type === 'click',
  );
  const thread = click ?? home;
  if (!thread) throw new Error(`The recording has nothing of ${page}.`);
  const events = traceEvents
    .filter(({ ph, pid, tid }) => ph === 'X' && pid === thread.pid && tid === thread.tid)
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  const tasks = outermost(events.filter(({ name }) => name === 'RunTask'));
  const scripts = outermost(events.filter(({ name }) => script.test(name)));
  const within = ({ ts, dur = 0 }: Event, parts: readonly Event[]): Event[] =>
    parts.filter((one) => one.ts >= ts && one.ts < ts + dur);
  const paint = click && events.find(({ name, ts }) => name === 'Paint' && ts > click.ts);
  const perTask = (some: readonly Event[]): number[] =>
    some.map((task) => cpu(within(task, scripts))).filter((cost) => cost > 0);
  return {
    scripts: perTask(tasks),
    clickToPaint:
      click &&
      paint &&
      cpu(tasks.filter(({ ts, dur = 0 }) => ts + dur > click.ts && ts < paint.ts)),
    afterPaint: paint ? perTask(tasks.filter(({ ts }) => ts > paint.ts)) : [],
  };
}

/** Records the browser while something happens. */
export async function record(
  browser: Browser,
  page: string,
  run: () => Promise<unknown>,
): Promise<Trace> {
  await browser.startTracing(undefined, { categories });
  await run();
  return read(await browser.stopTracing(), page);
}
