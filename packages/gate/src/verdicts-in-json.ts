import type { Ask, Keeper } from './keeper.js';
import type { Verdict } from './judge.js';

/** A condition of speculation rules that only links of the site fulfil. */
const ownPath = /"href_matches":"\/(?!\/)/;

/** The verdicts on the addresses in speculation rules and web bundles. */
export function verdictsInJson(text: string, ask: Keeper['ask'], anywhere: Ask): Verdict[] {
  const found: Verdict[] = [];
  try {
    JSON.parse(text, (key, value) => {
      if (/^(urls|source|resources)$/.test(key))
        found.push(...[value].flat().map((one) => ask(one)));
      const { source, where } = Object(value);
      if ((where || source === 'document') && !ownPath.test(JSON.stringify(where ?? '')))
        found.push(anywhere()); // rules about links follow them to any host
      return value;
    });
  } catch {
    // The browser does not read it either.
  }
  return found;
}
