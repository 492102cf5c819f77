import type { Service } from '@sluis/schema';

export const datadog: Service = {
  id: 'datadog',
  label: 'Datadog RUM',
  hosts: [
    'datadoghq.com',
    'datadoghq.eu',
    'browser-intake-datadoghq.com',
    'browser-intake-datadoghq.eu',
    'browser-intake-us3-datadoghq.com',
    'browser-intake-us5-datadoghq.com',
    'browser-intake-ap1-datadoghq.com',
    'browser-intake-ap2-datadoghq.com',
    'browser-intake-ddog-gov.com',
    'datadoghq-browser-agent.com',
  ],
  cookies: ['_dd_s*', 'dd_*'],
  storage: ['_dd_*', 'dd_*'],
  disable: [],
  queues: [],
  recipient: 'Datadog, Inc.',
  country: 'US',
  policyUrl: 'https://www.datadoghq.com/legal/privacy',
};
