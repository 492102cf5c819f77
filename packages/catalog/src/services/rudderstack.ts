import type { Service } from '@sluis/schema';

export const rudderstack: Service = {
  id: 'rudderstack',
  label: 'RudderStack',
  hosts: ['rudderstack.com', 'rudderlabs.com'],
  cookies: ['rl_*', 'rudder_*', 'test_rudder_cookie', '__tld__'],
  storage: ['rl_*', 'rudder_*'],
  disable: [],
  queues: [],
  recipient: 'RudderStack, Inc.',
  country: 'US',
  policyUrl: 'https://www.rudderstack.com/privacy-policy',
};
