import type { Keeper, Realm } from '../keeper.js';
import { standIn } from '../stand-in.js';
import { wrap, type Trap } from '../wrap.js';

/** Objects that connect when they are built, and databases: until the verdict a stand-in takes their calls. */
export function interceptConnections(
  { ask, askCode, askText, judge, when }: Keeper,
  realm: Realm,
): void {
  const hold =
    (ask: typeof askCode): Trap =>
    (_, args, run, _name, target) => {
      const [address] = args;
      if (ask(address) === 'pass') return run();
      const stand = standIn(
        new realm.EventTarget(),
        (target ?? realm.IDBOpenDBRequest).prototype,
        String(address),
      );
      when(
        () => ask(address),
        () => stand.become(run() as EventTarget),
      );
      return stand.face;
    };
  wrap(realm, ' WebSocket EventSource', hold(ask));
  wrap(realm, ' Worker SharedWorker', hold(askCode));
  wrap(
    realm,
    'IDBFactory open',
    hold((name) => judge.storage(String(name))),
  );

  // STUN and TURN servers see the visitor's address; a connection without them still works.
  wrap(realm, ' RTCPeerConnection', (_, [given, ...rest], run) =>
    run([
      askText(JSON.stringify(given ?? '').replace(/(stun|turn)s?:/g, '//')) === 'pass'
        ? given
        : { ...Object(given), iceServers: [] },
      ...rest,
    ]),
  );
}
