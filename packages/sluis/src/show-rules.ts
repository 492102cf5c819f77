import { verdictForHost, verdictForService, type Situation } from '@sluis/consent';
import type { ShowRules } from '@sluis/gate';
import type { Page } from './page.js';

function hostOf(address: unknown): string {
  return typeof address === 'string' ? new URL(address, location.href).hostname : '';
}

/** Where the records and the chunks are, which are not held. */
export function ownHosts({ policy, assets }: Page): readonly string[] {
  return [hostOf(policy.backend), hostOf(assets)].filter(Boolean);
}

/** The address of `frame.html`, which our policy does not reach. */
export function blankPage({ assets }: Page): string {
  return `${assets || '/sluis/'}frame.html`;
}

/**
 * What may be shown; nothing to say when everything may. A policy is an allow-list, so
 * there is none either where unknown hosts pass. In strict mode it is about everything.
 */
export function showRules(
  page: Page,
  held: Situation = page.begun ? { ...page.situation(), identified: true } : page.situation(),
): ShowRules | undefined {
  const { policy, begun } = page;
  if (policy.gate === 'report' || verdictForHost('', '/', held) === 'pass') return undefined;
  const services = policy.services.filter(
    ({ id, relay }) => !relay && verdictForService(id, held) === 'pass',
  );
  const hosts = [
    location.hostname.replace(/^www\./, ''),
    ...ownHosts(page),
    ...[...policy.allow, ...services.flatMap((service) => service.hosts)].map((host) =>
      host.replace(/\/.*/, ''),
    ),
  ];
  return { hosts, directives: begun && ['default-src'] };
}
