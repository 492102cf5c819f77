// `node test/bench/relay.mjs` after `npm run build`: processor time of a relayed hit, as a multiple of what
// bare node:http takes to answer the same request, in the same run. Fails above 2.5.
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Agent, createServer, request } from 'node:http';
import { fileURLToPath } from 'node:url';
import { createHmac } from 'node:crypto';

const limit = 2.5;
const hits = Number(process.env.SLUIS_BENCH_HITS ?? 5000);
const rounds = 9;
const key = 'ab'.repeat(32);

let seen = 0;

const roles = {
  /** Answers what it is sent, as little as node can do. */
  bare: () =>
    createServer((incoming, response) => {
      seen++;
      incoming.resume();
      incoming.on('end', () => response.writeHead(204).end());
    }),
  /** As it is shipped, with guards and store beside the relay. */
  async relay(vendor) {
    const { createServer: createSluis } = await import('../../packages/server/dist/index.js');
    const folder = mkdtempSync(join(tmpdir(), 'sluis-bench-'));
    process.once('SIGTERM', () => {
      rmSync(folder, { recursive: true });
      process.exit();
    });
    const service = {
      vendor: 'google-analytics',
      purposes: ['analytics'],
      ids: ['G-BANK1'],
      upstream: vendor,
    };
    const app = await createSluis({
      database: join(folder, 'sluis.db'),
      key,
      origins: ['https://www.bank.example'],
      relay: { services: { ga: service } },
    });
    return app.server;
  },
};

async function play(role, vendor) {
  const server = await roles[role](vendor);
  server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));
  process.on('message', () => process.send({ cpu: process.cpuUsage(), seen }));
}

const told = (child) => new Promise((resolve) => child.once('message', resolve));

async function start(role, vendor = '') {
  const child = fork(fileURLToPath(import.meta.url), [role, vendor]);
  const { port } = await told(child);
  return { child, port };
}

/** Microseconds of processor time so far, and requests seen. */
async function stateOf({ child }) {
  const answer = told(child);
  child.send('state');
  const { cpu, seen } = await answer;
  return { cpu: cpu.user + cpu.system, seen };
}

function token() {
  const said = `${Math.floor(Date.now() / 60_000 + 15).toString(36)}.analytics`;
  const mac = createHmac('sha256', key).update(`relay\0site\0${said}`).digest('base64url');
  return `${said}.${mac.slice(0, 22)}`;
}

const page = encodeURIComponent('https://www.bank.example/loans/car?utm_source=x');
const path = `/relay/ga/g/collect?v=2&tid=G-BANK1&gtm=45je5b1v9&_p=1731000000000&gcs=G111&gcd=13l3l3l3l1l1&npa=0&dma=1&cid=1834567890.1700000001&ul=nl-be&sr=1920x1080&uaa=x86&uab=64&uap=Windows&frm=0&pscdl=noapi&_s=1&sid=1700000001&sct=14&seg=1&dl=${page}&dr=${page}&dt=Car%20loan&en=page_view&_et=12&sluis=${token()}`;
const headers = {
  'user-agent':
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/129.0.0.0 Safari/537.36',
  accept: '*/*',
  'accept-encoding': 'gzip, deflate, br, zstd',
  'accept-language': 'nl-BE,nl;q=0.9,en;q=0.8',
  origin: 'https://www.bank.example',
  referer: 'https://www.bank.example/loans/car',
  cookie: '_ga=GA1.1.1834567890.1700000001; sluis=1~1x2y3z~~analytics.g.abc.m1x2y3',
  'sec-ch-ua': '"Chromium";v="129", "Not=A?Brand";v="8"',
  'sec-ch-ua-mobile': '?0',
  'sec-ch-ua-platform': '"Windows"',
  'sec-fetch-dest': 'empty',
  'sec-fetch-mode': 'no-cors',
  'sec-fetch-site': 'same-origin',
  'content-type': 'text/plain;charset=UTF-8',
  'content-length': 0,
};
const agent = new Agent({ keepAlive: true, maxSockets: 16 });

function hit({ port }) {
  return new Promise((resolve, reject) => {
    const sent = request(
      { port, host: '127.0.0.1', path, method: 'POST', headers, agent },
      (answer) => {
        answer.resume();
        if (answer.statusCode !== 204)
          reject(new Error(`A hit was answered ${answer.statusCode}.`));
        answer.on('end', resolve);
      },
    );
    sent.on('error', reject);
    sent.end();
  });
}

/** Microseconds of processor time per hit. */
async function measure(server) {
  const { cpu: before } = await stateOf(server);
  let left = hits;
  const worker = async () => {
    while (left-- > 0) await hit(server);
  };
  await Promise.all(Array.from({ length: 16 }, worker));
  return ((await stateOf(server)).cpu - before) / hits;
}

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

async function run() {
  const vendor = await start('bare');
  const bare = await start('bare');
  const relay = await start('relay', `http://127.0.0.1:${vendor.port}`);
  const [ours, theirs] = [[], []];
  for (const server of [bare, relay]) await measure(server);
  for (let round = 0; round < rounds; round++) {
    theirs.push(await measure(bare));
    ours.push(await measure(relay));
  }
  // A relay that sends nothing on would be fast. The last round may still be on its way.
  const { seen: arrived } = await stateOf(vendor);
  for (const { child } of [vendor, bare, relay]) child.kill();
  agent.destroy();
  if (arrived < hits * rounds) throw new Error(`${arrived} hits reached the vendor.`);
  const ratio = median(ours.map((one, round) => one / theirs[round]));
  console.log(
    `A hit: ${median(ours).toFixed(1)} us, bare node:http ${median(theirs).toFixed(1)} us, ratio ${ratio.toFixed(2)} (limit ${limit})`,
  );
  if (ratio > limit) process.exitCode = 1;
}

const [, , role, vendor] = process.argv;
await (role ? play(role, vendor) : run());
