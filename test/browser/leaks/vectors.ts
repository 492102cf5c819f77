import { cssomVectors } from './vectors/cssom.ts';
import { cssomSiblings } from './vectors/siblings/cssom.ts';
import { domVectors } from './vectors/dom.ts';
import { domSiblings } from './vectors/siblings/dom.ts';
import { markupVectors } from './vectors/markup.ts';
import { markupSiblings } from './vectors/siblings/markup.ts';
import { netVectors } from './vectors/net.ts';
import { netSiblings } from './vectors/siblings/net.ts';
import { storageVectors } from './vectors/storage.ts';
import { storageSiblings } from './vectors/siblings/storage.ts';
import type { Vector } from './vector.ts';

/** The public vectors of GATE.md in its order, and per group their siblings after them. */
export const vectors: readonly Vector[] = [
  ...markupVectors,
  ...markupSiblings,
  ...domVectors,
  ...domSiblings,
  ...netVectors,
  ...netSiblings,
  ...cssomVectors,
  ...cssomSiblings,
  ...storageVectors,
  ...storageSiblings,
];
