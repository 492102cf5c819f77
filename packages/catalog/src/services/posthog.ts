import type { Service } from '@sluis/schema';

export const posthog: Service = {
  id: 'posthog',
  label: 'PostHog',
  hosts: ['i.posthog.com', 'app.posthog.com', 'eu.posthog.com'],
  cookies: ['ph_*', 'dmn_chk_*', '__ph_opt_in_out_*'],
  storage: ['ph_*', '__ph_opt_in_out_*', 'seenSurvey_*', 'inProgressSurvey_*'],
  disable: [],
  queues: [],
  recipient: 'PostHog, Inc.',
  country: 'US',
  policyUrl: 'https://posthog.com/privacy',
};
