import type { Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { buildConnector, Pool, type Dispatcher } from 'undici';

/** A hit as it leaves: nothing in it comes from a visitor unreduced. */
interface OutgoingHit {
  /** With the query. */
  readonly path: string;
  readonly body: string;
  /** Names and values in turn. */
  readonly headers: string[];
}

export interface HitSender {
  /** Sends it, or drops it where the vendor does not keep up. Never waits, never tries again. */
  send(hit: OutgoingHit): void;
  close(): Promise<void>;
}

/** Without these undici waits for each answer. */
const pipelined = { idempotent: true, blocking: false };

/** Hits under way to a vendor at most; beyond that they are dropped. */
const mostUnderWay = 1000;

/** How long a vendor has for an answer, which nobody reads. Milliseconds. */
const patience = 5000;

/** After a failure nothing is sent for a second, then two, and so on up to a minute. Milliseconds. */
const firstPause = 1000;
const longestPause = 60_000;

/** Hits that come within this time leave in one write, the dearest part of a hit. Milliseconds. */
const gathering = 20;

/** A connector that tells which sockets it has made. */
function watchedConnector(sockets: Set<Socket>): buildConnector.connector {
  const connect = buildConnector({ timeout: patience });
  return (options, callback) =>
    connect(options, (...result) => {
      const [, socket] = result;
      if (socket) {
        sockets.add(socket);
        socket.once('close', () => sockets.delete(socket));
      }
      callback(...result);
    });
}

/** When a vendor that has failed is left alone. */
interface Rest {
  isOn(): boolean;
  fail(): void;
  succeed(): void;
}

function restAfterFailure(now: () => number): Rest {
  let failures = 0;
  let until = 0;
  const isOn = (): boolean => now() < until;
  return {
    isOn,
    fail() {
      // Those that were under way fail with the first: one failure, not a thousand.
      if (!isOn()) until = now() + Math.min(longestPause, firstPause * 2 ** failures++);
    },
    succeed() {
      failures = 0;
    },
  };
}

/** To an idle connection undici sends at the end of this turn only, so that long nothing leaves. */
function inOneWrite(sockets: ReadonlySet<Socket>, send: () => void): void {
  const corked = [...sockets];
  for (const socket of corked) socket.cork();
  send();
  setImmediate(() => {
    for (const socket of corked) socket.uncork();
  });
}

/**
 * Sends to one vendor. Hits share few connections and follow each other without waiting for an answer
 * (HTTP/1.1 pipelining): a request of its own for each takes several times the processor time.
 * @param now milliseconds since 1970
 */
export function hitSender(upstream: string, now: () => number): HitSender {
  const sockets = new Set<Socket>();
  const open = (): Pool =>
    new Pool(upstream, {
      connections: 4,
      pipelining: 64,
      headersTimeout: patience,
      bodyTimeout: patience,
      connect: watchedConnector(sockets),
      maxResponseSize: 64 * 1024,
    });
  let pool = open();
  let gathered: OutgoingHit[] = [];
  let underWay = 0;
  let isClosed = false;
  const rest = restAfterFailure(now);

  const handler: Dispatcher.DispatchHandler = {
    onRequestStart() {},
    onResponseStart(_controller, status) {
      if (status === 429 || status >= 500) rest.fail();
      else rest.succeed();
    },
    onResponseData() {},
    onResponseEnd() {
      underWay--;
    },
    onResponseError() {
      underWay--;
      if (rest.isOn() || isClosed) return;
      rest.fail();
      // The pool would send again what follows the one that failed, and nobody knows what has arrived.
      void pool.destroy();
      pool = open();
    },
  };

  function flush(): void {
    const hits = gathered;
    gathered = [];
    inOneWrite(sockets, () => {
      for (const { path, body, headers } of hits) {
        const method = body ? 'POST' : 'GET';
        pool.dispatch({ path, method, headers, body: body || null, ...pipelined }, handler);
      }
    });
  }

  return {
    send(hit) {
      if (underWay >= mostUnderWay || rest.isOn()) return;
      underWay++;
      if (gathered.push(hit) === 1) setTimeout(flush, gathering);
    },
    async close() {
      flush();
      isClosed = true;
      await Promise.race([pool.close(), wait(1000, undefined, { ref: false })]);
      await pool.destroy();
    },
  };
}
