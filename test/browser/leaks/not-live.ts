/** Vectors that are held, and that "accept all" does not bring back in the running page. */
export const notLive: readonly string[] = [
  // The policy that holds static frames cannot be lifted: these come with the next page.
  'markup object',
  'markup form-to-hidden-iframe',
  'dom iframe by target name',
  'dom embed',
  'dom form submit',
  // Held once, and by nothing that could be given back.
  'markup importmap',
  'markup a-ping',
  'dom a ping',
  'net import()',
  'net STUN',
  'net FontFace',
];
