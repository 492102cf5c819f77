// What runs first in every worker of a page: `worker.js`. Classic and module workers load the same
// file, so it neither imports nor exports.
import { interceptConnections } from '../intercept/connections.js';
import { interceptDatabases } from '../intercept/databases.js';
import { interceptFetch } from '../intercept/fetch.js';
import { interceptRequest } from '../intercept/request.js';
import { interceptWorkers } from '../intercept/workers.js';
import type { Realm } from '../keeper.js';
import { createQueue } from '../queue.js';
import { judgeBy, type Rules } from '../rules.js';
import { createRunning } from '../running.js';
import { createWorkerStart } from '../start-worker.js';
import { trustIn } from '../trust-in.js';
import { createVerdicts } from '../verdicts.js';
import { channelName, startKey, type News, type WorkerStart } from '../worker-start.js';
import { bufferEvents } from './buffer-events.js';
import { interceptImportScripts } from './import-scripts.js';
import { rebase } from './rebase.js';

// A worker has what its interceptors ask of a window; what it lacks they pass over.
const realm = self as unknown as Realm & {
  importScripts(address: string): void;
  [startKey]?: (start: WorkerStart) => void;
};
const { importScripts, location } = realm;
let rules: Rules = { pass: [], services: [], rest: 'hold' };
let told: WorkerStart = { gate: '' };

const judge = judgeBy(() => rules);
const queue = createQueue();
const running = createRunning();
const trusted = trustIn(realm);
const base = (): string => told.url ?? location.href;
// The rules name the site's own hosts.
const verdicts = createVerdicts(realm, judge, () => false, base);
/** The relay is the page's: what a worker would send there stays held. */
const route = (address: unknown): unknown => address;
const core = { judge, ...verdicts, route, base, trusted, when: queue.when, watch: running.watch };
const startWorker = createWorkerStart(core, {
  get own() {
    return told.gate.startsWith(`${realm.origin}/`);
  },
  start: () => ({ gate: told.gate, page: told.page, rules }),
});
for (const intercept of [
  interceptFetch,
  interceptRequest,
  interceptConnections,
  interceptDatabases,
  interceptWorkers,
  interceptImportScripts,
]) {
  intercept({ ...core, startWorker }, realm);
}

function follow(next: Rules): void {
  rules = next;
  queue.settle();
  running.stop();
  for (const held of queue.waiting) if (held.ask() === 'pass') queue.finish(held, held.run);
}

/** Follows the page; resolves once there are rules. */
function listen(): Promise<void> {
  return new Promise((resolve) => {
    const channel = new BroadcastChannel(channelName);
    channel.addEventListener('message', ({ data }: MessageEvent<News | null>) => {
      if (!data || (told.page ?? data[0]) !== data[0]) return;
      follow(data[1]);
      resolve();
    });
    if (told.rules) resolve();
    else channel.postMessage(null);
  });
}

/** Runs the worker's own script: at once where that is possible, else keeps what comes in the meantime. */
async function runOwn(url: string, ready: Promise<void>): Promise<void> {
  const load = (): void => importScripts(trusted('createScriptURL', url));
  if (told.rules && !told.module) return load();
  const giveBack = bufferEvents(realm);
  try {
    await ready;
    await (told.module ? import(url) : load());
  } catch (error) {
    realm.reportError(error);
  }
  giveBack();
}

function start(given: WorkerStart): void {
  delete realm[startKey];
  told = given;
  if (told.rules) follow(told.rules);
  const ready = listen();
  if (!told.url) return;
  rebase(realm, told.url);
  void runOwn(told.url, ready);
}

if (location.hash) start(JSON.parse(decodeURIComponent(location.hash.slice(1))));
else Object.defineProperty(realm, startKey, { value: start, configurable: true });
