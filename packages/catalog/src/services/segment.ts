import type { Service } from '@sluis/schema';

export const segment: Service = {
  id: 'segment',
  label: 'Segment',
  hosts: ['segment.com', 'segment.io'],
  cookies: ['ajs_*', 'analytics_session_id*'],
  storage: ['ajs_*', 'analytics_session_id*', 'persisted-queue:*'],
  disable: [],
  queues: [],
  recipient: 'Twilio Inc.',
  country: 'US',
  policyUrl: 'https://www.twilio.com/en-us/legal/privacy',
};
