import type { Verdict } from '../judge.js';
import type { Keeper, Realm } from '../keeper.js';
import { standIn } from '../stand-in.js';
import { wrap } from '../wrap.js';

/** Objects that connect when they are built, and databases: until the verdict a stand-in takes their calls. */
export function interceptConnections({ ask, askCode, judge, when }: Keeper, realm: Realm): void {
  const hold = (owner: object, name: string, made: string, ask: (address: unknown) => Verdict): void => {
    wrap<unknown>(owner, name, (native, self, args, target) => {
      const build = (): EventTarget => (target ? Reflect.construct(native, args, target) : Reflect.apply(native, self, args)) as EventTarget;
      if (ask(args[0]) === 'pass') return build();
      const { prototype } = target ?? Reflect.get(realm, made);
      const stand = standIn(new realm.EventTarget(), prototype, args[0]);
      when(() => ask(args[0]), () => stand.become(build()));
      return stand.face;
    });
  };
  for (const name of ['WebSocket', 'EventSource']) hold(realm, name, name, ask);
  for (const name of ['Worker', 'SharedWorker']) hold(realm, name, name, askCode);
  hold(realm.IDBFactory.prototype, 'open', 'IDBOpenDBRequest', (name) => judge.storage(String(name)));

  // STUN and TURN servers see the visitor's address; a connection without them still works.
  wrap(realm, 'RTCPeerConnection', (native, _, [given, ...rest], target) => {
    const configuration = Object(given);
    const { iceServers } = configuration;
    const passes = ({ urls, url }: Record<string, string | string[]>): boolean =>
      [urls ?? url ?? []].flat().every((one) => ask(one.replace(/^(stun|turn)s?:/i, 'https://')) === 'pass');
    const allowed = iceServers && { ...configuration, iceServers: Array.from(iceServers as []).filter(passes) };
    return Reflect.construct(native, [allowed ?? given, ...rest], target ?? native);
  });
}
