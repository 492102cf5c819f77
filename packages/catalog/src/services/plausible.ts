import type { Service } from '@sluis/schema';

export const plausible: Service = {
  id: 'plausible',
  label: 'Plausible Analytics',
  hosts: ['plausible.io'],
  cookies: [],
  storage: [],
  disable: [],
  queues: [],
  recipient: 'Plausible Insights OÜ',
  country: 'EE',
  policyUrl: 'https://plausible.io/privacy',
};
