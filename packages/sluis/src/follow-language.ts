/** Calls back whenever the page's language has become another one that is on offer (R67). */
export function followLanguage(language: () => string, callback: () => void): void {
  let said = language();
  const look = (): void => {
    if (said === language()) return;
    said = language();
    callback();
  };
  new MutationObserver(look).observe(document.documentElement, { attributeFilter: ['lang'] });
}
