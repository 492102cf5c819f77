import type { Judge, Verdict } from './judge.js';
import type { Keeper } from './keeper.js';

/** What is shown, not run: nobody looks into it. */
const shown = /^data:(image\/(?!svg)|video|audio|font)/i;

/** An address in code or markup: after a quote, a bracket or an equals sign. */
const written = /["'`(=]\s*((?:https?:|wss?:)?[\\/]{2}[^\s"'`)>]+)/gi;

/** Addresses in style text. Only these words make CSS fetch. */
const styled = /((?:(?:url|src|image-set)\(\s*|@import\s+)["']?|,\s*["'])((?:https?:)?[\\/]{2}[^\s"')]+)/gi;

/** A data address that no browser fetches, and that a release can take away again. */
const inert = 'data:x-sluis,';

function strictest(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('drop')) return 'drop';
  return verdicts.includes('hold') ? 'hold' : 'pass';
}

type Verdicts = Pick<Keeper, 'ask' | 'askText' | 'askCode' | 'css'> & {
  /** Takes `css` back for what passes by now. */
  plain(text: string): string;
};

/** Turns addresses into hosts, and asks the judge about them. */
export function createVerdicts(realm: Window & typeof globalThis, judge: Judge, firstParty: (host: string) => boolean): Verdicts {
  const { document, URL, XMLHttpRequest } = realm;

  const ask = (address: unknown): Verdict => {
    try {
      const { protocol, hostname, pathname } = new URL(String(address), document.baseURI);
      return !/^(http|ws)/.test(protocol) || firstParty(hostname) ? 'pass' : judge.host(hostname, pathname);
    } catch {
      return 'pass';
    }
  };

  const askText = (text: string): Verdict =>
    strictest([...text.matchAll(written)].map((match) => ask(match[1])));

  /** Only a synchronous request can read a blob before the browser runs it. */
  const read = (address: string): string => {
    const request = new XMLHttpRequest();
    request.open('GET', address, false);
    request.send();
    return /html|xml|script|css/.test(request.getResponseHeader('content-type') ?? '') || !request.getResponseHeader('content-type') ? request.responseText : '';
  };

  const askCode = (address: unknown): Verdict => {
    const text = String(address);
    try {
      return /^\s*(data|blob):/i.test(text) && !shown.test(text) ? askText(read(text)) : ask(text);
    } catch {
      return judge.host('', '');
    }
  };

  return {
    ask,
    askText,
    askCode,
    css: (text) =>
      text.replace(styled, (all, before, address) =>
        ask(address) === 'pass' ? all : before + inert + address,
      ),
    plain: (text) =>
      text.replaceAll(/data:x-sluis,([^\s"')]+)/g, (all, address) => (ask(address) === 'pass' ? address : all)),
  };
}
