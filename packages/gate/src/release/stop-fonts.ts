import type { Held } from '../release.js';

/** Addresses in the source of a font. */
const addresses = /url\(\s*["']?([^"')]+)/g;

/**
 * Takes refused fonts out of the style sheets. Chromium 156 fetches a font that was declared
 * before our policy although that does not let it pass (so seen); with the next page it is there again.
 */
export function stopFonts({ documents, ask, realm }: Held): void {
  const passes = ({ style, parentStyleSheet }: CSSFontFaceRule): boolean =>
    [...style.getPropertyValue('src').matchAll(addresses)].every(
      ([, address]) => ask(address, parentStyleSheet?.href ?? undefined) !== 'drop',
    );
  for (const { styleSheets, adoptedStyleSheets } of documents) {
    for (const sheet of [...styleSheets, ...adoptedStyleSheets]) {
      try {
        for (let at = sheet.cssRules.length; at--;) {
          const rule = sheet.cssRules[at];
          if (rule instanceof realm.CSSFontFaceRule && !passes(rule)) sheet.deleteRule(at);
        }
      } catch {
        // Another party's style sheet cannot be read.
      }
    }
  }
}
