import type { Purpose, Service } from '@sluis/schema';
import { matchesHost, matchesKey } from '@sluis/schema';
import { verdictForHost, verdictForKey, verdictForPurpose, type Verdict } from './judge.js';
import { refusesService } from './service-answers.js';
import { standingOf, type Situation } from './standing.js';

/** Why something does not pass. */
export type Reason =
  /** The page is marked sensitive: no consent counts here. */
  | 'sensitive-page'
  /** No service names the host, and it is not in `allow`: the word `unknown` decides. */
  | 'unknown-host'
  /** The service stands under no purpose, so it has no ground. */
  | 'no-purpose'
  /** The purpose may not touch the device, whatever was answered. */
  | 'no-device-access'
  /** The purpose waits for `identify()`; what comes before is dropped. */
  | 'not-identified'
  | 'not-answered'
  | 'refused'
  /** The person has had the data restricted (GDPR art. 18). */
  | 'restricted'
  /** The purpose shares data, and the browser says no to that (Global Privacy Control). */
  | 'privacy-signal';

/** The rule of the configuration by which something was held, for those who set a site up. */
export interface Rule {
  readonly reason: Reason;
  readonly service?: string;
  readonly purpose?: string;
}

function answerBehind(purpose: Purpose, situation: Situation): Reason {
  if (situation.state[`!${purpose.id}`]?.answer === 'restricted') return 'restricted';
  if (situation.signal && purpose.sharing) return 'privacy-signal';
  return standingOf(purpose, situation) === 'refused' ? 'refused' : 'not-answered';
}

function reasonOf(purpose: Purpose, situation: Situation): Reason {
  const { control, deviceAccess } = purpose;
  if (deviceAccess === 'none') return 'no-device-access';
  if (control !== 'switch' && deviceAccess === 'consent') return 'no-device-access';
  if (purpose.identified && !situation.identified) return 'not-identified';
  if (situation.sensitive && (control === 'switch' || deviceAccess === 'measurement'))
    return 'sensitive-page';
  return answerBehind(purpose, situation);
}

/** The first of the services, and of its purposes, that gave the verdict. */
function ruleForServices(
  services: readonly Service[],
  verdict: Verdict,
  situation: Situation,
): Rule | undefined {
  const rules = services.flatMap(({ id: service }): (readonly [Verdict, Rule])[] => {
    const purposes = situation.policy.purposes.filter((one) => one.services.includes(service));
    if (!purposes.length) return [['drop', { reason: 'no-purpose', service }]];
    if (refusesService(service, situation.policy, situation.state))
      return [['drop', { reason: 'refused', service }]];
    return purposes.map((one) => [
      verdictForPurpose(one, situation),
      { reason: reasonOf(one, situation), service, purpose: one.id },
    ]);
  });
  return rules.find(([given]) => given === verdict)?.[1];
}

/** By which rule another party's host and path are held; nothing when they pass. */
export function ruleForHost(host: string, path: string, situation: Situation): Rule | undefined {
  const verdict = verdictForHost(host, path, situation);
  if (verdict === 'pass') return undefined;
  const services = situation.policy.services.filter((one) => matchesHost(one.hosts, host, path));
  if (services.length) return ruleForServices(services, verdict, situation);
  return { reason: situation.sensitive ? 'sensitive-page' : 'unknown-host' };
}

/** By which rule a cookie or storage key is held; nothing when it passes. */
export function ruleForKey(
  kind: 'cookies' | 'storage',
  key: string,
  situation: Situation,
): Rule | undefined {
  const verdict = verdictForKey(kind, key, situation);
  if (verdict === 'pass') return undefined;
  const services = situation.policy.services.filter((one) => matchesKey(one[kind], key));
  return ruleForServices(services, verdict, situation);
}
