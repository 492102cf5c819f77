import type { Held } from '../release.js';
import { waiting } from '../parking.js';

/** What goes on asking by itself once it is there, and the attribute that says whom. */
const lasting = {
  src: 'iframe, frame, embed, video, audio, source, img[loading=lazy]',
  data: 'object',
  ping: 'a, area',
  href: 'base',
} as const;

/** Parks what is on show and does not pass any more, as if it had only just been set. */
export function stopShowing({ documents, read, guard, verdictOf }: Held): void {
  for (const one of documents)
    for (const [name, elements] of Object.entries(lasting))
      for (const element of one.querySelectorAll(elements)) {
        if (read(element, name) === null) continue;
        const address = read(element, waiting + name) ?? read(element, name) ?? '';
        if (verdictOf(element, name, address) === 'pass') continue;
        guard(element, name, address);
        // Without this a player goes on with what it had.
        const player = (element.closest('video, audio') ?? {}) as Partial<HTMLMediaElement>;
        player.load?.();
      }
}
