import { canonical } from '@sluis/consent';
import { createHmac, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import type { Head } from './database/contract.js';

/** The last link of a tenant's chain at a moment, signed: whoever has one can tell when the past is changed. */
export interface SignedHead extends Head {
  readonly tenant: string;
  /** ISO 8601. */
  readonly at: string;
  /** Ed25519, of the 32 bytes in hex. */
  readonly publicKey: string;
  /** Over the canonical JSON of the words above, in hex. */
  readonly signature: string;
}

export type SignHead = (tenant: string, head: Head, at: number) => SignedHead;

/** What comes before the 32 bytes of an Ed25519 key in DER (RFC 8410). */
const privatePrefix = Buffer.from('302e020100300506032b657004220420', 'hex');
const publicPrefix = Buffer.from('302a300506032b6570032100', 'hex');

/** The signing key follows from the installation's, so there is one secret to back up. */
export function headSigning(key: string): SignHead {
  const seed = createHmac('sha256', Buffer.from(key, 'hex')).update('head\0').digest();
  const privateKey = createPrivateKey({
    key: Buffer.concat([privatePrefix, seed]),
    format: 'der',
    type: 'pkcs8',
  });
  const exported = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  const publicKey = exported.subarray(publicPrefix.length).toString('hex');

  return (tenant, { seq, link }, at) => {
    const said = { tenant, seq, link, at: new Date(at).toISOString(), publicKey };
    const signature = sign(null, Buffer.from(canonical(said)), privateKey).toString('hex');
    return { ...said, signature };
  };
}

/** Did the owner of the key that it names sign this head? */
export function isSignedHead({ signature, ...said }: SignedHead): boolean {
  try {
    const der = Buffer.concat([publicPrefix, Buffer.from(said.publicKey, 'hex')]);
    const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
    return verify(null, Buffer.from(canonical(said)), key, Buffer.from(signature, 'hex'));
  } catch {
    return false;
  }
}
