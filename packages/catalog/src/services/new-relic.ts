import type { Service } from '@sluis/schema';

export const newRelic: Service = {
  id: 'new-relic',
  label: 'New Relic Browser',
  hosts: ['nr-data.net', 'js-agent.newrelic.com'],
  cookies: ['NRBA_*'],
  storage: ['NRBA_*'],
  disable: [],
  queues: [],
  recipient: 'New Relic, Inc.',
  country: 'US',
  policyUrl: 'https://newrelic.com/termsandconditions/privacy',
};
