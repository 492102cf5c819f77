import type { Service } from '@sluis/schema';

export const grafanaFaro: Service = {
  id: 'grafana-faro',
  label: 'Grafana Faro',
  hosts: ['grafana.net'],
  cookies: [],
  storage: ['com.grafana.faro.*'],
  disable: [],
  queues: [],
  recipient: 'Raintank, Inc.',
  country: 'US',
  policyUrl: 'https://grafana.com/legal/privacy-policy',
};
