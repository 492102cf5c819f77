import {
  decisionId,
  factsFor,
  nextOrder,
  refusesService,
  standingOf,
  stateOf,
  type Answers,
  type Change,
} from '@sluis/consent';
import { parseConfig, type Decision, type Method, type Policy } from '@sluis/schema';
import type { Asked, ConsentPort, Filed, Kept } from '@sluis/ui';

/** One purpose of each kind: locked (b and c), consent (a) twice, objection (f). */
export const policy: Policy = parseConfig({
  controller: {
    name: 'Noorderbank N.V.',
    contact: 'privacy@noorderbank.example',
    policyUrl: '/privacy',
  },
  purposes: [
    {
      id: 'service',
      legalBasis: ['b', 'c'],
      label: 'Service',
      text: 'Signing in.',
      reason: 'The law asks it.',
    },
    {
      id: 'analytics',
      legalBasis: 'a',
      label: { nl: 'Statistiek', en: 'Statistics' },
      text: 'Counting pages.',
    },
    {
      id: 'ads',
      legalBasis: 'a',
      label: 'Advertising',
      text: 'Showing offers.',
      services: ['meta', 'adnet'],
      consequence: 'Offers are the same for everyone.',
      retention: '12 months',
      recipients: ['Our agency'],
      source: 'The trade register',
      profiling: true,
      sharing: true,
    },
    {
      id: 'research',
      legalBasis: 'f',
      label: 'Research',
      text: 'Studying products.',
      controller: { name: 'Noorder Lab', contact: 'lab@noorder.example', policyUrl: '/lab' },
    },
  ],
  services: [
    {
      id: 'meta',
      label: 'Meta Pixel',
      hosts: ['facebook.net'],
      cookies: ['_fbp'],
      country: 'Ireland',
      role: 'controller',
    },
    { id: 'adnet', label: 'Adnet', hosts: ['adnet.example'], role: 'processor' },
  ],
});

export interface FakePort extends ConsentPort {
  readonly decided: { readonly answers: Answers; readonly method: Method }[];
  opened: number;
  prepared: number;
  identified: boolean;
  /** Purposes that the browser refuses. */
  signalled: readonly string[];
  /** What has changed since the last answer. */
  news: readonly Change[];
  /** What is on the device. */
  kept: readonly Kept[];
  /** Does the server take requests? Nothing arrives where it names no case. */
  filed?: Omit<Filed, 'right'> | 'lost';
  readonly requested: Asked[];
  /** What was asked before, as the server has it. */
  before: readonly Filed[];
  /** What `decide` answers. */
  allows: boolean;
  /** A decision made elsewhere: another tab, the account. */
  receive(answers: Answers): void;
}

/** A port on the real model, in memory. */
export function fakePort(language = 'en'): FakePort {
  const past: Decision[] = [];
  const callbacks = new Set<() => void>();
  const standing: ConsentPort['standing'] = (id) => {
    const purpose = policy.purposes.find((one) => one.id === id);
    if (!purpose) return 'refused';
    const state = stateOf(past);
    return standingOf(purpose, { policy, state, identified: port.identified, now: Date.now() });
  };
  const append = (answers: Answers, method: Method): void => {
    const state = stateOf(past);
    past.push({
      id: decisionId(nextOrder(Date.now(), state), new Uint8Array(16)),
      policy: '',
      purposes: factsFor({ by: 'person', answers }, policy, state),
      method,
      language,
      surface: 'bank.example',
      at: new Date().toISOString(),
    });
    for (const callback of callbacks) callback();
  };
  const port: FakePort = {
    policy,
    language,
    decided: [],
    requested: [],
    before: [],
    opened: 0,
    prepared: 0,
    identified: false,
    signalled: [],
    allows: true,
    news: [],
    kept: [],
    standing,
    isSignalled: (id) => port.signalled.includes(id),
    isRestricted: (id) => stateOf(past)[`!${id}`]?.answer === 'restricted',
    isRefused: (id) => refusesService(id, policy, stateOf(past)),
    isAnswered: () => policy.purposes.every(({ id }) => standing(id) !== 'open'),
    cleanedUp: () => '',
    isIdentified: () => port.identified,
    prepare() {
      port.prepared++;
    },
    async decide(answers, method) {
      port.decided.push({ answers, method });
      if (port.allows) append(answers, method);
      return port.allows;
    },
    history: async () => [...past],
    changes: async () => port.news,
    device: async () => port.kept,
    receipt: async () => {
      const decision = past.at(-1);
      return decision && { schema: 'ISO/IEC TS 27560:2023', decision, policy: '{}' };
    },
    takesRequests: () => port.filed !== undefined,
    async request(asked) {
      port.requested.push(asked);
      return port.filed && port.filed !== 'lost'
        ? { ...port.filed, right: asked.right }
        : undefined;
    },
    requests: async () => port.before,
    async open() {
      port.opened++;
    },
    onChange(callback) {
      callbacks.add(callback);
      return () => callbacks.delete(callback);
    },
    receive: (answers) => append(answers, 'api'),
  };
  return port;
}
