import { matchesHost, type Policy, type Purpose, type Text } from '@sluis/schema';
import type { Finding } from './finding.js';
import { knownTrackers } from './known-trackers.js';
import { profiles } from './profiles.js';

type Check = (purpose: Purpose, policy: Policy) => readonly Omit<Finding, 'at'>[];

function isKnownTracker(id: string, policy: Policy): boolean {
  const hosts = policy.services.find((one) => one.id === id)?.hosts ?? [];
  return hosts.some((host) => matchesHost(knownTrackers, host.replace(/\/.*/, ''), '/'));
}

const essentials: Check = ({ deviceAccess, services }, policy) =>
  services
    .filter((id) => deviceAccess === 'necessary' && isKnownTracker(id, policy))
    .map((id) => ({
      rule: 'R06',
      text: `"${id}" measures, advertises or follows, and is called necessary. Put it under a purpose with legal basis "a".`,
    }));

const measurement: Check = ({ deviceAccess, services, retentionDays }, policy) => {
  if (deviceAccess !== 'measurement') return [];
  const { measurement: exemption, measurementDays } = profiles[policy.profile];
  const { rule } = exemption;
  const others = services.filter(
    (id) => policy.services.find((one) => one.id === id)?.hosts.length !== 0,
  );
  const tooLong = !!measurementDays && (retentionDays ?? Infinity) > measurementDays;
  return [
    ...(exemption.isExempt
      ? []
      : [{ rule, text: `Profile "${policy.profile}" exempts no counting. Use legal basis "a".` }]),
    ...others.map((id) => ({
      rule,
      text: `"${id}" is another party, so it cannot count without consent. Count on your own host, or use legal basis "a".`,
    })),
    ...(tooLong
      ? [
          {
            rule: 'R54',
            text: `Say in retentionDays that it is kept ${measurementDays} days at most.`,
          },
        ]
      : []),
  ];
};

const profiling: Check = ({ profiling: isProfiled, retentionDays = Infinity }, policy) => {
  const { profilingDays } = profiles[policy.profile];
  if (!isProfiled || retentionDays <= profilingDays) return [];
  const text = `Profiles are made of its data. Say in retentionDays that it is kept ${profilingDays} days at most.`;
  return [{ rule: 'S07', text }];
};

/** Texts that say nothing of what is done: a label again, or a slogan. */
const slogans =
  /^(we )?(improve|better|betere?|verbeter\w*|optimi\w+|am[ée]lior\w+|bessere?)\b.{0,40}$/i;

const purposeText: Check = ({ label, text }) => {
  const words = typeof text === 'string' ? [text] : Object.values(text);
  const labels = typeof label === 'string' ? [label] : Object.values(label);
  return words
    .filter((one) => labels.includes(one) || slogans.test(one.trim()))
    .map((one) => ({
      rule: 'R26',
      text: `"${one}" does not say what is done. Say in a sentence what is done and what for.`,
    }));
};

function missingIn(text: Text | undefined, languages: readonly string[]): readonly string[] {
  if (text === undefined || typeof text === 'string') return [];
  return languages.filter((one) => !(one in text) && !(one.replace(/-.*/, '') in text));
}

const languages: Check = ({ label, text, reason, consequence }, policy) =>
  [label, text, reason, consequence]
    .flatMap((one) => missingIn(one, policy.languages))
    .filter((one, index, all) => all.indexOf(one) === index)
    .map((one) => ({
      rule: 'R50',
      text: `A text is missing in "${one}", which is on offer. Add it, or remove the language.`,
    }));

const checks: readonly Check[] = [essentials, measurement, profiling, purposeText, languages];

/** What is about the site as a whole. */
function checkSite({ profile, languages: spoken, answerDays: days }: Policy): readonly Finding[] {
  const { languages: wanted, answerDays, grantsMayEndSooner } = profiles[profile];
  const isSpoken = !wanted.length || spoken.some((one) => wanted.includes(one));
  const isSound = grantsMayEndSooner || !days || days === answerDays;
  return [
    ...(isSpoken
      ? []
      : [
          {
            rule: 'R50',
            at: 'languages',
            text: `Profile "${profile}" needs one of ${wanted.join(', ')}. Add it.`,
          },
        ]),
    ...(isSound
      ? []
      : [
          {
            rule: 'R52',
            at: 'answerDays',
            text: `Under profile "${profile}" a grant lives as long as a refusal, ${answerDays} days. Remove the word.`,
          },
        ]),
  ];
}

/** A configuration by the rules of its profile. What no profile allows does not validate to begin with. */
export function checkPolicy(policy: Policy): readonly Finding[] {
  const found = policy.purposes.flatMap((purpose, index) =>
    checks
      .flatMap((check) => check(purpose, policy))
      .map((finding) => ({ ...finding, at: `purposes[${index}]` })),
  );
  return [...found, ...checkSite(policy)];
}
