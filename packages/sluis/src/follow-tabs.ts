/** What the tabs of a site tell each other: read the mirrors again, or that the person has signed out. */
export type TabNews = 'changed' | 'signed-out';

/**
 * BroadcastChannel reaches open tabs; one that comes back from the back/forward cache has missed the
 * news and reads again.
 */
export function followTabs(hear: (news: TabNews) => void): (news: TabNews) => void {
  addEventListener('pageshow', (event) => event.persisted && hear('changed'));
  if (!('BroadcastChannel' in window)) return () => {};
  const channel = new BroadcastChannel('sluis');
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (data === 'changed' || data === 'signed-out') hear(data);
  });
  return (news) => channel.postMessage(news);
}
