import {
  allSwitches,
  answersFor,
  decisionId,
  laterOf,
  standingOf,
  stateOf,
  verdictForHost,
  verdictForKey,
  verdictForService,
  type Answers,
  type Situation,
} from '@sluis/consent';
import { installGate, isFirstParty } from '@sluis/gate';
import {
  closedPolicy,
  isDevelopment,
  parseConfig,
  SluisError,
  type Method,
  type Policy,
  type State,
} from '@sluis/schema';
import type { Side, Unsettled } from '@sluis/storage';
import { closeRefused } from './close-refused.js';
import { startConsentMode } from './consent-mode.js';
import { createEvents } from './events.js';
import { followTabs } from './follow-tabs.js';
import { keepAnswers } from './kept-answers.js';
import { keepCalls, keepQueues } from './keep-queues.js';
import type { Draft, RecordRoom } from './record-room.js';
import type { Rooms } from './rooms.js';
import type { Sluis } from './sluis.js';
import { openSurfaces } from './surfaces.js';

/** The configuration, or the closed policy: a page with a mistake in it holds everything and works. */
function readPolicy(config: unknown, report: (error: SluisError) => void): Policy {
  try {
    return config === undefined ? closedPolicy : parseConfig(config);
  } catch (error) {
    if (isDevelopment || !(error instanceof SluisError)) throw error;
    report(error);
    return closedPolicy;
  }
}

function hostOf(address: string | undefined): string {
  return address ? new URL(address, location.href).hostname : '';
}

/** The decision of which the page was left before the record had it, made again from the mirror. */
function restoreDraft({ id, method, language }: Unsettled, state: State): Draft {
  const made = parseInt(id.replace('-', '').slice(0, 12), 16);
  const purposes = Object.fromEntries(
    Object.entries(state)
      .filter(([, said]) => said.at === made)
      .map(([purpose, { answer, terms }]) => [purpose, { answer, terms }]),
  );
  const at = new Date(made).toISOString();
  return { id, purposes, method, language, surface: location.hostname, at };
}

/**
 * A grant needs the visitor's own click or key (a guard against tampering, not a wall: code in the
 * page can wait for one). Where there is no `userActivation`, the event under way must be trusted.
 */
function mayGrant(): boolean {
  return navigator.userActivation?.isActive ?? window.event?.isTrusted ?? false;
}

/**
 * Where the rooms meet. Runs before the page's first tag: the mirror is read and the gate stands when
 * this returns; the rest is loaded when it is needed. It is long because it is the wiring.
 */
