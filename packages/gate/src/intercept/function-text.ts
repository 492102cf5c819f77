import type { Realm } from '../keeper.js';
import { natives, wrap } from '../wrap.js';

/** Code that looks whether a function is native sees the native one behind ours. */
export function interceptFunctionText(_: unknown, realm: Realm): void {
  wrap<object>(realm, 'Function toString', (self, args, run) =>
    run(args, natives.get(self) ?? self),
  );
}
