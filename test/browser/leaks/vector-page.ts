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
  const words = mode === 'strict' ? { ...config, gate: 'strict', onGrant: 'next-page' } : config;
  return `<script type="application/json" id="sluis-config">${JSON.stringify(words)}</script>
<meta http-equiv="Content-Security-Policy" content="manifest-src *">
<script>${head}</script>`;
}

const wrap = (html: string): string =>
  html && `<template data-sluis-purpose="marketing">${html}</template>`;

/** What a script sets as `self.fenced` is waited for; several may. */
const fences = `<script>{
  const all = [];
  Object.defineProperty(self, 'fenced', { get: () => Promise.all(all), set: (one) => void all.push(one) });
}</script>`;

export interface Part {
  readonly vector: Vector;
  readonly target: Target;
}

function scriptOf({ vector, target }: Part, mode: Mode | undefined): string {
  const code = vector.script?.(target);
  if (!code) return '';
  // What is wrapped into a template runs when it is released: the load event may be over then.
  const now = vector.early ?? mode === 'template';
  return `<script>${now ? `{ ${code} }` : `addEventListener('load', () => { ${code} })`}</script>`;
}

/** The page of some vectors; without a mode it has no gate. */
export function vectorPage(parts: readonly Part[], mode: Mode | undefined): string {
  const own = mode === 'template' ? wrap : (html: string) => html;
  const inHead = parts.map(({ vector, target }) => own(vector.head?.(target) ?? ''));
  const inBody = parts.map((part) =>
    own(`${part.vector.body?.(part.target) ?? ''}${scriptOf(part, mode)}`),
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Vector</title>${mode ? gateOf(mode) : ''}
${fences}
${inHead.join('\n')}</head><body>${inBody.join('\n')}</body></html>`;
}
