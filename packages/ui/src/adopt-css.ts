/**
 * Gives a shadow root its style. A constructed sheet is no inline style, so a strict CSP lets it
 * pass without a nonce; where it cannot be adopted (Safari before 16.4) a style element stands in.
 */
export function adoptCss(root: ShadowRoot, css: string): void {
  const { defaultView } = root.ownerDocument;
  if ('adoptedStyleSheets' in root && defaultView) {
    const sheet = new defaultView.CSSStyleSheet(); // a sheet is for its own document
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
  } else {
    const style = root.ownerDocument.createElement('style');
    style.textContent = css;
    (root as ShadowRoot).append(style);
  }
}
