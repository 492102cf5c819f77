import type { Purpose } from '@sluis/schema';
import { matchesHost, matchesKey } from '@sluis/schema';
import { refusesService } from './service-answers.js';
import { standingOf, type Situation, type Standing } from './standing.js';

/** What the gate does with a request or a write: let it through, keep it for later, or refuse it. */
export type Verdict = 'pass' | 'hold' | 'drop';

/** A drop weighs more than a hold, and a hold more than a pass. */
export function strictest(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('drop')) return 'drop';
  return verdicts.includes('hold') ? 'hold' : 'pass';
}

const verdictOf: { readonly [standing in Standing]: Verdict } = {
  allowed: 'pass',
  open: 'hold',
  refused: 'drop',
};

/**
 * Touching the device is a question apart from the legal basis (R05, S05): only a consent, strict
 * necessity or the exemption for counting opens it, whatever a configuration says. Before `identify()` an identified purpose drops, so that
 * nothing from before is linked afterwards (S06). On a sensitive page no consent counts, and drops for
 * the same reason (S41).
 */
export function verdictForPurpose(purpose: Purpose, situation: Situation): Verdict {
  const { control, deviceAccess } = purpose;
  if (deviceAccess === 'none') return 'drop';
  if (control !== 'switch' && deviceAccess === 'consent') return 'drop';
  if (purpose.identified && !situation.identified) return 'drop';
  if (situation.sensitive && (control === 'switch' || deviceAccess === 'measurement'))
    return 'drop';
  return verdictOf[standingOf(purpose, situation)];
}

/**
 * A service serves all of its purposes at once, so all of them must be allowed, and the service not
 * refused by itself. One without a purpose has no ground.
 */
export function verdictForService(service: string, situation: Situation): Verdict {
  const purposes = situation.policy.purposes.filter((purpose) =>
    purpose.services.includes(service),
  );
  const { policy, state } = situation;
  if (!purposes.length || refusesService(service, policy, state)) return 'drop';
  return strictest(purposes.map((purpose) => verdictForPurpose(purpose, situation)));
}

/**
 * Who refused one service has not said yes to everything. An allow-list of what may be shown could not
 * name all hosts but that one's either.
 */
function verdictForUnknown(situation: Situation): Verdict {
  const { policy, state, sensitive } = situation;
  if (sensitive) return 'drop';
  if (policy.unknown !== 'hold') return policy.unknown === 'allow' ? 'pass' : 'drop';
  const asked = policy.purposes.filter((purpose) => purpose.control === 'switch');
  const isRefused = policy.services.some(({ id }) => refusesService(id, policy, state));
  if (!asked.length || isRefused) return 'drop';
  return strictest(asked.map((purpose) => verdictOf[standingOf(purpose, situation)]));
}

/**
 * The verdict for another party's host and path, as `URL` writes them. An unknown host needs every
 * consent. One whose hits go by the relay is never asked itself.
 */
export function verdictForHost(host: string, path: string, situation: Situation): Verdict {
  const { policy } = situation;
  if (matchesHost(policy.allow, host, path)) return 'pass';
  const services = policy.services.filter((service) => matchesHost(service.hosts, host, path));
  if (!services.length) return verdictForUnknown(situation);
  return strictest([
    ...services.map((service) => verdictForService(service.id, situation)),
    services.some(({ relay }) => relay) ? 'hold' : 'pass',
  ]);
}

/** The verdict for a cookie or storage key. A name that no service claims is the site's own. */
export function verdictForKey(
  kind: 'cookies' | 'storage',
  key: string,
  situation: Situation,
): Verdict {
  const services = situation.policy.services.filter((service) => matchesKey(service[kind], key));
  return strictest(services.map((service) => verdictForService(service.id, situation)));
}
