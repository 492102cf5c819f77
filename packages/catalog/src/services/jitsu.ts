import type { Service } from '@sluis/schema';

export const jitsu: Service = {
  id: 'jitsu',
  label: 'Jitsu',
  hosts: ['jitsu.com'],
  cookies: ['__eventn_*', 'cookiecookie'],
  storage: ['__eventn_*'],
  disable: [],
  queues: [],
  recipient: 'Jitsu Labs, Inc.',
  country: 'US',
  policyUrl: 'https://jitsu.com/privacy',
};
