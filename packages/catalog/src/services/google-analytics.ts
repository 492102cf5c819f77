import type { Service } from '@sluis/schema';

export const googleAnalytics: Service = {
  id: 'google-analytics',
  label: 'Google Analytics',
  hosts: ['google-analytics.com', 'analytics.google.com', 'googletagmanager.com/gtag/'],
  cookies: ['_ga', '_ga_*', '_gid', '_gat*'],
  storage: [],
  disable: [],
  queues: [],
  recipient: 'Google Ireland Limited',
  country: 'IE',
  policyUrl: 'https://policies.google.com/privacy',
  optOutUrl: 'https://tools.google.com/dlpage/gaoptout',
};
