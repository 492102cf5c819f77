import type { Keeper, Realm } from '../keeper.js';
import { wrap } from '../wrap.js';

/** Writing without a value is how a cookie is deleted, which nobody needs consent for. */
const deletion = /^[^=]*=\s*(;|$)/;

/** `document.cookie` and `cookieStore`: by name, whoever writes it. */
export function interceptCookies({ judge, when }: Keeper, realm: Realm): void {
  wrap(realm.Document.prototype, 'cookie', (native, self, args) => {
    const text = String(args[0]);
    when(
      () => (deletion.test(text) ? 'pass' : judge.cookie(text.split('=')[0]?.trim() ?? '')),
      () => Reflect.apply(native, self, [text]),
    );
  }, 'set');

  wrap(Reflect.get(realm, 'CookieStore')?.prototype, 'set', (native, self, args) => {
    const verdict = (): ReturnType<typeof judge.cookie> => judge.cookie(String(Object(args[0]).name ?? args[0]));
    if (verdict() === 'pass') return Reflect.apply(native, self, args);
    return new realm.Promise<unknown>((resolve) =>
      when(verdict, () => resolve(Reflect.apply(native, self, args)), () => resolve(undefined)),
    );
  });
}
