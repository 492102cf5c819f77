import type { Service } from '@sluis/schema';

export const mixpanel: Service = {
  id: 'mixpanel',
  label: 'Mixpanel',
  hosts: ['mixpanel.com', 'mxpnl.com'],
  cookies: ['mp_*', '__mp*'],
  storage: ['mp_*', '__mp*', 'mixpanel*'],
  disable: [],
  queues: [],
  recipient: 'Mixpanel, Inc.',
  country: 'US',
  policyUrl: 'https://mixpanel.com/legal/privacy-policy',
};
