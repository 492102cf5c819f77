import type { Service } from '@sluis/schema';

export const sentry: Service = {
  id: 'sentry',
  label: 'Sentry',
  hosts: ['sentry.io', 'sentry-cdn.com'],
  cookies: [],
  storage: ['sentry*'],
  disable: [],
  queues: [],
  recipient: 'Functional Software, Inc.',
  country: 'US',
  policyUrl: 'https://sentry.io/privacy',
};
