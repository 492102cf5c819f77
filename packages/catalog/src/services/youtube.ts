import type { Service } from '@sluis/schema';

export const youtube: Service = {
  id: 'youtube',
  label: 'YouTube',
  hosts: ['youtube.com', 'youtube-nocookie.com', 'ytimg.com', 'googlevideo.com'],
  cookies: [],
  storage: ['yt-*'],
  disable: [],
  queues: [],
  recipient: 'Google Ireland Limited',
  country: 'IE',
  policyUrl: 'https://policies.google.com/privacy',
};
