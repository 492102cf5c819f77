/**
 * Tells that a text changed or was damaged; it proves nothing (the proof is SHA-256). FNV-1a with
 * 32 bits, because it must be ready at once, in the page's first script.
 */
export function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(36);
}
