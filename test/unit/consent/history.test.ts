import {
  asRefusals,
  decisionId,
  factsFor,
  laterOf,
  merge,
  nextOrder,
  orderOf,
  standingOf,
  stateOf,
  termsOf,
  type Answers,
  type Choice,
} from '@sluis/consent';
import { everyAnswer, isAllowing, type Answer, type Decision, type State } from '@sluis/schema';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bankPolicy } from '../bank-config.js';

const [analytics] = bankPolicy.purposes;
if (!analytics) throw new Error('the bank asks nothing');
const terms = termsOf(analytics, bankPolicy);

function idAt(order: number, random = 0): string {
  return decisionId(order, new Uint8Array(16).fill(random));
}

function said(answer: Answer, at: string, more: Partial<Decision> = {}): Decision {
  return Object.assign(
    {
      id: idAt(Date.parse(at)),
      policy: '',
      purposes: { analytics: { answer, terms } },
      method: 'banner',
      language: 'nl',
      surface: 'bank.example',
      at,
    } as const,
    more,
  );
}

const given = said('granted', '2026-03-01T10:00:00.000Z');
const withdrawn = said('withdrawn', '2026-05-05T10:00:00.000Z');

const standingOn = (day: string, history: readonly Decision[] = [given, withdrawn]): string =>
  standingOf(analytics, {
    policy: bankPolicy,
    state: stateOf(history, Date.parse(day)),
    identified: false,
    now: Date.parse(day),
  });

const byPerson = (answers: Answers): Choice => ({ by: 'person', answers });

test('S35 R17 the state on any day can be replayed: given in March, withdrawn in May', () => {
  expect(standingOn('2026-02-01')).toBe('open');
  expect(standingOn('2026-04-01')).toBe('allowed');
  expect(standingOn('2026-06-01')).toBe('refused');
});

test('R17 refusing what was granted is a withdrawal, refusing what was not is a refusal', () => {
  const answerAfter = (history: readonly Decision[]): string | undefined =>
    factsFor(byPerson({ analytics: false }), bankPolicy, stateOf(history)).analytics?.answer;

  expect(answerAfter([])).toBe('refused');
  expect(answerAfter([given])).toBe('withdrawn');
});

test('S33 objecting is no withdrawal, and can be taken back', () => {
  const objected = factsFor(byPerson({ research: false }), bankPolicy, {});
  const state = { research: { answer: 'objected', terms: '', at: 1, order: 1 } } as const;

  expect(objected.research?.answer).toBe('objected');
  expect(factsFor(byPerson({ research: true }), bankPolicy, state).research?.answer).toBe(
    'unobjected',
  );
  expect(factsFor(byPerson({ research: true }), bankPolicy, {})).toEqual({});
});

test('S16 a locked purpose takes no answer', () => {
  expect(factsFor(byPerson({ security: false }), bankPolicy, {})).toEqual({});
});

test('R10 purposes that are not named keep their answer', () => {
  expect(Object.keys(factsFor(byPerson({ marketing: true }), bankPolicy, {}))).toEqual([
    'marketing',
  ]);
});

test('S31 a restriction stands above the answer, and the answer counts again once it is lifted', () => {
  const restricted = said('restricted', '2026-03-10T10:00:00.000Z');
  const lifted = said('unrestricted', '2026-04-10T10:00:00.000Z');
  const history = [given, restricted, lifted];

  expect(standingOn('2026-03-09', history)).toBe('allowed');
  expect(standingOn('2026-03-20', history)).toBe('refused');
  expect(standingOn('2026-04-20', history)).toBe('allowed');
});

test('S31 what is locked can be restricted too, and a grant meanwhile does not lift it', () => {
  const facts = factsFor(byPerson({ security: 'restrict', analytics: 'restrict' }), bankPolicy, {});
  const restricted = said('restricted', '2026-03-10T10:00:00.000Z', { purposes: facts });
  const granted = said('granted', '2026-03-11T10:00:00.000Z');
  const state = stateOf([restricted, granted]);
  const standing = (id: string): string | undefined =>
    bankPolicy.purposes
      .filter((one) => one.id === id)
      .map((one) =>
        standingOf(one, {
          policy: bankPolicy,
          state,
          identified: false,
          now: Date.parse('2026-03-12'),
        }),
      )[0];

  expect(standing('security')).toBe('refused');
  expect(standing('analytics')).toBe('refused');
});

