import type { Service } from '@sluis/schema';

export const rollbar: Service = {
  id: 'rollbar',
  label: 'Rollbar',
  hosts: ['rollbar.com'],
  cookies: [],
  storage: ['RollbarSession'],
  disable: [],
  queues: [],
  recipient: 'Rollbar, Inc.',
  country: 'US',
  policyUrl: 'https://rollbar.com/privacy',
};
