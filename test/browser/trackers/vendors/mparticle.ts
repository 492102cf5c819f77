import type { Tracker } from '../tracker.ts';

export const mparticleBundle: Tracker = {
  name: 'mparticle bundle',
  service: {
    id: 'mparticle',
    label: 'mParticle',
    hosts: ['mparticle.com'],
    cookies: ['mprtcl*'],
    storage: ['mprtcl*'],
  },
  answers: {
    'jssdkcdns.mparticle.com/': { appName: 'bank', kitConfigs: [], workspaceToken: 'w' },
    'identity.mparticle.com/': { mpid: '1', matched_identities: {}, is_logged_in: false },
  },
  bundle: `import mParticle from '@mparticle/web-sdk'
    mParticle.init('us1-bank', { isDevelopmentMode: false })
    window.mParticle = mParticle`,
  call: (event) => `mParticle.logEvent('${event}', mParticle.EventType.Other)`,
};
