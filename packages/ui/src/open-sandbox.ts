const own = 'allow-same-origin';

/** What the site wrote, meanwhile: whoever shows something in the frame in that moment goes by this. */
const asWritten = 'data-sluis-sandbox';

/**
 * Makes the blank page of a sandboxed frame one that can be drawn in. A browser reads the attribute when
 * a frame goes somewhere, so it says what the site wrote again before anything else is shown there.
 */
export function openSandbox(frame: HTMLIFrameElement): void {
  const { sandbox } = frame;
  if (!frame.hasAttribute('sandbox') || sandbox.contains(own)) return; // something else keeps us out
  const written = sandbox.value;
  frame.setAttribute(asWritten, written);
  sandbox.add(own);
  frame.addEventListener(
    'load',
    () => {
      sandbox.value = written;
      frame.removeAttribute(asWritten);
    },
    { once: true },
  );
  frame.contentWindow?.location.replace('about:blank');
}