test('S31 restricting twice, or lifting what was not restricted, says nothing', () => {
  const state: State = { '!analytics': { answer: 'restricted', terms, at: 1, order: 1 } };

  expect(factsFor(byPerson({ analytics: 'restrict' }), bankPolicy, state)).toEqual({});
  expect(factsFor(byPerson({ analytics: 'lift' }), bankPolicy, {})).toEqual({});
  expect(factsFor(byPerson({ analytics: 'lift' }), bankPolicy, state).analytics?.answer).toBe(
    'unrestricted',
  );
});

const answer = fc.constantFrom(...everyAnswer);
const moment = fc.integer({ min: 0, max: 5 }).map((minute) => `2026-01-01T00:0${minute}:00.000Z`);
// Of one id there is one decision: what is random in it says the answer too.
const decisions = fc.array(
  fc
    .tuple(answer, moment, fc.integer({ min: 0, max: 31 }))
    .map(([one, at, random]) =>
      said(one, at, { id: idAt(Date.parse(at), everyAnswer.indexOf(one) * 32 + random) }),
    ),
  { maxLength: 8 },
);

/** What it comes to: terms of equal facts may differ in nothing here, so answers tell all. */
function leaveIn(state: State): readonly unknown[] {
  return ['analytics', '!analytics'].map((place) => {
    const found = state[place];
    return found && isAllowing(found.answer);
  });
}

test('the state does not depend on the order in which facts arrive', () => {
  fc.assert(
    fc.property(decisions, decisions, (one, other) => {
      const state = leaveIn(stateOf(merge(one, other)));

      expect(leaveIn(stateOf([...other, ...one].reverse()))).toEqual(state);
      expect(leaveIn(laterOf(stateOf(one), stateOf(other)))).toEqual(state);
      expect(leaveIn(laterOf(stateOf(other), stateOf(one)))).toEqual(state);
    }),
  );
});

test('S35 replaying a history up to a moment is the state of the facts up to that moment', () => {
  fc.assert(
    fc.property(decisions, moment, (history, at) => {
      const before = history.filter((decision) => decision.at <= at);

      expect(stateOf(history, Date.parse(at))).toEqual(stateOf(before));
    }),
  );
});

test('S35 a fact that is added later changes nothing about the days before it', () => {
  fc.assert(
    fc.property(decisions, answer, (history, next) => {
      const later = said(next, '2026-01-01T00:06:00.000Z');
      const until = Date.parse('2026-01-01T00:05:59.000Z');

      expect(stateOf([...history, later], until)).toEqual(stateOf(history));
    }),
  );
});

test('where the order cannot be known, the refusal wins', () => {
  const refused = said('refused', given.at, { id: idAt(Date.parse(given.at), 9) });

  expect(stateOf([given, refused]).analytics?.answer).toBe('refused');
  expect(stateOf([refused, given]).analytics?.answer).toBe('refused');
});

test('merging is commutative, associative and idempotent', () => {
  fc.assert(
    fc.property(decisions, decisions, decisions, (one, other, third) => {
      const ids = (history: readonly Decision[]): readonly string[] => history.map(({ id }) => id);

      expect(ids(merge(one, other))).toEqual(ids(merge(other, one)));
      expect(merge(merge(one, other), third)).toEqual(merge(one, merge(other, third)));
      expect(merge(merge(one, other), other)).toEqual(merge(one, other));
    }),
  );
});

test('ids carry their moment and sort by it', () => {
  const early = decisionId(Date.parse('2026-01-01T00:00:00Z'), new Uint8Array(16).fill(255));
  const late = decisionId(Date.parse('2026-01-02T00:00:00Z'), new Uint8Array(16));

  expect(early).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(orderOf(early)).toBe(Date.parse('2026-01-01T00:00:00Z'));
  expect(early < late).toBe(true);
});

// Who may grant.

