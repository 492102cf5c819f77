import type { Page } from '@playwright/test';
import { expect, gatedPage, press, settle, test, type World } from './bank-test.ts';
import type { Group, Target, Vector } from './leaks/vector.ts';
import { vectorPage } from './leaks/vector-page.ts';
import { vectors } from './leaks/vectors.ts';

const config = {
  controller: { name: 'Bank', contact: 'a@bank.example', policyUrl: '/privacy' },
  backend: 'https://consent.grachtenbank.example',
  gate: 'strict',
  purposes: [
    {
      id: 'analytics',
      legalBasis: 'a',
      label: 'Statistiek',
      text: 'Wij tellen bezoeken.',
      services: ['google-analytics'],
    },
  ],
  services: [
    {
      id: 'google-analytics',
      hosts: ['google-analytics.com'],
      relay: '/relay/google-analytics',
    },
  ],
};

/** The kinds that the relay takes on; whatever else there is stays held. */
const relayed = [
  'net fetch',
  'net fetch, CORS post',
  'net fetch, Request object',
  'net fetch, keepalive',
  'net fetch, upper-case host',
  'net XHR',
  'net sendBeacon',
  'markup img',
  'dom new Image',
];

/** A host of the vendor's for each vector, and a hit that says which it was. @param layer `bare` without the gate */
function targetOf(index: number, layer: 'bare' | 'gated'): Target {
  const host = `${layer}${index}.google-analytics.com`;
  return {
    host,
    key: `own_${layer}${index}`,
    stun: 9,
    url: (extension) =>
      `https://${host}/g/collect?v=2&tid=G-DEMO12345&cid=1.1&en=${layer}${index}&x=.${extension}`,
  };
}

/** Those that send by themselves from a page that they share, and count as requests. */
function someOf(group: Group): readonly Vector[] {
  const all = vectors.filter(
    ({ group: its, stored, connects, leaves, alone, early }) =>
      its === group && !stored && !connects && !leaves && !alone && !early,
  );
  return all.filter(({ name }, at) => at % 8 === 0 || relayed.includes(name));
}

/** Events that came by the relay, and what the browser asked of the vendor's hosts by itself. */
function heard(world: World): {
  readonly events: readonly string[];
  readonly asked: readonly string[];
} {
  const all = world.vendors.requests();
  return {
    events: all
      .filter(({ host }) => host === 'www.google-analytics.com')
      .map(({ query }) => new URLSearchParams(query).get('en') ?? ''),
    asked: all.map(({ host }) => host).filter((host) => /^(?:bare|gated)/.test(host)),
  };
}

async function open(
  page: Page,
  world: World,
  some: readonly Vector[],
  layer: 'bare' | 'gated',
): Promise<void> {
  const parts = some.map((vector, index) => ({ vector, target: targetOf(index, layer) }));
  const bare = vectorPage(parts, undefined);
  const [, head = '', body = ''] = /<head>(.*)<\/head><body>(.*)<\/body>/s.exec(bare) ?? [];
  world.page(`/${layer}`, layer === 'bare' ? bare : gatedPage(config, body, head));
  await page.goto(world.url(`/${layer}`));
}

for (const group of ['markup', 'dom', 'net', 'cssom'] as const) {
  test(`R24 with a relay under strict mode no ${group} reaches the vendor's hosts, before the answer or after it, and the relayed kinds work`, async ({
    page,
    world,
  }) => {
    const some = someOf(group);
    await open(page, world, some, 'bare');
    // Without the gate most of them leave: the measure sees something.
    const reached = (): number => new Set(heard(world).asked).size;
    await expect.poll(reached).toBeGreaterThan(some.length / 2);

    await open(page, world, some, 'gated');
    await settle(page);
    const gated = (): readonly string[] =>
      heard(world).asked.filter((host) => host.startsWith('gated'));
    expect([heard(world).events, gated()]).toEqual([[], []]);

    await press(page, 'accept');
    const wanted = some.flatMap(({ name }, index) =>
      relayed.includes(name) ? [`gated${index}`] : [],
    );
    await expect.poll(() => heard(world).events).toEqual(expect.arrayContaining(wanted));
    await settle(page);

    expect(gated()).toEqual([]);
  });
}
