/** Vectors that are held, and that "accept all" does not bring back in the running page. */
export const notLive: readonly string[] = [
  // Held once, and by nothing that could be given back.
  'markup importmap',
  'markup a-ping',
  'dom a ping',
  'net import()',
  'net STUN',
];
