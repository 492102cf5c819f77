import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalPolicy } from '@sluis/consent';
import { completePolicy, type Answer, type Decision } from '@sluis/schema';
import { exportTenant, verify } from '../../../packages/server/src/commands.js';
import { verifyExport } from '../../../packages/server/src/index.js';
import { bankConfig } from '../bank-config.js';
import { decision, deviceSecret, folder, hashOf, putDecision, send, server } from './arrange.js';
import { bundle, run } from './program.js';

const policy = '{"controller":{"name":"Bank"}}';

/** A server with 30 decisions, closed, and its chain as `sluis-server export` writes it. */
async function exported(database = join(folder(), 'sluis.db')): Promise<string> {
  const app = await server({ database });
  const device = deviceSecret();
  await send(app, 'PUT', `/v1/policies/${hashOf(policy)}`, { payload: policy });
  for (let n = 0; n < 30; n++)
    await putDecision(app, device, decision({ policy: n % 2 ? hashOf(policy) : '' }));
  await app.close();
  const parts: string[] = [];
  await exportTenant({ database }, undefined, (part) => void parts.push(part));
  return parts.join('');
}

type Path = readonly (string | number)[];

/** Every place in a document. */
function placesIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const keys = Array.isArray(value) ? value.map((_, index) => index) : Object.keys(value);
  return keys.flatMap((key) => {
    const inner: unknown = Reflect.get(value, key);
    return [[...path, key], ...placesIn(inner, [...path, key])];
  });
}

/** Another value of the same type: one character or one number off. */
function changed(value: unknown, at: number): unknown {
  if (typeof value === 'number') return value + 1;
  if (typeof value !== 'string') return null;
  const index = value.length ? at % value.length : 0;
  return `${value.slice(0, index)}${value[index] === 'a' ? 'b' : 'a'}${value.slice(index + 1)}`;
}

function change(document: object, path: Path, how: 'change' | 'remove', at: number): void {
  let holder: object = document;
  for (const key of path.slice(0, -1)) {
    const inner: unknown = Reflect.get(holder, key);
    if (typeof inner === 'object' && inner) holder = inner;
  }
  const key = path.at(-1) ?? '';
  if (how === 'change') Reflect.set(holder, key, changed(Reflect.get(holder, key), at));
  else if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else Reflect.deleteProperty(holder, key);
}

