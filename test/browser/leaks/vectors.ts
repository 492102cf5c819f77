import { cssomVectors } from './vectors/cssom.ts';
import { domVectors } from './vectors/dom.ts';
import { markupVectors } from './vectors/markup.ts';
import { netVectors } from './vectors/net.ts';
import { storageVectors } from './vectors/storage.ts';
import type { Vector } from './vector.ts';

/** The public vectors of GATE.md in its order, and per group their siblings after them. */
export const vectors: readonly Vector[] = [
  ...markupVectors,
  ...domVectors,
  ...netVectors,
  ...cssomVectors,
  ...storageVectors,
];
