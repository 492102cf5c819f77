import type { AnalyticsChecklist, Policy, Service } from '@sluis/schema';

type Step = Exclude<keyof AnalyticsChecklist, 'signedBy'>;

/** Steps of the AP's guide that are taken in the account, where no script can see them. */
const steps: readonly (readonly [step: Step, rule: string, what: string])[] = [
  ['processorAgreement', 'R39', 'accept the data processing terms of Google'],
  ['dataSharingOff', 'R41', 'switch off every kind of data sharing with Google'],
  ['advertisingOff', 'R42', 'switch off Google signals and links to advertising products'],
  ['userIdOff', 'R43', 'leave User-ID off'],
];

function isAnalytics({ id, hosts }: Service): boolean {
  return (
    id === 'google-analytics' ||
    hosts.some((host) => /^([a-z-]+\.)*(google-analytics|analytics\.google)\.com/.test(host))
  );
}

/** What is missing of the signed checklist of each Google Analytics, as sentences with the fix. */
export function lintChecklist({ services }: Policy): readonly string[] {
  return services.filter(isAnalytics).flatMap(({ id, googleAnalytics }) => {
    if (!googleAnalytics)
      return [
        `Service "${id}" has no lock (S02, R39-R43): give it googleAnalytics with its measurementId and the signed checklist of what is set in the account.`,
      ];
    return steps
      .filter(([step]) => !googleAnalytics.checklist[step])
      .map(
        ([step, rule, what]) =>
          `Service "${id}" has no ${step} in its checklist (${rule}): ${what} in the account, then write the day.`,
      );
  });
}
