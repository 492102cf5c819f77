import { fingerprint, type Answer, type Said, type State } from '@sluis/schema';

/** What is known at once, before any database opens: where each purpose stands, and what is unsettled. */
export interface Mirror {
  /**
   * Fingerprint of the configuration that was validated when this was written. While it is the same
   * the page need not validate again.
   */
  readonly config: string;
  readonly state: State;
  /** See `unsettled.ts`; empty when record and server have everything. */
  readonly unsettled?: string;
}

const answers: { readonly [letter: string]: Answer } = {
  g: 'granted',
  r: 'refused',
  w: 'withdrawn',
  o: 'objected',
  u: 'unobjected',
  s: 'restricted',
  l: 'unrestricted',
};

const version = '1';

/**
 * Only characters that a cookie carries unquoted: version, configuration, the unsettled decision, then
 * one part per purpose (`id.letter.terms.time`, and the order where a clock had gone wrong), and a
 * check over all of it.
 */
export function writeMirrorText({ config, state, unsettled = '' }: Mirror): string {
  const letterOf = Object.fromEntries(
    Object.entries(answers).map(([letter, one]) => [one, letter]),
  );
  const said = Object.entries(state).map(([purpose, { answer, terms, at, order }]) =>
    [
      purpose,
      letterOf[answer],
      terms,
      at.toString(36),
      ...(order === at ? [] : [order.toString(36)]),
    ].join('.'),
  );
  const text = [version, config, unsettled, ...said].join('~');
  return `${text}~${fingerprint(text)}`;
}

function readSaid(part: string): [string, Said][] {
  const [purpose = '', letter = '', terms = '', time = '', order = time] = part.split('.');
  const answer = answers[letter];
  const at = parseInt(time, 36);
  return answer ? [[purpose, { answer, terms, at, order: parseInt(order, 36) }]] : [];
}

/**
 * Nothing, when there is none, when it was cut or changed, or when a version wrote it that this one
 * does not know: that counts as no answer, so what is held stays held. IndexedDB then has its say.
 */
export function readMirrorText(text: string | undefined): Mirror | undefined {
  if (!text) return undefined;
  const end = text.lastIndexOf('~');
  const [found, config = '', unsettled = '', ...said] = text.slice(0, end).split('~');
  if (found !== version || fingerprint(text.slice(0, end)) !== text.slice(end + 1))
    return undefined;
  return {
    config,
    state: Object.fromEntries(said.flatMap(readSaid)),
    unsettled,
  };
}
