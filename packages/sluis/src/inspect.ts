import {
  ruleForHost,
  ruleForKey,
  verdictForHost,
  verdictForKey,
  type Reason,
} from '@sluis/consent';
import { whenLoaded } from './when-loaded.js';
import type { Page } from './page.js';
import type { Held } from './sluis.js';

/** More is not told: a page that makes up names without end must not fill the memory. */
const mostTold = 1000;

/** What to change in the configuration, per reason. */
const advice: { readonly [reason in Reason]: string } = {
  'sensitive-page': 'page is marked sensitive: only "allow" and what is strictly necessary pass',
  'unknown-host':
    'no service names this host: name it in one, or in "allow"; else "unknown" decides',
  'no-purpose': 'no purpose names this service',
  'no-device-access': 'the purpose may not touch the device',
  'not-identified': 'the purpose waits for identify(); what comes before is dropped',
  'not-answered': 'waits for the answer to this purpose',
  refused: 'the visitor refused this purpose',
  restricted: 'the visitor had this purpose restricted',
  'privacy-signal': 'the purpose shares data, and the browser signals Global Privacy Control',
};

const inspected = new WeakSet<Page>();

/** What the head noted, `request www.x.example/pixel.gif`, with the rule by which it is held now. */
function explain(page: Page, noted: string): Held | undefined {
  const [kind = '', ...rest] = noted.split(' ');
  const name = rest.join(' ');
  const situation = page.situation();
  if (kind === 'cookies' || kind === 'storage') {
    const rule = ruleForKey(kind, name, situation);
    if (!rule) return undefined;
    const verdict = verdictForKey(kind, name, situation);
    return { kind: kind === 'cookies' ? 'cookie' : kind, key: name, verdict, rule };
  }
  const [host = ''] = name.split('/', 1);
  const path = name.slice(host.length);
  const rule = ruleForHost(host, path, situation);
  return (
    rule && { kind: 'request', host, path, verdict: verdictForHost(host, path, situation), rule }
  );
}

function printReport(told: readonly Held[]): void {
  console.warn(
    `sluis: gate "report" holds nothing. It would have held ${told.length} things so far; sluis.on('held', ...) tells of later ones.`,
  );
  const rows = told.map((held) => ({
    kind: held.kind,
    what: held.kind === 'request' ? held.host + held.path : held.key,
    verdict: held.verdict,
    service: held.rule.service ?? '',
    purpose: held.rule.purpose ?? '',
    why: advice[held.rule.reason],
  }));
  // eslint-disable-next-line no-console -- what this mode is for
  console.table(rows);
}

/**
 * Tells what is held and by which rule, each thing once per rule, out of the way of the call that is
 * held. Fetched where somebody listens, or where the gate only reports: then a table follows in the
 * console.
 */
export async function openInspector(page: Page, desk?: Promise<unknown>): Promise<void> {
  if (inspected.has(page)) return;
  inspected.add(page);
  await desk; // it knows whether the configuration is sound, and what is in the catalogue
  const seen = new Set<string>();
  const told: Held[] = [];

  const tell = (noted: string): void => {
    const held = explain(page, noted);
    if (!held) return;
    const key = noted + JSON.stringify(held);
    if (seen.has(key) || seen.size >= mostTold) return;
    seen.add(key);
    told.push(held);
    page.emit('held', held);
  };

  page.note = (noted) => queueMicrotask(() => tell(noted));
  for (const noted of page.noted) tell(noted);
  if (page.policy.gate !== 'report') return;
  whenLoaded(() => printReport(told));
}
