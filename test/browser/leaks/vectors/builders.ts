import type { Text, Vector } from '../vector.ts';

type More = Partial<Vector>;

/** In the body. */
export const markup = (name: string, body: Text, more: More = {}): Vector => ({
  name: `markup ${name}`,
  group: 'markup',
  body,
  ...more,
});

export const inHead = (name: string, head: Text, more: More = {}): Vector => ({
  name: `markup ${name}`,
  group: 'markup',
  head,
  ...more,
});

export const dom = (name: string, script: Text, more: More = {}): Vector => ({
  name: `dom ${name}`,
  group: 'dom',
  script,
  ...more,
});

export const net = (name: string, script: Text, more: More = {}): Vector => ({
  name: `net ${name}`,
  group: 'net',
  script,
  ...more,
});

/** The script finds a paragraph by the name `box`; a selector for it is `#${t.key}`. */
export const cssom = (name: string, script: Text): Vector => ({
  name: `cssom ${name}`,
  group: 'cssom',
  body: (t) => `<p id="${t.key}">box</p>`,
  script: (t) => `const box = document.getElementById('${t.key}'); ${script(t)}`,
});

export const storage = (name: string, script: Text, stored: Text): Vector => ({
  name: `storage ${name}`,
  group: 'storage',
  script,
  stored,
});
