/**
 * Runs in the page: puts its calls on `window.work`. Each makes its calls one after another and waits
 * for all answers, so that the CPU time has all of it.
 */
export function defineCallWork(hosts: Readonly<Record<'own' | 'allowed', string>>): void {
  const count = 60;
  const each = async (run: (index: number) => Promise<unknown>): Promise<void> => {
    for (let index = 0; index < count; index += 6)
      await Promise.all(Array.from({ length: 6 }, (_, part) => run(index + part)));
  };
  const request = (address: string): Promise<void> =>
    new Promise((resolve) => {
      const one = new XMLHttpRequest();
      one.onloadend = () => resolve();
      one.open('GET', address);
      one.send();
    });
  const load = (tag: 'script' | 'img', address: string): Promise<void> =>
    new Promise((resolve) => {
      const element = document.createElement(tag);
      for (const type of ['load', 'error'])
        element.addEventListener(type, () => {
          element.remove();
          resolve();
        });
      element.src = address;
      if (tag === 'script') document.head.appendChild(element);
    });

  const work: Record<string, () => Promise<void>> = {};
  for (const [name, host] of Object.entries(hosts)) {
    Object.assign(work, {
      [`fetch ${name}`]: () => each(() => fetch(`${host}/hit`).then((answer) => answer.text())),
      [`XHR ${name}`]: () => each(() => request(`${host}/hit`)),
      [`sendBeacon ${name}`]: async () => {
        for (let index = 0; index < count; index++) navigator.sendBeacon(`${host}/hit`, 'x');
        await fetch('/hit').then((answer) => answer.text());
      },
      [`script.src ${name}`]: () => each((index) => load('script', `${host}/script-${index}.js`)),
      [`img.src ${name}`]: () => each((index) => load('img', `${host}/image-${index}.js`)),
    });
  }
  Object.assign(window, { work });
}

/** Budget of the issue, in times a bare page. */
export const callBudget = 1.25;
