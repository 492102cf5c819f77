import { fingerprint, SluisError, type Answer, type Method, type Said, type State } from '@sluis/schema';

/** A decision of which the record or the server does not know yet: enough to make it again. */
export interface Unsettled {
  readonly id: string;
  readonly method: Method;
  readonly language: string;
}

/** What is known at once, before any database opens: where each purpose stands, and what is unsettled. */
export interface Mirror {
  readonly state: State;
  readonly unsettled?: Unsettled;
}

const letters: { readonly [answer in Answer]: string } = {
  granted: 'g',
  refused: 'r',
  withdrawn: 'w',
  objected: 'o',
  unobjected: 'u',
};

const answers = new Map<string | undefined, Answer>();
for (const answer of Object.keys(letters) as Answer[]) answers.set(letters[answer], answer);

const methods = ['banner', 'preferences', 'opt-out', 'gpc', 'api', 'desk', 'mail'] as const;

const version = '1';

/**
 * Only characters that a cookie carries unquoted: version, the unsettled decision, then one part per
 * purpose (`id.letter.terms.time`), and a check over all of it.
 */
export function writeMirrorText({ state, unsettled }: Mirror): string {
  const open = unsettled ? [unsettled.id, unsettled.method, unsettled.language].join('.') : '';
  const said = Object.entries(state).map(([purpose, { answer, terms, at }]) =>
    [purpose, letters[answer], terms, at.toString(36)].join('.'),
  );
  const text = [version, open, ...said].join('~');
  return `${text}~${fingerprint(text)}`;
}

function readSaid(part: string): [string, Said] {
  const [purpose = '', letter, terms = '', time = ''] = part.split('.');
  const answer = answers.get(letter);
  const at = parseInt(time, 36);
  if (!purpose || !answer || !(at >= 0)) throw new SluisError('S03', 'mirror', part);
  return [purpose, { answer, terms, at }];
}

function readUnsettled(part: string): Unsettled | undefined {
  const [id, word, language] = part.split('.');
  const method = methods.find((one) => one === word);
  return id && method && language ? { id, method, language } : undefined;
}

/**
 * @throws {SluisError} S03 when it was cut, changed, or written by a version that this one does not
 * know. The caller counts it as no answer: held.
 */
export function readMirrorText(text: string): Mirror {
  const end = text.lastIndexOf('~');
  const [found, open = '', ...said] = text.slice(0, end).split('~');
  if (found !== version || fingerprint(text.slice(0, end)) !== text.slice(end + 1)) {
    throw new SluisError('S03', 'mirror', text);
  }
  return { state: Object.fromEntries(said.map(readSaid)), unsettled: readUnsettled(open) };
}
