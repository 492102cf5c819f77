/** Calls back after the page's address has changed without a new document. */
export function followRoutes(changed: () => void): void {
  const { navigation } = window as { navigation?: EventTarget };
  if (navigation) {
    navigation.addEventListener('currententrychange', changed);
    return;
  }
  addEventListener('popstate', changed);
  for (const name of ['pushState', 'replaceState'] as const) {
    const native = history[name];
    history[name] = function (...args) {
      native.apply(this, args);
      changed();
    };
  }
}