describe('the chain', { timeout: 60_000 }, () => {
  it('R12 finds each of 1,000 mutations of an export, and none in the export itself', async () => {
    const text = await exported();
    const sound: object = JSON.parse(text);
    // A fact that is taken out whole reads as erased: that is what erasing must look like.
    const places = placesIn(sound).filter((path) => path.at(-1) !== 'fact');
    const unnoticed: string[] = [];
    let tried = 0;

    expect(verifyExport(sound)).toBeUndefined();
    fc.assert(
      fc.property(
        fc.constantFrom(...places),
        fc.constantFrom('change' as const, 'remove' as const),
        fc.nat(1000),
        (path, how, at) => {
          const copy: object = JSON.parse(text);
          change(copy, path, how, at);
          tried++;
          if (!verifyExport(copy)) unnoticed.push(`${how} ${path.join('.')}`);
        },
      ),
      { numRuns: 1000 },
    );

    expect([tried, unnoticed]).toEqual([1000, []]);
  });

  it('R12 names the first bad record, also when two were swapped or one was put in', async () => {
    const text = await exported();
    const faultAfter = (work: (entries: object[]) => void): number | undefined => {
      const copy: { entries: object[] } = JSON.parse(text);
      work(copy.entries);
      return verifyExport(copy)?.seq;
    };

    const faults = [
      faultAfter((entries) => void Object.assign(entries[16] ?? {}, { receivedAt: 1 })),
      faultAfter((entries) => void entries.splice(4, 2, ...entries.slice(4, 6).reverse())),
      faultAfter((entries) => void entries.splice(9, 0, { ...entries[8] })),
      faultAfter((entries) => void entries.splice(29, 1)),
    ];

    expect(faults).toEqual([17, 5, 10, 29]);
  });

  it('R12 does not take an export that somebody else signed for the published one', async () => {
    const published: { head: { publicKey: string } } = JSON.parse(await exported());
    const other: object = JSON.parse(await exported());

    expect(verifyExport(other)).toBeUndefined();
    expect(verifyExport(other, published.head.publicKey)?.why).toMatch(/signed by another key/);
  });

  it('R12 tells by the command verify, with the number and status 1', async () => {
    const path = join(folder(), 'export.json');
    const text = await exported();
    writeFileSync(path, text);
    const main = await bundle('packages/server/src/main.ts');
    const sound = run(main, {}, ['verify', path]);
    const soundExit = await sound.exit;
    writeFileSync(path, text.replace(/("seq":12,.*?\\"language\\":\\")nl/, '$1de'));

    const bad = run(main, {}, ['verify', path]);
    const badExit = await bad.exit;

    expect([soundExit.code, sound.lines[0]]).toEqual([
      0,
      'The chain is whole, and every record in it is as it was committed to.',
    ]);
    expect(badExit.code).toBe(1);
    expect(bad.lines[0]).toMatch(/^Record 12 is the first that does not hold: its content/);
  });

  it('says what to do when there is nothing to check', () => {
    expect(() => verify(undefined, undefined, () => undefined)).toThrow(/Name the export/);
    expect(() => verify('/absent.json', undefined, () => undefined)).toThrow(/cannot be read/);
  });

  it('R12 publishes a signed head that the export of that moment ends with', async () => {
    const app = await server();
    await putDecision(app, deviceSecret(), decision());

    const head = await send(app, 'GET', '/v1/head');

    expect(head.body).toMatchObject({ tenant: 'site', seq: 1 });
    expect(head.body).toHaveProperty('signature');
  });
});

describe('the receipt', () => {
  it('S32 is a record in JSON-LD with the terms of the vocabulary, for those who ask for it', async () => {
    const app = await server();
    const device = deviceSecret();
    const shown = canonicalPolicy(completePolicy(bankConfig));
    await send(app, 'PUT', `/v1/policies/${hashOf(shown)}`, { payload: shown });
    const said = (answer: Answer) => ({ answer, terms: 'x' });
    const one = decision({
      policy: hashOf(shown),
      purposes: {
        analytics: said('granted'),
        marketing: said('refused'),
        research: said('objected'),
      },
    });
    await putDecision(app, device, one);

    const answer = await send(app, 'GET', `/v1/decisions/${one.id}/receipt`, {
      device,
      headers: { accept: 'application/ld+json' },
    });

    expect(answer.headers['content-type']).toContain('application/ld+json');
    expect(answer.body).toMatchObject({
      '@type': 'dpv:ConsentRecord',
      'dct:identifier': one.id,
      'dpv:hasEntity': expect.arrayContaining([
        expect.objectContaining({ '@type': 'dpv:DataController', 'dct:title': 'Grachtenbank' }),
      ]),
      'dpv:hasProcess': expect.arrayContaining([
        expect.objectContaining({
          'dct:identifier': 'analytics',
          'dpv:hasLegalBasis': [{ '@id': 'eu-gdpr:A6-1-a' }],
        }),
      ]),
      'dpv:hasConsentStatus': [
        { '@type': 'dpv:ConsentGiven', 'dct:subject': 'analytics' },
        { '@type': 'dpv:ConsentRefused', 'dct:subject': 'marketing' },
      ],
      'dpv:hasRecordOfActivity': [
        { '@type': 'dpv:RightExerciseActivity', 'dpv:hasRight': { '@id': 'eu-gdpr:A21' } },
      ],
    });
  });

  it("S32 has what was consented to in the fields of Kantara's receipt, and 404 where nothing was", async () => {
    const app = await server();
    const device = deviceSecret();
    const shown = canonicalPolicy(completePolicy(bankConfig));
    await send(app, 'PUT', `/v1/policies/${hashOf(shown)}`, { payload: shown });
    const said = (answer: Answer) => ({ answer, terms: 'x' });
    const given = decision({
      policy: hashOf(shown),
      purposes: { analytics: said('granted'), marketing: said('refused') },
    });
    const refused = decision({ policy: hashOf(shown), purposes: { analytics: said('refused') } });
    const headers = { accept: 'application/json;profile=KI-CR-v1.1.0' };
    const receipt = async (one: Decision) => {
      await putDecision(app, device, one);
      return send(app, 'GET', `/v1/decisions/${one.id}/receipt`, { device, headers });
    };

    const answers = [await receipt(given), await receipt(refused)];

    expect(answers.map(({ status }) => status)).toEqual([200, 404]);
    expect(answers[0]?.body).toMatchObject({
      version: 'KI-CR-v1.1.0',
      consentReceiptID: given.id,
      piiControllers: [{ piiController: 'Grachtenbank' }],
      services: [{ service: 'www.bank.example', purposes: [{ purposeCategory: ['analytics'] }] }],
    });
  });

  it('is 404 in JSON-LD where what was shown is not known or no policy', async () => {
    const app = await server();
    const device = deviceSecret();
    await send(app, 'PUT', `/v1/policies/${hashOf(policy)}`, { payload: policy });
    const all = [decision(), decision({ policy: hashOf(policy) })];

    const statuses: number[] = [];
    for (const one of all) {
      await putDecision(app, device, one);
      const headers = { accept: 'application/ld+json' };
      const url = `/v1/decisions/${one.id}/receipt`;
      statuses.push((await send(app, 'GET', url, { device, headers })).status);
    }

    expect(statuses).toEqual([404, 404]);
  });
});
