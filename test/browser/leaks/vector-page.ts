import { readFileSync } from 'node:fs';
import type { Target, Vector } from './vector.ts';

/** How the page is gated: see the README's layers. */
export type Mode = 'live' | 'strict' | 'template';

const head = readFileSync(
  new URL('../../../packages/sluis/dist/script/head.js', import.meta.url),
  'utf8',
);

const config = {
  controller: { name: 'Bank', contact: 'privacy@bank.example', policyUrl: '/privacy' },
  purposes: [
    {
      id: 'marketing',
      legalBasis: 'a',
      label: 'Marketing',
      text: 'We measure advertisements.',
      services: ['tracker'],
    },
  ],
  services: [{ id: 'tracker', hosts: ['tracker.example'], cookies: ['_trk*'], storage: ['_trk*'] }],
  allow: ['allowed.example'],
  languages: ['en'],
};

/** The installation as the README gives it, with the page script inline. */
export function gateOf(mode: Mode): string {
  const words = mode === 'strict' ? { ...config, gate: 'strict' } : config;
  return `<script type="application/json" id="sluis-config">${JSON.stringify(words)}</script>
<meta http-equiv="Content-Security-Policy" content="manifest-src *">
<script>${head}</script>`;
}

const wrap = (html: string): string =>
  html && `<template data-sluis-purpose="marketing">${html}</template>`;

/**
 * The page of one vector; without a mode it has no gate. What is wrapped into a template runs when it
 * is released, so there the script does not wait for the load event.
 */
export function vectorPage(vector: Vector, target: Target, mode: Mode | undefined): string {
  const code = vector.script?.(target) ?? '';
  const now = vector.early ?? mode === 'template';
  const script =
    code &&
    `<script>${now ? `{ ${code} }` : `addEventListener('load', () => { ${code} })`}</script>`;
  const inHead = vector.head?.(target) ?? '';
  const inBody = `${vector.body?.(target) ?? ''}${script}`;
  const own = mode === 'template' ? wrap : (html: string) => html;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Vector</title>${mode ? gateOf(mode) : ''}
${own(inHead)}</head><body>${own(inBody)}</body></html>`;
}
