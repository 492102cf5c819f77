import type { Ask, Keeper, Realm } from '../keeper.js';
import { readOnce } from '../read-once.js';
import { waitFor } from '../wait-for.js';
import { wrap } from '../wrap.js';

/** Writing without a value is how a cookie is deleted, which nobody needs consent for. */
const deletion = /^[^=]*=\s*(;|$)/;

/** What makes it the same cookie as another (RFC 6265, 5.3, step 11). */
const identity = /^[^=]*|;\s*(path|domain)=[^;]*/gi;

/** `document.cookie` and `cookieStore`: by name, whoever writes it. */
export function interceptCookies(keeper: Keeper, realm: Realm): void {
  const { judge, when, wrote } = keeper;
  const wait = waitFor(keeper, realm);
  wrap(
    realm,
    'Document cookie',
    (_, args, run) => {
      const text = String(args[0]);
      const name = text.replace(/=.*/s, '').trim();
      const ask: Ask = () => judge.cookie(name);
      const write = (): unknown => (wrote(name, text, run), run([text]));
      // A real deletion, whatever its date says: a name alone may be an id.
      if (deletion.test(text) && ask() !== 'pass') run([`${text};max-age=0`]);
      // Waits as well, behind a write that waits: a cookie that was only tried does not come back.
      return when(ask, write, undefined, String(text.match(identity)));
    },
    'set',
  );

  wrap(realm, 'CookieStore set', (_, args, run) => {
    if (args.length > 1) readOnce(args);
    else args[0] = { ...Object(args[0]) }; // a getter could say another name to the browser
    const { name = args[0] } = Object(args[0]);
    return wait(
      () => judge.cookie(String(name)),
      () => (wrote(String(name), args[0], run), run()),
      (resolve) => resolve(),
      `cookie ${name}`,
    );
  });
}
