import type { EmbedPort } from './embed-port.js';
import { fillEmbed } from './fill-embed.js';
import type { Messages } from './messages.js';
import { openSandbox } from './open-sandbox.js';
import { drawPlaceholder, waiting } from './placeholder.js';

/** Smaller than this, in CSS pixels, nobody is to see it: a pixel of a tracker. */
const smallest = 64;

const followed = new WeakSet<Element>();

function isSeen(frame: HTMLElement): boolean {
  const { width, height } = frame.getBoundingClientRect();
  return width >= smallest && height >= smallest;
}

/** Its document, while nothing is shown in it. */
function blankDocument(frame: HTMLIFrameElement): Document | undefined {
  const inside = frame.contentDocument;
  return inside?.URL === 'about:blank' ? inside : undefined;
}

function follow(frame: HTMLIFrameElement, port: EmbedPort, messages: Messages): void {
  const draw = (): void => {
    const address = frame.getAttribute(waiting);
    const inside = blankDocument(frame);
    if (!address || !isSeen(frame)) return;
    if (inside?.body) drawPlaceholder({ frame, address }, inside, port, messages);
    else if (!frame.contentDocument) openSandbox(frame);
  };
  if (followed.has(frame)) return draw();
  followed.add(frame);
  frame.addEventListener('load', draw); // blank again after a withdrawal
  draw();
  new ResizeObserver(() => blankDocument(frame)?.querySelector('[data-sluis]') || draw()).observe(
    frame,
  );
}

/**
 * Every held frame in the page that can be seen says who would get what, and lets the visitor show it.
 * @param held gives those frames
 */
export function placeEmbeds(
  port: EmbedPort,
  messages: Messages,
  held: () => readonly HTMLIFrameElement[],
): void {
  for (const element of document.querySelectorAll('sluis-embed')) fillEmbed(element);
  for (const frame of held()) follow(frame, port, messages);
}
