import type { Service } from '@sluis/schema';

export const microsoftClarity: Service = {
  id: 'microsoft-clarity',
  label: 'Microsoft Clarity',
  hosts: ['clarity.ms', 'c.bing.com'],
  cookies: ['_clck', '_clsk', '_cltk'],
  storage: ['_cl*'],
  disable: [],
  queues: [],
  recipient: 'Microsoft Ireland Operations Limited',
  country: 'IE',
  policyUrl: 'https://privacy.microsoft.com/privacystatement',
};
