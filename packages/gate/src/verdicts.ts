import type { Judge, Verdict } from './judge.js';
import type { Keeper, Realm } from './keeper.js';
import { verdictsInJson } from './verdicts-in-json.js';

/** What is run, or may hold what is run. A blob or data address of another type is only shown. */
const code = /html|xml|script|css|^$/;

/** An address in code or markup: after a quote, a bracket or an equals sign. */
const written = /["'`(=]\s*((https?:|wss?:)?[\\/]{2}[^\s"'`)>]+)/gi;

/** A drop weighs more than a hold, and a hold more than a pass. */
export function strictest(verdicts: readonly Verdict[]): Verdict {
  return verdicts.find((one) => one === 'drop') ?? verdicts.find((one) => one === 'hold') ?? 'pass';
}

type Verdicts = Pick<
  Keeper,
  'ask' | 'askText' | 'askJson' | 'askCode' | 'textOf' | 'htmlOf' | 'isOther'
>;

/** Turns addresses into hosts, and asks the judge about them. */
export function createVerdicts(
  { XMLHttpRequest }: Pick<Realm, 'XMLHttpRequest'>,
  judge: Pick<Judge, 'host'>,
  firstParty: (host: string) => boolean,
  pageBase: Keeper['base'],
): Verdicts {
  /** The address, when it is at another party. */
  const other = (address: unknown, base = pageBase()): URL | undefined => {
    try {
      const url = new URL(String(address), base);
      return /^(http|ws)/.test(url.protocol) && !firstParty(url.hostname) ? url : undefined;
    } catch {
      return undefined;
    }
  };
  const ask: Keeper['ask'] = (address, base) => {
    const url = other(address, base);
    return url ? judge.host(url.hostname, url.pathname) : 'pass';
  };

  const askText = (text: string): Verdict =>
    strictest([...text.matchAll(written)].map((match) => ask(match[1])));

  /** Only a synchronous request can read a blob before the browser runs it. */
  const readCode = (address: unknown): { type: string; text: string | null } | undefined => {
    const scheme = /^[^!-~]*(data|blob|javascript):/i.exec(String(address))?.[1]?.toLowerCase();
    if (!scheme) return undefined;
    try {
      if (scheme === 'javascript') {
        // What such a page shows is held by the policy; a script in it would be held by nothing.
        const text = decodeURIComponent(String(address));
        return /<script/i.test(text) ? { type: scheme, text } : undefined;
      }
      const request = new XMLHttpRequest();
      request.open('GET', String(address), false);
      request.send();
      return { type: request.getResponseHeader('content-type') ?? '', text: request.responseText };
    } catch {
      return { type: '', text: null };
    }
  };

  return {
    ask,
    askText,
    askJson: (text) => strictest(verdictsInJson(text, ask, () => judge.host('', ''))),
    isOther: (address) => !!other(address),
    textOf: (address) => readCode(address)?.text,
    htmlOf(address) {
      const { type, text } = readCode(address) ?? {};
      return type !== undefined && /html|^$/.test(type) ? (text ?? undefined) : undefined;
    },
    askCode(address, base) {
      const read = readCode(address);
      if (!read) return ask(address, base);
      if (read.text === null) return judge.host('', '');
      return code.test(read.type) ? askText(read.text) : 'pass';
    },
  };
}
