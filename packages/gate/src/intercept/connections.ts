import type { Ask, Core, Realm } from '../keeper.js';
import type { Stoppable } from '../running.js';
import { standIn } from '../stand-in.js';
import { wrap } from '../wrap.js';

/** Objects that connect when they are built: until the verdict a stand-in takes their calls. */
export function interceptConnections({ ask, askText, when, watch }: Core, realm: Realm): void {
  wrap(realm, ' WebSocket EventSource', (_, args, run, _name, target) => {
    const verdict: Ask = () => ask(args[0]);
    const connect = (): EventTarget => {
      const made = run() as EventTarget;
      watch(verdict, made as Stoppable);
      return made;
    };
    if (verdict() === 'pass') return connect();
    const stand = standIn(new realm.EventTarget(), Object(target).prototype, String(args[0]));
    when(verdict, () => stand.become(connect()), stand.fail);
    return stand.face;
  });

  // It answers with promises, which fail by themselves at a port that no browser goes to.
  wrap(realm, ' WebTransport', (_, [address, ...rest], run) => {
    const verdict: Ask = () => ask(address);
    const made = run([verdict() === 'pass' ? address : 'https://localhost:1', ...rest]);
    watch(verdict, made as Stoppable);
    return made;
  });

  // STUN and TURN servers see the visitor's address; a connection without them still works.
  wrap<Stoppable>(
    realm,
    ' RTCPeerConnection|RTCPeerConnection setConfiguration',
    (self, [given, ...rest], run, name) => {
      const servers = JSON.stringify(given ?? '').replace(/(stun|turn)s?:/g, '//');
      const verdict: Ask = () => askText(servers);
      const made = run([
        verdict() === 'pass' ? given : { ...Object(given), iceServers: [] },
        ...rest,
      ]);
      watch(verdict, name === 'setConfiguration' ? self : (made as Stoppable));
      return made;
    },
  );
}
