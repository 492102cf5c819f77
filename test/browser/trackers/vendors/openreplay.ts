import type { Tracker } from '../tracker.ts';

export const openreplayBundle: Tracker = {
  name: 'openreplay bundle',
  service: 'openreplay',
  answers: {
    'api.openreplay.com/ingest/v1/web/start': {
      token: 'token',
      userUUID: 'visitor',
      projectID: '1',
      sessionID: '1',
      beaconSizeLimit: 1_000_000,
      delay: 0,
      startTimestamp: 1_700_000_000_000,
      compressionThreshold: 1_000_000,
      features: {},
      assistOnly: false,
      canvasEnabled: false,
      canvasQuality: 'low',
      canvasFPS: 0,
    },
    'api.openreplay.com/': '',
  },
  bundle: `import Tracker from '@openreplay/tracker'
    const tracker = new Tracker({ projectKey: 'bank', respectDoNotTrack: false })
    window.openreplay = tracker
    window.started = tracker.start()`,
  // It takes events once it has started, and its worker sends every half minute of real time, or when told.
  call: (event) => `started.then(() => {
    openreplay.event('${event}')
    setTimeout(() => openreplay.forceFlushBatch(), 1000)
  })`,
};
