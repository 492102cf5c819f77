import type { Keeper, Realm } from '../keeper.js';
import { wrap, type Trap } from '../wrap.js';

interface StyleOwner {
  readonly parentRule?: CSSRule | null;
  readonly parentStyleSheet?: CSSStyleSheet | null;
}

/** Style text from script. Assignments such as `style.backgroundImage = ...` have no accessor in Chromium. */
export function interceptStyles({ css, touched }: Keeper, realm: Realm): void {
  const rewrite: Trap<StyleOwner> = (self, args, run) => {
    for (const [index, text] of args.entries()) {
      if (typeof text !== 'string') continue;
      args[index] = css(text);
      const sheet = (self.parentRule ?? self).parentStyleSheet ?? self;
      if (args[index] !== text && sheet instanceof realm.CSSStyleSheet) touched(sheet);
    }
    return run();
  };
  wrap(
    realm,
    'CSSStyleSheet insertRule addRule replace replaceSync|CSSGroupingRule insertRule|CSSStyleRule insertRule|CSSKeyframesRule appendRule|CSSStyleDeclaration setProperty|StylePropertyMap set append| FontFace',
    rewrite,
  );
  wrap(realm, 'CSSStyleDeclaration cssText', rewrite, 'set');

  wrap<Partial<Element>>(
    realm,
    'Node textContent|HTMLElement innerText|CharacterData data',
    (self, args, run) => {
      const { localName = self.parentNode?.nodeName } = self;
      return run(/^style$/i.test(localName ?? '') ? args.map(css) : args);
    },
    'set',
  );
}
