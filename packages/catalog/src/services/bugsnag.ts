import type { Service } from '@sluis/schema';

export const bugsnag: Service = {
  id: 'bugsnag',
  label: 'BugSnag',
  hosts: ['bugsnag.com', 'bugsnag.smartbear.com'],
  cookies: [],
  storage: ['bugsnag-*'],
  disable: [],
  queues: [],
  recipient: 'SmartBear Software Inc.',
  country: 'US',
  policyUrl: 'https://smartbear.com/privacy',
};
