import type { Ask, Core, Realm } from '../keeper.js';
import type { Stoppable } from '../running.js';
import { readOnce } from '../read-once.js';
import { standFor } from '../stand-for.js';
import { strictest } from '../verdicts.js';
import { wrap } from '../wrap.js';

/** Objects that connect when they are built: until the verdict a stand-in takes their calls. */
export function interceptConnections(core: Core, realm: Realm): void {
  const { ask, watch } = core;
  const stand = standFor(core, realm);
  wrap(realm, ' WebSocket EventSource', (_, args, run, _name, target) => {
    const url = readOnce(args);
    const verdict: Ask = () => ask(url);
    const connect = (): unknown => {
      const made = run();
      watch(verdict, made as Stoppable);
      return made;
    };
    return stand(verdict, connect, target, String(url));
  });

  // It answers with promises, which fail by themselves at a port that no browser goes to.
  wrap(realm, ' WebTransport WebSocketStream', (_, args, run) => {
    const [address, ...rest] = [readOnce(args), ...args.slice(1)];
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
      const iceServers = Array.from<RTCIceServer>(Object(given).iceServers ?? []).map((one) => ({
        ...one,
        urls: typeof one.urls === 'string' ? [one.urls] : Array.from(one.urls, String),
      }));
      const hosts = iceServers.flatMap(({ urls }) =>
        urls.map((url) => url.replace(/^[^:]*:/, 'https://')),
      );
      const verdict: Ask = () => strictest(hosts.map((host) => ask(host)));
      const made = run([
        { ...Object(given), iceServers: verdict() === 'pass' ? iceServers : [] },
        ...rest,
      ]);
      watch(verdict, name === 'setConfiguration' ? self : (made as Stoppable));
      return made;
    },
  );

  // The browser asks a payment method's address about it. One that no browser goes to is not supported.
  wrap(realm, ' PaymentRequest', (_, [methods, ...rest], run) =>
    run([
      strictest(
        Array.from<PaymentMethodData>(Object(methods)).map((one) => ask(one.supportedMethods)),
      ) === 'pass'
        ? methods
        : [{ supportedMethods: 'https://localhost:1' }],
      ...rest,
    ]),
  );
}
