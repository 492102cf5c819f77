import type { Service } from '@sluis/schema';

export const applicationInsights: Service = {
  id: 'application-insights',
  label: 'Application Insights',
  hosts: [
    'applicationinsights.azure.com',
    'applicationinsights.microsoft.com',
    'monitor.azure.com',
    'services.visualstudio.com',
  ],
  cookies: ['ai_user', 'ai_session', 'ai_authUser'],
  storage: ['AI_*', 'ai_*'],
  disable: [],
  queues: [],
  recipient: 'Microsoft Ireland Operations Limited',
  country: 'IE',
  policyUrl: 'https://privacy.microsoft.com/privacystatement',
};
