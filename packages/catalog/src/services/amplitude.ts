import type { Service } from '@sluis/schema';

export const amplitude: Service = {
  id: 'amplitude',
  label: 'Amplitude',
  hosts: ['amplitude.com'],
  cookies: ['AMP_*', 'amp_*', 'amplitude_*'],
  storage: ['AMP_*', 'amplitude*'],
  disable: [],
  queues: [],
  recipient: 'Amplitude, Inc.',
  country: 'US',
  policyUrl: 'https://amplitude.com/privacy',
};
