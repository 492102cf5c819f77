import { refusesService } from '@sluis/consent';
import type { ConsentPort } from '@sluis/ui';
import { attempt } from './attempt.js';
import { dropRefusal, keepRefusal } from './kept-refusal.js';
import { mayGrant } from './may-grant.js';
import type { Office } from './office.js';
import type { Page } from './page.js';
import type { Rooms } from './rooms.js';

/** What the surfaces share. */
export interface Around {
  readonly language: string;
  cleanedUp(): string;
  open(): Promise<void>;
  /** Shows the banner again where a press on it came to nothing. */
  askAgain(): void;
}

/** What a surface sees of the page. */
export function surfacePort(
  page: Page,
  rooms: Rooms,
  office: () => Promise<Office>,
  { askAgain, ...around }: Around,
): ConsentPort {
  /** What the office says; nothing when it does not come. */
  const ask = <T>(question: (office: Office) => Promise<T>): Promise<T | undefined> =>
    attempt(page, 'office', office().then(question));
  return {
    ...around,
    policy: page.policy,
    standing: page.standing,
    isSignalled: (id) => !!page.situation().signal && !!page.find(id)?.sharing,
    isRestricted: (id) => page.situation().state[`!${id}`]?.answer === 'restricted',
    isRefused: (id) => refusesService(id, page.policy, page.situation().state),
    isAnswered: page.isAnswered,
    isIdentified: () => page.identified,
    takesRequests: () => page.identified && !!page.policy.backend,
    prepare: () => void ask(async () => {}),
    async decide(answers, method) {
      const may = mayGrant(); // at the press, however late the office comes
      if (method === 'banner' && !Object.values(answers).some(Boolean)) keepRefusal(page);
      const isRecorded = await ask((room) => {
        dropRefusal();
        return room.save(answers, may, method);
      });
      if (method === 'banner') askAgain();
      return !!isRecorded;
    },
    request: (asked) =>
      attempt(
        page,
        'rights',
        rooms.rights().then((room) => room.request(page, asked)),
      ),
    requests: () =>
      attempt(
        page,
        'rights',
        rooms.rights().then((room) => room.requests(page)),
      ),
    history: async () => (await ask((room) => room.history())) ?? [],
    receipt: () => ask((room) => room.receipt()),
    changes: async () => (await ask((room) => room.changes())) ?? [],
    async device() {
      const found = rooms.cleanUp().then(({ onDevice }) => onDevice(page.policy));
      return (await attempt(page, 'clean-up', found)) ?? [];
    },
    onChange(callback) {
      // The history has an answer a moment after it counts.
      const stops = (['change', 'decision', 'cleanup'] as const).map((event) =>
        page.on(event, callback),
      );
      return () => stops.forEach((stop) => stop());
    },
  };
}
