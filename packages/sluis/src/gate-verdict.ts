import { strictest, type Situation, type Verdict } from '@sluis/consent';
import type { Page } from './page.js';

/**
 * What the gate goes by. In strict mode a page lets nothing pass that did not pass as it began, since
 * its policy cannot be lifted; what was refused since then counts at once.
 */
export function gateVerdict(
  { begun, situation }: Page,
  ask: (situation: Situation) => Verdict,
): Verdict {
  const now = ask(situation());
  return begun ? strictest([ask(begun), now]) : now;
}
