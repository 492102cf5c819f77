import type { Ask, Core, Realm } from '../keeper.js';
import type { Stoppable } from '../running.js';
import { standFor } from '../stand-for.js';
import { wrap } from '../wrap.js';

/** Objects that connect when they are built: until the verdict a stand-in takes their calls. */
export function interceptConnections(core: Core, realm: Realm): void {
  const { ask, askText, watch } = core;
  const stand = standFor(core, realm);
  wrap(realm, ' WebSocket EventSource', (_, args, run, _name, target) => {
    const verdict: Ask = () => ask(args[0]);
    const connect = (): unknown => {
      const made = run();
      watch(verdict, made as Stoppable);
      return made;
    };
    return stand(verdict, connect, target, String(args[0]));
  });

  // It answers with promises, which fail by themselves at a port that no browser goes to.
  wrap(realm, ' WebTransport WebSocketStream', (_, [address, ...rest], run) => {
    const verdict: Ask = () => ask(address);
    const made = run([verdict() === 'pass' ? address : 'https://localhost:1', ...rest]);
    watch(verdict, made as Stoppable);
    return made;
  });

  // STUN and TURN servers see the visitor's address; a connection without them still works.
  wrap<Stoppable>(
    realm,
    ' webkitRTCPeerConnection RTCPeerConnection|RTCPeerConnection setConfiguration',
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

  // The browser asks a payment method's address about it. One that no browser goes to is not supported.
  wrap(realm, ' PaymentRequest', (_, [methods, ...rest], run) =>
    run([
      askText(JSON.stringify(methods ?? '')) === 'pass'
        ? methods
        : [{ supportedMethods: 'https://localhost:1' }],
      ...rest,
    ]),
  );
}