const wish = fc.constantFrom(true, false, 'restrict' as const, 'lift' as const);
const answers = fc.dictionary(fc.constantFrom(...bankPolicy.purposes.map(({ id }) => id)), wish);
const step = fc.record({ by: fc.constantFrom('person' as const, 'machine' as const), answers });

test('no sequence of choices yields a grant that no person made', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      let history: readonly Decision[] = [];
      steps.forEach(({ by, answers: chosen }, index) => {
        // As an attacker in the page would: the types are told nothing.
        const choice = { by, answers: chosen } as Choice;
        const purposes = factsFor(choice, bankPolicy, stateOf(history));
        const gave = Object.values(purposes).some((fact) => isAllowing(fact.answer));
        if (by === 'machine') expect(gave).toBe(false);
        const at = new Date(Date.parse('2026-01-01') + index).toISOString();
        history = [...history, said('refused', at, { purposes })];
      });

      for (const [place, { answer: last, order }] of Object.entries(stateOf(history))) {
        if (!isAllowing(last)) continue;
        const maker = steps[order - Date.parse('2026-01-01')];
        expect([place.replace('!', ''), maker?.by]).toEqual([place.replace('!', ''), 'person']);
      }
    }),
  );
});

test('a machine can refuse, object and restrict', () => {
  const choice: Choice = { by: 'machine', answers: { analytics: false, research: 'restrict' } };
  const facts = factsFor(choice, bankPolicy, {});

  expect([facts.analytics?.answer, facts.research?.answer]).toEqual(['refused', 'restricted']);
  expect(asRefusals({ analytics: false })).toEqual({ analytics: false });
  expect(asRefusals({ analytics: false, marketing: true })).toBeUndefined();
  expect(asRefusals({ analytics: 'lift' })).toBeUndefined();
});

// Clocks.

const day = 24 * 3600 * 1000;
const now = Date.parse('2026-11-22T12:00:00Z');

/** A decision as `decide` makes it: its id after all that is known, its age by the clock. */
function decideAt(clock: number, history: readonly Decision[], next: Answer): Decision[] {
  const order = nextOrder(clock, stateOf(history));
  const at = new Date(clock).toISOString();
  return [...history, said(next, at, { id: idAt(order, history.length) })];
}

const standingAt = (clock: number, history: readonly Decision[]): string =>
  standingOf(analytics, {
    policy: bankPolicy,
    state: stateOf(history),
    identified: false,
    now: clock,
  });

test('R13 the last choice counts, however the clock jumps between choices', () => {
  const jump = fc.integer({ min: -4000, max: 4000 }).map((days) => now + days * day);
  const choice = fc.tuple(jump, fc.constantFrom<Answer>('granted', 'refused', 'withdrawn'));
  fc.assert(
    fc.property(fc.array(choice, { minLength: 1, maxLength: 8 }), (choices) => {
      let history: readonly Decision[] = [];
      for (const [clock, next] of choices) {
        history = decideAt(clock, history, next);
        expect(standingAt(clock, history)).toBe(next === 'granted' ? 'allowed' : 'refused');
      }
    }),
  );
});

test('R13 no grant holds longer than its life by any clock that goes on from there', () => {
  const clocks = fc.tuple(
    fc.integer({ min: -4000, max: 4000 }),
    fc.integer({ min: -4000, max: 4000 }),
  );
  fc.assert(
    fc.property(clocks, ([given_, later]) => {
      const history = decideAt(now + given_ * day, [], 'granted');
      const age = later - given_;

      expect(standingAt(now + later * day, history)).toBe(
        age >= 182 || age < 0 ? 'open' : 'allowed',
      );
    }),
  );
});

test('R52 a refusal is not lost when the clock is put back, and a withdrawal not when it is put right', () => {
  const ahead = decideAt(now + 900 * day, [], 'refused');
  const behind = decideAt(now - 30 * day, decideAt(now, [], 'granted'), 'withdrawn');

  expect(standingAt(now, ahead)).toBe('refused');
  expect(standingAt(now - 30 * day, behind)).toBe('refused');
  expect(standingAt(now, behind)).toBe('refused');
});
