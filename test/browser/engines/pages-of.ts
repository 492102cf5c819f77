import type { DrivenPage } from './driven-page.ts';
import type { WebDriver } from './web-driver.ts';

/** What an expression came to, as text: JSON has no `undefined`, so no value is no key. */
interface Answer {
  readonly value?: unknown;
  readonly error?: string;
}

const answering = (expression: string): string => `
  const done = arguments[arguments.length - 1];
  const fail = (error) => done(JSON.stringify({ error: error + ' ' + error?.stack }));
  try {
    Promise.resolve((${expression})).then((value) => done(JSON.stringify({ value })), fail);
  } catch (error) { fail(error) }`;

/** Both engines' words for a page that went elsewhere while it was asked. */
const isGone = (error: unknown): boolean =>
  /unloaded|navigat|no longer exists/i.test(String(error));

/** A button over the whole page, so that a real click lands on nothing of the page's own. */
const cover = `(() => {
  const button = document.createElement('button');
  button.id = 'engine-cover';
  button.style.cssText = 'position: fixed; inset: 0; z-index: 2147483647; opacity: 0';
  document.documentElement.append(button);
})()`;
const uncover = `document.getElementById('engine-cover').remove()`;

const untilFound = (selector: string): string => `new Promise((found) => {
  const look = () => document.querySelector(${JSON.stringify(selector)}) ? found() : setTimeout(look, 20);
  look();
})`;

/**
 * Opens windows over one WebDriver session. A session has one current window, so each command waits
 * for the one before it and switches first. New windows are asked for from the session's own first
 * window, which stays open: closing the last one would end the session. A page that is closed leaves
 * its window to the next one, since opening windows takes longer than anything else here.
 */
export function pagesOf(driver: WebDriver): (url: string) => Promise<DrivenPage> {
  let last: Promise<unknown> = Promise.resolve();
  const free: string[] = [];
  let home = '';
  let current = '';
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const turn = last.then(work);
    last = turn.catch(() => {});
    return turn;
  };

  const show = async (window: string): Promise<void> => {
    if (current !== window) await driver.switchTo(window);
    current = window;
  };

  const openWindow = async (): Promise<string> => {
    home ||= current = await driver.window();
    await show(home);
    return driver.newWindow();
  };

  return async (url) => {
    const window = free.pop() ?? (await inTurn(openWindow));
    const command = (work: () => Promise<unknown>): Promise<unknown> =>
      inTurn(async () => {
        await show(window);
        return work();
      });
    const page: DrivenPage = {
      go: async (to) => void (await command(() => driver.navigate(to))),
      async evaluate(expression) {
        const text = await command(() =>
          driver.execute(answering(expression)).catch((error: unknown) => {
            if (!isGone(error)) throw error;
            return '{}';
          }),
        );
        const answer: Answer = JSON.parse(String(text));
        if (answer.error !== undefined) throw new Error(`${answer.error} in ${expression}`);
        return answer.value;
      },
      async act(expression) {
        await page.evaluate(cover);
        await page.click('#engine-cover');
        await page.evaluate(uncover);
        return page.evaluate(expression);
      },
      async click(selector) {
        await page.evaluate(untilFound(selector));
        await command(async () => driver.click(await driver.find(selector)));
      },
      async close() {
        await page.go('about:blank');
        free.push(window);
      },
    };
    await page.go(url);
    return page;
  };
}
