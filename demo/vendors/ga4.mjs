import { noContent, script } from './replies.mjs';

/** Google Analytics 4: the tag from the tag manager's host, hits to its own. */
export const ga4 = {
  id: 'ga4',
  hosts: ['www.googletagmanager.com', 'www.google-analytics.com'],
  handle(request) {
    if (request.path === '/gtag/js') return script('gtag.js', { __ID__: measurementId(request) });
    if (request.path === '/g/collect') return noContent(request);
    return undefined;
  },
};

/** Only the form that an id has: it is written into a script. */
const measurementId = ({ query }) => /^G-\w+$/.exec(query.get('id') ?? '')?.[0] ?? 'G-UNKNOWN';
