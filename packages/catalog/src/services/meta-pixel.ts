import type { Service } from '@sluis/schema';

export const metaPixel: Service = {
  id: 'meta-pixel',
  label: 'Meta Pixel',
  hosts: ['connect.facebook.net', 'facebook.com'],
  cookies: ['_fbp', '_fbc'],
  storage: [],
  disable: [],
  queues: ['fbq'],
  recipient: 'Meta Platforms Ireland Limited',
  country: 'IE',
  policyUrl: 'https://www.facebook.com/privacy/policy',
};
