/**
 * The event that a call into a vendor's queue names, if it is one: `gtag('event', name)`,
 * `fbq('track', name)`, `fbq('trackSingle', id, name)`, `_paq.push(['trackEvent', category, name])`
 * and its other `track...` commands by their own name, `uetq.push('event', name)`, and the tag
 * manager's `{ event: name }`. Set-up is none, nor what a tag manager tells itself (`gtm.js`).
 */
export function eventIn(call: unknown): string | undefined {
  const { event, length } = Object(call);
  if (typeof length !== 'number')
    return typeof event === 'string' && !event.startsWith('gtm.') ? event : undefined;
  const [verb, first, second] = Array.from(Object(call), String);
  if (!verb) return undefined;
  if (/^(event|track|trackCustom)$/.test(verb)) return first;
  if (/^(trackEvent|trackSingle|trackSingleCustom)$/.test(verb)) return second;
  return verb.startsWith('track') ? verb : undefined;
}
