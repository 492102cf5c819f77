import type { Service } from '@sluis/schema';

export const googleTagManager: Service = {
  id: 'google-tag-manager',
  label: 'Google Tag Manager',
  hosts: ['googletagmanager.com/gtm.js', 'googletagmanager.com/ns.html'],
  cookies: [],
  storage: [],
  disable: [],
  queues: [],
  recipient: 'Google Ireland Limited',
  country: 'IE',
  policyUrl: 'https://policies.google.com/privacy',
};
