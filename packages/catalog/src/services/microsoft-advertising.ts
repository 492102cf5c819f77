import type { Service } from '@sluis/schema';

export const microsoftAdvertising: Service = {
  id: 'microsoft-advertising',
  label: 'Microsoft Advertising',
  hosts: ['bat.bing.com', 'bat.bing.net'],
  cookies: ['_uetsid', '_uetvid', '_uetmsclkid'],
  storage: ['_uet*'],
  disable: [],
  queues: [],
  recipient: 'Microsoft Ireland Operations Limited',
  country: 'IE',
  policyUrl: 'https://privacy.microsoft.com/privacystatement',
};
