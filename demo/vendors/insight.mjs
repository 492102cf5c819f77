import { cookie, noContent } from './replies.mjs';

const thirtyDays = 2592000;

/** A collector for fetch, XHR and beacons. `clicks.` is the one that may hear of signed-in clients only. */
export const insight = {
  id: 'insight',
  hosts: ['collect.insight.example'],
  handle: (request) => noContent(request, cookie('insight_id', thirtyDays)),
};

export const clicks = {
  id: 'clicks',
  hosts: ['clicks.insight.example'],
  handle: (request) => noContent(request),
};
