import type { Keeper, Realm } from '../keeper.js';
import { wrap, type Trap } from '../wrap.js';

const methods =
  'CSSStyleSheet insertRule addRule replace replaceSync|CSSGroupingRule insertRule|CSSStyleRule insertRule|CSSKeyframesRule appendRule|CSSStyleDeclaration setProperty|StylePropertyMap set append|FontFace';

interface StyleOwner {
  readonly parentRule?: CSSRule | null;
  readonly parentStyleSheet?: CSSStyleSheet | null;
  readonly cssRules?: CSSRuleList;
}

/** Style text from script. Assignments such as `style.backgroundImage = ...` have no accessor in Chromium. */
export function interceptStyles({ css, touched }: Keeper, realm: Realm): void {
  const rewrite: Trap<StyleOwner> = (native, self, args, target) => {
    for (const [index, text] of args.entries()) {
      if (typeof text !== 'string' || css(text) === text) continue;
      args[index] = css(text);
      const sheet = self.parentRule?.parentStyleSheet ?? self.parentStyleSheet ?? self;
      if (sheet instanceof realm.CSSStyleSheet) touched(sheet);
    }
    return target ? Reflect.construct(native, args, target) : Reflect.apply(native, self, args);
  };
  for (const line of methods.split('|')) {
    const [owner, ...names] = line.split(' ');
    for (const name of names) wrap(Reflect.get(realm, owner ?? '')?.prototype, name, rewrite);
  }
  wrap(realm, 'FontFace', rewrite);
  wrap(realm.CSSStyleDeclaration.prototype, 'cssText', rewrite, 'set');

  for (const [owner, name] of [[realm.Node, 'textContent'], [realm.HTMLElement, 'innerText'], [realm.CharacterData, 'data']] as const) {
    wrap<Partial<Element>>(owner.prototype, name, (native, self, args) => {
      const style = self.localName === 'style' || self.parentNode?.nodeName === 'STYLE';
      Reflect.apply(native, self, style ? [css(String(args[0] ?? ''))] : args);
    }, 'set');
  }
}
