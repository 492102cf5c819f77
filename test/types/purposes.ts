// S24: what the law forbids must not compile. A line below that compiles is an error of its own.
import type { Choice } from '@sluis/consent';
import type { PurposeConfig, SluisConfig } from '@sluis/schema';

const words = { id: 'p', label: 'P', text: 'P.' };
const conditions = {
  ownUseOnly: true,
  noCrossSite: true,
  notPassedOn: true,
  truncatedIp: true,
} as const;
const counting = {
  ...words,
  legalBasis: 'f',
  deviceAccess: 'measurement',
  measurement: conditions,
} as const;
const note = { link: 'L', context: 'C', data: 'D', effects: 'E', safeguards: 'S' };

export const allowed: readonly PurposeConfig[] = [
  { ...words, legalBasis: 'a', control: 'switch' },
  { ...words, legalBasis: ['a', 'f'] },
  { ...words, legalBasis: 'a', sensitive: true, automatedDecision: 'Een score.' },
  { ...words, legalBasis: 'f', control: 'objection', deviceAccess: 'none', profiling: true },
  { ...words, legalBasis: 'f', compatible: note },
  { ...words, legalBasis: 'c', reason: 'De wet.', deviceAccess: 'necessary' },
  { ...words, legalBasis: 'b', reason: 'Krediet.', automatedDecision: 'Een score.' },
  { ...words, legalBasis: 'b', reason: 'Uw polis.', audience: ['client'], retentionDays: 365 },
  counting,
];

export const forbidden: readonly PurposeConfig[] = [
  // @ts-expect-error S24 a legal duty cannot be switched
  { ...words, legalBasis: 'c', reason: 'De wet.', control: 'switch' },
  // @ts-expect-error S24 a consent cannot be locked
  { ...words, legalBasis: 'a', reason: 'Daarom.', control: 'locked' },
  // @ts-expect-error S16 what cannot be refused says why
  { ...words, legalBasis: 'b' },
  // @ts-expect-error R05 legitimate interest does not open the device
  { ...words, legalBasis: 'f', deviceAccess: 'consent' },
  // @ts-expect-error R05 nor does a legal duty, unless it is strictly necessary
  { ...words, legalBasis: 'c', reason: 'De wet.', deviceAccess: 'consent' },
  // @ts-expect-error there are six legal bases
  { ...words, legalBasis: 'g' },
  // @ts-expect-error a purpose without a legal basis is none
  { ...words, legalBasis: [] },
  // @ts-expect-error R11 a purpose without its sentence tells nobody anything
  { id: 'p', label: 'P', legalBasis: 'a' },
  // @ts-expect-error GDPR art. 9(2): special categories do not go on legitimate interest
  { ...words, legalBasis: 'f', sensitive: true },
  // @ts-expect-error GDPR art. 22(2): nor do decisions without a person
  { ...words, legalBasis: 'f', automatedDecision: 'Een score.' },
  // @ts-expect-error GDPR art. 13(2)(f): an automated decision tells its logic, a flag does not
  { ...words, legalBasis: 'b', reason: 'Krediet.', automatedDecision: true },
  // @ts-expect-error GDPR art. 6(4): what people consent to is asked again, never found compatible
  { ...words, legalBasis: 'a', compatible: note },
  // @ts-expect-error S18 four points are not five
  { ...words, legalBasis: 'f', compatible: { link: 'L', context: 'C', data: 'D', effects: 'E' } },
  // @ts-expect-error R46 every condition is signed for
  { ...counting, measurement: { ...conditions, noCrossSite: false } },
  // @ts-expect-error R46 and none is left out
  { ...words, legalBasis: 'f', deviceAccess: 'measurement', measurement: { ownUseOnly: true } },
  // @ts-expect-error R56 exempt counting is objected to, so it stands on f
  { ...counting, legalBasis: 'c', reason: 'De wet.' },
  // @ts-expect-error S17 for nobody is no audience
  { ...words, legalBasis: 'a', audience: [] },
  // @ts-expect-error R02 nothing is ticked beforehand: there is no such word
  { ...words, legalBasis: 'a', checked: true },
];

const controller = { name: 'Bank', contact: 'a@bank.example', policyUrl: '/privacy' };

export const exempting: readonly SluisConfig[] = [
  { controller, profile: 'nl', purposes: [counting] },
  { controller, profile: 'fr', purposes: [counting] },
];

export const asking: readonly SluisConfig[] = [
  // @ts-expect-error R50 Belgium exempts no counting
  { controller, profile: 'be', purposes: [counting] },
  // @ts-expect-error the strictest profile does not either
  { controller, profile: 'eu-strict', purposes: [counting] },
  // @ts-expect-error and it is the default
  { controller, purposes: [counting] },
  // @ts-expect-error R01 refusing cannot be hidden: there is no such word
  { controller, hideRefuse: true },
];

export const choices: readonly Choice[] = [
  { by: 'person', answers: { ads: true } },
  { by: 'machine', answers: { ads: false, research: 'restrict' } },
  // @ts-expect-error a machine may refuse for you; only you may grant
  { by: 'machine', answers: { ads: true } },
  // @ts-expect-error nor may it lift what you had restricted
  { by: 'machine', answers: { ads: 'lift' } },
];
