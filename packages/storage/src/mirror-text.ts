import { fingerprint, type Answer, type Method, type Said, type State } from '@sluis/schema';

/** A decision of which the record or the server does not know yet: enough to make it again. */
export interface Unsettled {
  readonly id: string;
  readonly method: Method;
  readonly language: string;
}

/** What is known at once, before any database opens: where each purpose stands, and what is unsettled. */
export interface Mirror {
  /**
   * Fingerprint of the configuration that was validated when this was written. While it is the same
   * the page need not validate again.
   */
  readonly config: string;
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
 * Only characters that a cookie carries unquoted: version, configuration, the unsettled decision, then
 * one part per purpose (`id.letter.terms.time`), and a check over all of it.
 */
export function writeMirrorText({ config, state, unsettled }: Mirror): string {
  const open = unsettled ? [unsettled.id, unsettled.method, unsettled.language].join('.') : '';
  const said = Object.entries(state).map(([purpose, { answer, terms, at }]) =>
    [purpose, letters[answer], terms, at.toString(36)].join('.'),
  );
  const text = [version, config, open, ...said].join('~');
  return `${text}~${fingerprint(text)}`;
}

function readSaid(part: string): [string, Said][] {
  const [purpose = '', letter, terms = '', time = ''] = part.split('.');
  const answer = answers.get(letter);
  return answer ? [[purpose, { answer, terms, at: parseInt(time, 36) }]] : [];
}

function readUnsettled(part: string): Unsettled | undefined {
  const [id, word, language] = part.split('.');
  const method = methods.find((one) => one === word);
  return id && method && language ? { id, method, language } : undefined;
}

/**
 * Nothing, when there is none, when it was cut or changed, or when a version wrote it that this one
 * does not know: that counts as no answer, so what is held stays held. IndexedDB then has its say.
 */
export function readMirrorText(text: string | undefined): Mirror | undefined {
  if (!text) return undefined;
  const end = text.lastIndexOf('~');
  const [found, config = '', open = '', ...said] = text.slice(0, end).split('~');
  if (found !== version || fingerprint(text.slice(0, end)) !== text.slice(end + 1))
    return undefined;
  return {
    config,
    state: Object.fromEntries(said.flatMap(readSaid)),
    unsettled: readUnsettled(open),
  };
}
