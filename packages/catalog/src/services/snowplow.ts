import type { Service } from '@sluis/schema';

export const snowplow: Service = {
  id: 'snowplow',
  label: 'Snowplow',
  hosts: ['collector.snowplow.io', 'snplow.net'],
  cookies: ['_sp_*', 'sp'],
  storage: ['snowplow*', '_sp_*'],
  disable: [],
  queues: [],
  recipient: 'Snowplow Analytics Limited',
  country: 'GB',
  policyUrl: 'https://snowplow.io/privacy-policy',
};
