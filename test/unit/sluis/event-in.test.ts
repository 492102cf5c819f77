import { expect, test } from 'vitest';
import { eventIn } from '../../../packages/sluis/src/event-in.js';

function asArguments(..._words: unknown[]): unknown {
  // eslint-disable-next-line prefer-rest-params
  return arguments;
}

test.each([
  ["gtag('event', ...)", asArguments('event', 'purchase', { value: 1 }), 'purchase'],
  ["fbq('track', ...)", ['track', 'Lead'], 'Lead'],
  ["fbq('trackCustom', ...)", ['trackCustom', 'Own'], 'Own'],
  ["fbq('trackSingle', id, ...)", ['trackSingle', '1', 'Lead'], 'Lead'],
  ["_paq.push(['trackEvent', category, action])", ['trackEvent', 'form', 'sent'], 'sent'],
  ["_paq.push(['trackPageView'])", ['trackPageView'], 'trackPageView'],
  ['dataLayer.push({ event })', { event: 'login' }, 'login'],
  ['what a tag manager tells itself', { event: 'gtm.js' }, undefined],
  ["gtag('config', ...)", asArguments('config', 'G-1'), undefined],
  ["fbq('init', ...)", ['init', '1'], undefined],
  ['values for a tag manager', { pageType: 'home' }, undefined],
  ['an empty call', [], undefined],
  ['nothing', undefined, undefined],
])('S08 the event in %s', (_, call, event) => {
  expect(eventIn(call)).toBe(event);
});
