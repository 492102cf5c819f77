import { allSwitches, servicePlace, type Answers, type Change } from '@sluis/consent';
import type { Decision, Method, Purpose } from '@sluis/schema';
import type { ConsentPort, Filed, Kept } from './consent-port.js';
import { acceptanceOf, noMarketing, chosenIn, draftOf, everyService } from './draft.js';
import { fill } from './fill.js';
import type { Messages, Right } from './messages.js';

/** All that preferences and opt-out page draw from: what stands, what the visitor is changing, what was said. */
export interface PanelView {
  readonly port: ConsentPort;
  readonly messages: Messages;
  /** May each purpose go on, and each service of it (`@` and its id), as it is on screen now? */
  readonly draft: Answers;
  /** What has changed since the last answer. */
  readonly changes: readonly Change[];
  /** What is on the device; nothing until it was asked for. */
  readonly device?: readonly Kept[];
  /** Newest first. */
  readonly past: readonly Decision[];
  /** What became of each request of this person, in a sentence. */
  readonly requests: readonly string[];
  /** What the visitor has written to go with the next one. */
  readonly words: string;
  write(words: string): void;
  /** The sentence in the live region. */
  readonly status: string;
  change(purpose: Purpose, allowed: boolean): void;
  changeService(purpose: Purpose, service: string, allowed: boolean): void;
  /** At once, apart from what else is on screen (GDPR art. 18). */
  restrict(purpose: Purpose, restricted: boolean): void;
  request(right: Right, purpose?: string): void;
  look(): void;
  remove(kept: Kept): void;
  say(sentence: string): void;
  /** @param byPerson without a person behind it, only what grants nothing is saved */
  save(byPerson: boolean): void;
  acceptAll(): void;
  refuseAll(): void;
  refuseMarketing(): void;
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

function sentenceOf(
  { number, right, answerBy }: Filed,
  language: string,
  messages: Messages,
): string {
  const date = new Date(answerBy).toLocaleDateString(language, {
    dateStyle: 'long',
    timeZone: 'UTC',
  });
  return `${messages.rights[right]}. ${fill(messages.requested, { number, date })}`;
}

/**
 * Follows the port, and keeps what the visitor has changed but not yet saved.
 * @returns the way to stop
 */
// eslint-disable-next-line max-lines-per-function -- one closure over what is on screen
export function startPanel({ port, messages, method, draw, saved }: PanelOptions): () => void {
  let edits: Answers = {};
  let past: readonly Decision[] = [];
  let changes: readonly Change[] = [];
  let device: readonly Kept[] | undefined;
  let filed: readonly Filed[] = [];
  let knowsFiled = false;
  let lost = '';
  let words = '';
  let status = '';

  const grantsMore = (): boolean =>
    port.policy.purposes.some(({ id, control }) => control === 'switch' && edits[id]) ||
    port.policy.services.some(({ id }) => edits[servicePlace(id)]);

  const ask = async (answers: Answers): Promise<boolean> => {
    say('');
    const isSaved = await port.decide(answers, method);
    say(isSaved ? messages.saved : messages.notSaved);
    return isSaved;
  };

  const decide = async (answers: Answers): Promise<void> => {
    if (!(await ask(answers))) return;
    edits = {};
    show();
    saved?.();
  };

  const change = (more: Answers): void => {
    edits = { ...edits, ...more };
    show();
  };

  function say(sentence: string): void {
    status = sentence;
    show();
  }

  const look = async (): Promise<void> => {
    device = await port.device();
    show();
  };

  const remove = async ({ name, remove: erase }: Kept): Promise<void> => {
    say('');
    const sentence = (await erase()) ? messages.removed : messages.notRemoved;
    await look();
    say(fill(sentence, { name }));
  };

  const request = async (right: Right, purpose?: string): Promise<void> => {
    say('');
    const one = await port.request({ right, purpose, text: words.trim() });
    lost = one ? '' : fill(messages.notRequested, { contact: port.policy.controller.contact });
    if (one) {
      filed = [...filed, one];
      words = '';
    }
    say(one ? sentenceOf(one, port.language, messages) : lost);
  };

  /** Once per sign-in, since the server has to be asked. */
  const readFiled = async (): Promise<void> => {
    const isAsking = method === 'opt-out' && port.takesRequests() && !knowsFiled;
    knowsFiled = port.takesRequests();
    const before = isAsking ? ((await port.requests()) ?? []) : [];
    const isNew = ({ number }: Filed): boolean => !before.some((one) => one.number === number);
    filed = port.takesRequests() ? [...before, ...filed.filter(isNew)] : [];
    show();
  };

  function show(): void {
    const draft = draftOf(port, edits);
    draw({
      port,
      messages,
      draft,
      past,
      changes,
      ...(device && { device }),
      requests: [...filed.map((one) => sentenceOf(one, port.language, messages)), lost].filter(
        Boolean,
      ),
      words,
      write: (more) => (words = more),
      status,
      say,
      change: (purpose, allowed) =>
        change({ ...(allowed && everyService(purpose, true)), [purpose.id]: allowed }),
      // One service of a purpose that was off: that purpose, and none of its other services.
      changeService: (purpose, service, allowed) =>
        change({
          ...(allowed &&
            !draft[purpose.id] && { ...everyService(purpose, false), [purpose.id]: true }),
          [servicePlace(service)]: allowed,
        }),
      restrict: ({ id }, restricted) => void ask({ [id]: restricted ? 'restrict' : 'lift' }),
      request: (right, purpose) => void request(right, purpose),
      look: () => void look(),
      remove: (kept) => void remove(kept),
      save: (byPerson) => {
        if (byPerson || !grantsMore()) void decide(chosenIn(port, draft, edits));
      },
      acceptAll: () => void decide(acceptanceOf(port)),
      refuseAll: () => void decide(allSwitches(port.policy, false)),
      refuseMarketing: () => void decide(noMarketing(port)),
    });
  }

  const readPast = async (): Promise<void> => {
    const [history, news] = await Promise.all([port.history(), port.changes()]);
    past = [...history].reverse();
    changes = news;
    show();
  };

  const stop = port.onChange(() => {
    show();
    void readPast();
    void readFiled();
    if (device) void look();
  });
  show();
  void readPast();
  void readFiled();
  return stop;
}
