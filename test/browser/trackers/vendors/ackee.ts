import type { Tracker } from '../tracker.ts';

export const ackeeScript: Tracker = {
  name: 'ackee script',
  service: {
    id: 'ackee',
    label: 'Ackee',
    hosts: ['ackee.measure.example'],
  },
  files: { 'ackee.measure.example/tracker.js': 'ackee-tracker/dist/ackee-tracker.min.js' },
  answers: {
    'ackee.measure.example/api': {
      data: { createRecord: { payload: { id: 'r' } }, createAction: { payload: { id: 'a' } } },
    },
  },
  head: `<script async src="https://ackee.measure.example/tracker.js" data-ackee-server="https://ackee.measure.example"
    data-ackee-domain-id="bank" data-ackee-opts='{ "detailed": true, "ignoreLocalhost": false, "ignoreOwnVisits": false }'></script>`,
  // Ackee's script keeps no queue: a site that sends actions waits for it.
  call: (event) => `(function act() {
    if (!window.ackeeTracker) return setTimeout(act, 500)
    ackeeTracker.create('https://ackee.measure.example', { ignoreLocalhost: false, ignoreOwnVisits: false }).action('event', { key: '${event}', value: 1 })
  })()`,
};

export const ackeeBundle: Tracker = {
  name: 'ackee bundle',
  service: ackeeScript.service,
  answers: ackeeScript.answers,
  bundle: `import { create } from 'ackee-tracker'
    const ackee = create('https://ackee.measure.example', { ignoreLocalhost: false, ignoreOwnVisits: false, detailed: true })
    ackee.record('bank')
    window.ackee = ackee`,
  call: (event) => `ackee.action('event', { key: '${event}', value: 1 })`,
};
