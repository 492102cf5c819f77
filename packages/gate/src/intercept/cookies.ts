import type { Ask, Keeper, Realm } from '../keeper.js';
import { wrap } from '../wrap.js';

/** Writing without a value is how a cookie is deleted, which nobody needs consent for. */
const deletion = /^[^=]*=\s*(;|$)/;

/** `document.cookie` and `cookieStore`: by name, whoever writes it. */
export function interceptCookies({ judge, when }: Keeper, realm: Realm): void {
  wrap(
    realm,
    'Document cookie',
    (_, args, run) => {
      const text = String(args[0]);
      const ask: Ask = () => judge.cookie(text.replace(/=.*/s, '').trim());
      // A real deletion, whatever its date says: a name alone may be an id.
      if (deletion.test(text) && ask() !== 'pass') run([`${text};max-age=0`]);
      // Waits as well, behind a write that waits: a cookie that was only tried does not come back.
      return when(ask, () => run([text]));
    },
    'set',
  );

  wrap(realm, 'CookieStore set', (_, args, run) => {
    const { name = args[0] } = Object(args[0]);
    return new realm.Promise((resolve) =>
      when(
        () => judge.cookie(String(name)),
        () => resolve(run()),
        () => resolve(undefined),
      ),
    );
  });
}
