// S24: what the law forbids must not compile. A line below that compiles is an error of its own.
import type { PurposeConfig } from '@sluis/schema';

const words = { id: 'p', label: 'P', text: 'P.' };

export const allowed: readonly PurposeConfig[] = [
  { ...words, legalBasis: 'a', control: 'switch' },
  { ...words, legalBasis: ['a', 'f'] },
  { ...words, legalBasis: 'f', control: 'objection', deviceAccess: 'none' },
  { ...words, legalBasis: 'c', reason: 'De wet.', deviceAccess: 'necessary' },
];

export const forbidden: readonly PurposeConfig[] = [
  // @ts-expect-error S24 a legal duty cannot be switched
  { ...words, legalBasis: 'c', reason: 'De wet.', control: 'switch' },
  // @ts-expect-error S16 what cannot be refused says why
  { ...words, legalBasis: 'b' },
  // @ts-expect-error R05 legitimate interest does not open the device
  { ...words, legalBasis: 'f', deviceAccess: 'consent' },
  // @ts-expect-error there are six legal bases
  { ...words, legalBasis: 'g' },
  // @ts-expect-error a purpose without a legal basis is none
  { ...words, legalBasis: [] },
];