export function startSluis(config: unknown, rooms: Rooms): Sluis {
  const { on, emit } = createEvents();
  const report = (error: SluisError): void => {
    console.error(error.message);
    emit('error', error);
  };

  let policy = readPolicy(config, report);
  const kept = keepAnswers(report);
  let identified = false;

  const situation = (): Situation => ({ policy, state: kept.state(), identified, now: Date.now() });
  const side = (): Side => (identified || kept.hasAccount() ? 'account' : 'device');

  const own = [hostOf(policy.backend), hostOf(policy.assets)];
  const gate = installGate(
    window,
    {
      host: (host, path) => verdictForHost(host, path, situation()),
      cookie: (name) => verdictForKey('cookies', name, situation()),
      storage: (key) => verdictForKey('storage', key, situation()),
    },
    { firstParty: (host) => own.includes(host) || isFirstParty(host, location.hostname) },
  );

  const standing = (id: string): ReturnType<typeof standingOf> => {
    const purpose = policy.purposes.find((one) => one.id === id);
    return purpose ? standingOf(purpose, policy, kept.state(), Date.now()) : 'refused';
  };
  const allows = (id: string): boolean => {
    const purpose = policy.purposes.find((one) => one.id === id);
    return standing(id) === 'allowed' && (identified || !purpose?.identified);
  };

  keepQueues();
  const updateConsentMode = startConsentMode(policy, allows);
  const calls = policy.services.map(({ id, queues }) => {
    const handOver = queues.map(keepCalls);
    return () => verdictForService(id, situation()) === 'pass' && handOver.forEach((one) => one());
  });

  /** Everything that follows from a change of state, in order; the gate first of all. */
  const apply = (): void => {
    const cleanup = closeRefused(situation());
    for (const handOver of calls) handOver();
    updateConsentMode();
    gate.reconsider();
    if (cleanup.removed.length || cleanup.kept.length) emit('cleanup', cleanup);
    emit('change', undefined);
  };

  const tellTabs = followTabs((news) => {
    if (news === 'signed-out') identified = false;
    kept.reread();
    apply();
  });

  let room: Promise<RecordRoom> | undefined;
  const record = (): Promise<RecordRoom> =>
    (room ??= rooms.record().then(({ openRecordRoom }) =>
      openRecordRoom({
        policy,
        report,
        settled() {
          for (const one of ['device', 'account'] as const) {
            if (kept.of(one).unsettled) kept.write(one, { state: kept.of(one).state });
          }
        },
        synced: () => emit('synced', undefined),
      }),
    ));

  /** Says what did not load; whatever was held stays held. */
  const guard = async <T>(what: string, work: Promise<T>): Promise<T | undefined> => {
    try {
      return await work;
    } catch (error) {
      report(error instanceof SluisError ? error : new SluisError('N03', what, error));
      return undefined;
    }
  };

  const decide = async (answers: Answers, method: Method): Promise<boolean> => {
    if (Object.values(answers).some(Boolean) && !mayGrant()) {
      report(new SluisError('I03'));
      return false;
    }
    const purposes = answersFor(answers, policy, kept.state());
    if (!Object.keys(purposes).length) return true;

    const now = Date.now();
    const to = side();
    const unsettled = {
      id: decisionId(now, crypto.getRandomValues(new Uint8Array(16))),
      method,
      language: surfaces.language(),
    };
    const at = new Date(now).toISOString();
    const draft: Draft = { ...unsettled, purposes, surface: location.hostname, at };
    const said = stateOf([{ ...draft, policy: '' }]);
    kept.write(to, { state: laterOf(kept.of(to).state, said), unsettled });
    const stored = guard('record', record().then((opened) => opened.add(draft, to)));
    apply();
    tellTabs('changed');
    const decision = await stored;
    if (decision) emit('decision', decision);
    return !!decision;
  };

  const surfaces = openSurfaces(rooms, guard, {
    policy: () => policy,
    standing,
    isIdentified: () => identified,
    decide,
    history: () => sluis.history(),
    receipt: () => sluis.receipt(),
    onChange: (callback) => on('change', callback),
  });

  /** Either store heals the other: a lost mirror comes from the record, a lost record entry from the mirror. */
  const heal = async (): Promise<void> => {
    for (const one of ['device', 'account'] as const) {
      const { state, unsettled } = kept.of(one);
      if (unsettled) await (await record()).add(restoreDraft(unsettled, state), one);
    }
    if (Object.keys(kept.of('device').state).length) return;
    const state = await (await record()).deviceState();
    if (!Object.keys(state).length) return;
    kept.write('device', { state });
    apply();
  };

  const begin = async (): Promise<void> => {
    if (policy.catalogued.length) {
      const found = await guard('catalog', rooms.catalog());
      if (found) policy = found.withCatalogue(policy);
    }
    apply();
    if (!policy.purposes.length) return;
    surfaces.start(guard('record', heal()));
  };

  const sluis: Sluis = {
    acceptAll: () => decide(allSwitches(policy, true), 'api'),
    refuseAll: () => decide(allSwitches(policy, false), 'api'),
    save: (answers) => decide(answers, 'api'),
    withdraw: (purpose) =>
      decide(purpose ? { [purpose]: false } : allSwitches(policy, false), 'api'),
    open: surfaces.open,
    async identify(token) {
      const state = await (await record()).identify(token);
      identified = true;
      kept.write('account', { state, unsettled: kept.of('account').unsettled });
      apply();
      tellTabs('changed');
    },
    async signOut() {
      identified = false;
      kept.dropAccount();
      apply();
      tellTabs('signed-out');
      await (await record()).signOut();
    },
    allows,
    on,
    history: async () => (await record()).history(),
    receipt: async () => (await record()).receipt(),
  };

  void guard('catalog', begin());
  return sluis;
}
