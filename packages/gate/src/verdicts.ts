import type { Judge, Verdict } from './judge.js';
import type { Keeper, Realm } from './keeper.js';

/** What is run, or may hold what is run. A blob or data address of another type is only shown. */
const code = /html|xml|script|css|^$/;

/** An address in code or markup: after a quote, a bracket or an equals sign. */
const written = /["'`(=]\s*((https?:|wss?:)?[\\/]{2}[^\s"'`)>]+)/gi;

/** A drop weighs more than a hold, and a hold more than a pass. */
export function strictest(verdicts: readonly Verdict[]): Verdict {
  return verdicts.find((one) => one === 'drop') ?? verdicts.find((one) => one === 'hold') ?? 'pass';
}

type Verdicts = Pick<Keeper, 'ask' | 'askText' | 'askCode'>;

/** Turns addresses into hosts, and asks the judge about them. */
export function createVerdicts(
  { document, XMLHttpRequest }: Realm,
  judge: Judge,
  firstParty: (host: string) => boolean,
): Verdicts {
  const ask: Keeper['ask'] = (address, base = document.baseURI) => {
    try {
      const { protocol, hostname, pathname } = new URL(String(address), base);
      return !/^(http|ws)/.test(protocol) || firstParty(hostname)
        ? 'pass'
        : judge.host(hostname, pathname);
    } catch {
      return 'pass';
    }
  };

  const askText = (text: string): Verdict =>
    strictest([...text.matchAll(written)].map((match) => ask(match[1])));

  return {
    ask,
    askText,
    askCode(address, base) {
      if (!/^\s*(data|blob):/i.test(String(address))) return ask(address, base);
      try {
        // Only a synchronous request can read a blob before the browser runs it.
        const request = new XMLHttpRequest();
        request.open('GET', String(address), false);
        request.send();
        return code.test(request.getResponseHeader('content-type') ?? '')
          ? askText(request.responseText)
          : 'pass';
      } catch {
        return judge.host('', '');
      }
    },
  };
}
