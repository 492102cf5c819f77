import type { Service } from '@sluis/schema';

export const openreplay: Service = {
  id: 'openreplay',
  label: 'OpenReplay',
  hosts: ['openreplay.com'],
  cookies: [],
  storage: ['__openreplay_*'],
  disable: [],
  queues: [],
  recipient: 'Asayer, Inc.',
  country: 'US',
  policyUrl: 'https://openreplay.com/privacy',
};
