/**
 * Gives a shadow root its style. A constructed sheet is no inline style, so a strict CSP lets it
 * pass without a nonce; where it cannot be adopted (Safari before 16.4) a style element stands in.
 */
export function adoptCss(root: ShadowRoot, css: string): void {
  if ('adoptedStyleSheets' in root) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
  } else {
    const style = document.createElement('style');
    style.textContent = css;
    (root as ShadowRoot).append(style);
  }
}
