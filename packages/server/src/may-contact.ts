import { isAllowing, type State } from '@sluis/schema';
import { Failure } from './errors.js';
import type { ContactRules } from './server-options.js';

/** Why somebody may not be written to, apart from how often they were. */
export type Bar = 'no-consent' | 'refused' | 'restricted';

/** The rule for a message of this kind on this channel. @throws {Failure} `purpose` for one that is not known */
export function ruleFor(
  { channels, kinds }: ContactRules,
  channel: string,
  kind: string,
): { readonly purpose?: string; readonly counted: boolean } {
  const way = Object.hasOwn(channels, channel) ? channels[channel] : undefined;
  const what = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  if (!way || !what) throw new Failure('purpose');
  return { counted: what.counted, ...(what.needsPurpose && { purpose: way.purpose }) };
}

/** What stands in the way, if anything: a restriction, a no, or that nobody has said yes (PROMISES S11). */
export function barTo(purpose: string | undefined, state: State): Bar | undefined {
  if (purpose === undefined) return undefined;
  if (state[`!${purpose}`]?.answer === 'restricted') return 'restricted';
  const said = state[purpose];
  if (!said) return 'no-consent';
  return isAllowing(said.answer) ? undefined : 'refused';
}
