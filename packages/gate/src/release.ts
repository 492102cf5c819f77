import { createCleanFrame } from './release/clean-frame.js';
import { createFraming } from './release/framing.js';
import { releaseWaiting } from './release/release-waiting.js';
import { createShowing } from './release/showing.js';
import { stopFonts } from './release/stop-fonts.js';
import { stopShowing } from './release/stop-showing.js';
import type { Keeper, Realm } from './keeper.js';
import { addresses, waiting } from './parking.js';
import type { createParking } from './parking.js';
import type { Queue } from './queue.js';
import { releaseAfterPaint } from './release-after-paint.js';
import type { Refused } from './refusals.js';
import type { ShowPolicy, ShowRules } from './show-policy.js';

/** What the gate holds, and what it takes to give it back. */
export interface Held
  extends
    Omit<Keeper, 'refused' | 'aim'>,
    ReturnType<typeof createParking>,
    Pick<Queue, 'waiting' | 'finish'> {
  readonly realm: Realm;
  readonly policy: ShowPolicy;
  /** What may be shown now. */
  show(): ShowRules | undefined;
  readonly refused: Refused;
  /** The page and its blank frames. */
  readonly documents: ReadonlySet<Document>;
  /** A blank page of the site's own. */
  readonly blank: string;
}

export interface Release {
  /** Ends what is on show and does not pass any more. */
  stop(): void;
  /** Gives back everything that passes by now. */
  all(): void;
  /**
   * Gives back what passes of one element.
   * @param again was it set anew, rather than found where it was parked?
   */
  revive(element: Element, again?: boolean): void;
  /** Sends again what the policy refused and what passes by now. */
  show(): void;
  /** Sends a frame of the page somewhere, past the policy of the page. */
  aim(frame: Element | null, address: unknown, run: () => unknown): unknown;
}

/** A page in a frame that has no host of its own has the policy of its page, so it goes into `frame.html`. */
function inherits({ localName }: Element, address: string): boolean {
  return localName === 'iframe' && /^(data|blob):/.test(address);
}

/** Gives back in the running page what the gate held and what passes by now, each thing once. */
export function openRelease(held: Held): Release {
  const { realm, policy, trusted, route, verdictOf, read, write, remove } = held;
  const showing = createShowing(held, createCleanFrame(realm, held.blank));
  const { aim } = createFraming(held);

  /** Out of the parser's hands a script would run whenever it comes: keep the order of the page. */
  const wake = (script: Element, type: string | null): void => {
    if (read(script, 'async') === null) Object.assign(script, { async: false });
    if (type !== null) write(script, 'type', type);
    remove(script, `${waiting}type`);
  };

  const restore = (element: Element, name: string, value: string): void => {
    const { localName, parentNode, nextSibling } = element;
    const isScript = localName === 'script';
    remove(element, waiting + name);
    if (isScript) wake(element, name === 'type' ? value : read(element, `${waiting}type`));
    if (name === 'type') parentNode?.insertBefore(element, nextSibling);
    else {
      const to = String(route(value, isScript));
      write(element, name, isScript ? trusted('createScriptURL', to) : to);
    }
  };

  const revive = (element: Element, again = false): void => {
    for (const name of [...addresses, 'type']) {
      const value = read(element, waiting + name);
      if (value === null || verdictOf(element, name, value) !== 'pass') continue;
      if (policy.blocks(element, String(route(value))) || inherits(element, value))
        showing.show(element, name, value, again);
      else if (name !== 'type' || read(element, `${waiting}src`) === null)
        restore(element, name, value);
    }
    if (element.localName === 'source')
      (element.parentNode as Partial<HTMLMediaElement> | null)?.load?.();
  };

  const work = function* (): Generator<void> {
    yield* releaseWaiting(held);
    for (const element of held.parked(held.documents)) yield revive(element);
    yield showing.refused();
    held.template();
  };

  return {
    stop() {
      policy.hold(held.show());
      stopShowing(held);
      stopFonts(held);
    },
    all() {
      // Before anything else goes on: what is relative is relative to it.
      for (const base of held.parked(held.documents)) if (base.localName === 'base') revive(base);
      releaseAfterPaint(realm, work);
    },
    revive,
    show: () => void realm.setTimeout(showing.refused),
    aim,
  };
}
