import type { Keeper, Realm } from './keeper.js';

interface StyleRelease extends Pick<Keeper, 'touched'> {
  release(): void;
}

/** Gives style sheets their addresses back, rule by rule. */
export function createStyleRelease(realm: Realm, plain: (text: string) => string): StyleRelease {
  const sheets = new Set<WeakRef<CSSStyleSheet>>();
  return {
    touched(sheet) {
      if (sheet && ![...sheets].some((ref) => ref.deref() === sheet)) sheets.add(new realm.WeakRef(sheet));
    },
    release() {
      for (const style of realm.document.querySelectorAll('style')) {
        const text = style.textContent ?? '';
        if (plain(text) !== text) style.textContent = plain(text);
      }
      for (const ref of sheets) {
        const sheet = ref.deref();
        for (const [index, { cssText }] of Array.from(sheet?.cssRules ?? []).entries()) {
          if (plain(cssText) === cssText) continue;
          sheet?.deleteRule(index);
          sheet?.insertRule(plain(cssText), index);
        }
      }
    },
  };
}
