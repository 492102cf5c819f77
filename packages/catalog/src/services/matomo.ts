import type { Service } from '@sluis/schema';

export const matomo: Service = {
  id: 'matomo',
  label: 'Matomo Cloud',
  hosts: ['matomo.cloud'],
  cookies: ['_pk_id*', '_pk_ses*', '_pk_ref*', 'mtm_*'],
  storage: [],
  disable: [],
  queues: [],
  recipient: 'InnoCraft Limited',
  country: 'NZ',
  policyUrl: 'https://matomo.org/privacy-policy/',
};
