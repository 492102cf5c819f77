import { allSwitches, type Answers } from '@sluis/consent';
import type { Decision, Method } from '@sluis/schema';
import type { ConsentPort } from './consent-port.js';
import type { Messages } from './messages.js';

/** All that preferences and opt-out page draw from: what stands, what the visitor is changing, what was said. */
export interface PanelView {
  readonly port: ConsentPort;
  readonly messages: Messages;
  /** May each purpose go on, as it is on screen now? */
  readonly draft: Answers;
  /** Newest first. */
  readonly past: readonly Decision[];
  /** The sentence in the live region. */
  readonly status: string;
  change(purpose: string, allowed: boolean): void;
  say(sentence: string): void;
  /** @param byPerson without a person behind it, only what grants nothing is saved */
  save(byPerson: boolean): void;
  acceptAll(): void;
  refuseAll(): void;
}

export interface PanelOptions {
  readonly port: ConsentPort;
  readonly messages: Messages;
  readonly method: Method;
  /** Draws anew, at once and after every change. */
  readonly draw: (view: PanelView) => void;
  /** Runs once the record has a decision. */
  readonly saved?: () => void;
}

/**
 * Follows the port, and keeps what the visitor has changed but not yet saved.
 * @returns the way to stop
 */
export function startPanel({ port, messages, method, draw, saved }: PanelOptions): () => void {
  let edits: Answers = {};
  let past: readonly Decision[] = [];
  let status = '';

  const draftOf = (): Answers =>
    Object.fromEntries(
      port.policy.purposes.map(({ id }) => [id, edits[id] ?? port.standing(id) === 'allowed']),
    );

  /** What the browser's signal holds nobody has chosen. */
  const chosen = (): Answers =>
    Object.fromEntries(Object.entries(draftOf()).filter(([id]) => !port.isSignalled(id)));

  const grantsMore = (): boolean =>
    port.policy.purposes.some(({ id, control }) => control === 'switch' && edits[id]);

  const decide = async (answers: Answers): Promise<void> => {
    say('');
    const isSaved = await port.decide(answers, method);
    if (isSaved) edits = {};
    say(isSaved ? messages.saved : messages.notSaved);
    if (isSaved) saved?.();
  };

  function say(sentence: string): void {
    status = sentence;
    show();
  }

  function show(): void {
    draw({
      port,
      messages,
      draft: draftOf(),
      past,
      status,
      say,
      change: (purpose, allowed) => {
        edits = { ...edits, [purpose]: allowed };
        show();
      },
      save: (byPerson) => {
        if (byPerson || !grantsMore()) void decide(chosen());
      },
      acceptAll: () => void decide(allSwitches(port.policy, true)),
      refuseAll: () => void decide(allSwitches(port.policy, false)),
    });
  }

  const readPast = async (): Promise<void> => {
    past = [...(await port.history())].reverse();
    show();
  };

  const stop = port.onChange(() => {
    show();
    void readPast();
  });
  show();
  void readPast();
  return stop;
}
