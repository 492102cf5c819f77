import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto';
import type { Fact } from './contract.js';

/** What a store keeps of a fact in place of its body. */
interface SealedFact {
  readonly sealed: Buffer;
  /** SHA-256 over salt and fact: goes into the chain and stays when the fact is erased. */
  readonly commitment: Buffer;
}

/**
 * Bodies are encrypted under a key per owner and kind, made from the random bytes that the store keeps
 * for them and the key of the installation. So a stolen dump cannot be read without the latter, and
 * destroying the former erases every copy at once.
 */
export interface Sealing {
  seal(fact: Fact, ownerKey: Buffer): SealedFact;
  open(id: string, sealed: Buffer, ownerKey: Buffer): string;
  /** Without it a commitment could be guessed open, since there are few answers to choose from. */
  salt(id: string, ownerKey: Buffer): string;
}

/** Random bytes for an owner who has no key yet. */
export function freshOwnerKey(): Buffer {
  return randomBytes(32);
}

/** What a commitment is the hash of; all but the body has a fixed alphabet, so no two facts share a text. */
export function commitmentText(
  salt: string,
  { id, kind, owner, body }: Pick<Fact, 'id' | 'kind' | 'owner' | 'body'>,
): string {
  return `${salt}\n${id}\n${kind}\n${owner}\n${body}`;
}

/** @param key 32 bytes in hex, the installation's */
export function sealing(key: string): Sealing {
  const installation = Buffer.from(key, 'hex');
  const derive = (purpose: string, ownerKey: Buffer): Buffer =>
    createHmac('sha256', installation).update(`${purpose}\0`).update(ownerKey).digest();
  const salt = (id: string, ownerKey: Buffer): string =>
    derive(`salt\0${id}`, ownerKey).toString('hex');

  return {
    salt,
    seal(fact, ownerKey) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', derive('seal', ownerKey), nonce);
      cipher.setAAD(Buffer.from(fact.id));
      const text = Buffer.concat([cipher.update(fact.body, 'utf8'), cipher.final()]);
      const commitment = createHash('sha256')
        .update(commitmentText(salt(fact.id, ownerKey), fact))
        .digest();
      return { sealed: Buffer.concat([nonce, cipher.getAuthTag(), text]), commitment };
    },
    open(id, sealed, ownerKey) {
      const nonce = sealed.subarray(0, 12);
      const decipher = createDecipheriv('aes-256-gcm', derive('seal', ownerKey), nonce);
      decipher.setAAD(Buffer.from(id));
      decipher.setAuthTag(sealed.subarray(12, 28));
      return decipher.update(sealed.subarray(28), undefined, 'utf8') + decipher.final('utf8');
    },
  };
}
