import {
  refusesService,
  standingOf,
  verdictForHost,
  verdictForKey,
  verdictForService,
  type Verdict,
} from '@sluis/consent';
import { installGate, isFirstParty, type Core, type Gate, type Workers } from '@sluis/gate';
import { SluisError, type Service } from '@sluis/schema';
import { startConsentMode } from './consent-mode.js';
import { createHandOver, keepQueues } from './keep-queues.js';
import { followTemplates } from './follow-templates.js';
import { followCookies } from './follow-cookies.js';
import { gateVerdict } from './gate-verdict.js';
import type { Page } from './page.js';
import type { Rooms } from './rooms.js';
import { blankPage, ownHosts, showRules } from './show-rules.js';

/** Was the service or one of its purposes refused, as opposed to not asked yet? */
export function isRefused({ id }: Service, page: Page): boolean {
  const situation = page.situation();
  const { policy, state } = situation;
  return (
    refusesService(id, policy, state) ||
    policy.purposes.some(
      (purpose) => purpose.services.includes(id) && standingOf(purpose, situation) === 'refused',
    )
  );
}

async function loadWorkers(
  page: Page,
  rooms: Rooms,
  trusted: Gate['trusted'],
): Promise<(core: Core) => Workers> {
  const room = rooms.workers(trusted);
  room.catch((error: unknown) => page.report(new SluisError('N03', 'workers', error)));
  const { startWorkers } = await room;
  return (core) => startWorkers(page, core);
}

/**
 * Puts the gate in the page, and keeps the site's calls to vendors that are not there yet. The
 * vendors' own off switches are set before any of their code could read them (S03).
 * @returns call after every change of the answers
 */
export function guardPage(page: Page, rooms: Rooms): () => void {
  /** What is held is noted for whoever asks; a gate that only reports lets it through. */
  const give = (kind: string, name: string, verdict: Verdict): Verdict => {
    if (verdict !== 'pass') page.note(`${kind} ${name}`);
    return page.policy.gate === 'report' ? 'pass' : verdict;
  };
  const giveKey = (kind: 'cookies' | 'storage', key: string): Verdict =>
    give(
      kind,
      key,
      gateVerdict(page, (situation) => verdictForKey(kind, key, situation)),
    );
  const own = ownHosts(page);
  const gate = installGate(
    window,
    {
      host: (host, path) =>
        give(
          'request',
          host + path,
          gateVerdict(page, (situation) => verdictForHost(host, path, situation)),
        ),
      cookie: (key) => giveKey('cookies', key),
      storage: (key) => giveKey('storage', key),
    },
    {
      firstParty: (host) => own.includes(host) || isFirstParty(host, location.hostname),
      route: (address, isScript) => page.route?.(address, isScript) ?? address,
      mayRegister: (address) =>
        !page.begun ||
        new URL(String(address), document.baseURI).pathname === page.policy.serviceWorker,
      wrote: followCookies(page, rooms),
      show: () => showRules(page),
      blank: blankPage(page),
      template: followTemplates(page, rooms, (kind, value) => gate.trusted(kind, value)),
      workers: () => loadWorkers(page, rooms, (kind, value) => gate.trusted(kind, value)),
    },
  );

  // A report is of the page as it is: its calls, the vendors' switches and Consent Mode stay alone.
  if (page.policy.gate === 'report') return () => page.emit('change', undefined);

  page.gate = gate;
  keepQueues();
  const updateConsentMode = startConsentMode(page.policy, page.allows);
  const handOver = createHandOver();
  const passed = new Set<string>();

  return () => {
    const globals: Record<string, unknown> = Object(window);
    let withdrawn = false;
    for (const service of page.policy.services) {
      for (const flag of service.disable) globals[flag] = isRefused(service, page);
      const passes =
        gateVerdict(page, (situation) => verdictForService(service.id, situation)) === 'pass';
      if (passes) passed.add(service.id);
      else withdrawn ||= passed.has(service.id);
      // Those of a catalogue service are known once the desk has looked it up.
      handOver(service, passes);
    }
    updateConsentMode();
    gate.reconsider(withdrawn);
    page.emit('change', undefined);
  };
}
