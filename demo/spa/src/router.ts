import { screens, type Screen } from './screens.js';

/** Calls back with the screen of the address, now and after each change of it. */
export function startRouter(show: (screen: Screen, path: string) => void): void {
  function follow(): void {
    const path = location.pathname;
    const screen = screens[path] ?? screens['/'];
    if (screen) show(screen, path);
  }
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey;
    if (
      event.defaultPrevented ||
      !isPlain ||
      !link ||
      link.origin !== location.origin ||
      !screens[link.pathname]
    )
      return;
    event.preventDefault();
    history.pushState(null, '', link.href);
    follow();
  });
  addEventListener('popstate', follow);
  follow();
}
