/** SHA-256 in hex; `''` outside secure contexts, which have no `crypto.subtle`. */
export async function sha256(text: string): Promise<string> {
  if (!crypto.subtle) return '';
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
