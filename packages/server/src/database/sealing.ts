import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hash } from 'node:crypto';
import { randomBytes } from '../random-bytes.js';
import type { Fact } from './contract.js';

/** What a seal is of. */
type Sealable = Pick<Fact, 'id' | 'kind' | 'owner' | 'body'>;

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
  seal(fact: Sealable, ownerKey: Buffer): SealedFact;
  open(id: string, sealed: Buffer, ownerKey: Buffer): string;
  /** Without it a commitment could be guessed open, since there are few answers to choose from. */
  salt(id: string, ownerKey: Buffer): string;
}

/** Random bytes for an owner who has no key yet. */
export function freshOwnerKey(): Buffer {
  return randomBytes(32);
}

/** What a commitment is the hash of; all but the body has a fixed alphabet, so no two facts share a text. */
export function commitmentText(salt: string, { id, kind, owner, body }: Sealable): string {
  return `${salt}\n${id}\n${kind}\n${owner}\n${body}`;
}

/** What one fact is sealed with: a key and a salt of its own, from one hash, since it is made for every request. */
interface Secrets {
  readonly key: Buffer;
  readonly salt: string;
}

/** @param key 32 bytes in hex, the installation's */
export function sealing(key: string): Sealing {
  const installation = createSecretKey(key, 'hex');
  const secretsOf = (id: string, ownerKey: Buffer): Secrets => {
    const bytes = createHmac('sha512', installation).update(ownerKey).update(id).digest();
    return { key: bytes.subarray(0, 32), salt: bytes.toString('hex', 32) };
  };

  return {
    salt: (id, ownerKey) => secretsOf(id, ownerKey).salt,
    seal(fact, ownerKey) {
      const secrets = secretsOf(fact.id, ownerKey);
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', secrets.key, nonce);
      const text = Buffer.concat([cipher.update(fact.body, 'utf8'), cipher.final()]);
      const commitment = hash('sha256', commitmentText(secrets.salt, fact), 'buffer');
      return { sealed: Buffer.concat([nonce, cipher.getAuthTag(), text]), commitment };
    },
    open(id, sealed, ownerKey) {
      const nonce = sealed.subarray(0, 12);
      const decipher = createDecipheriv('aes-256-gcm', secretsOf(id, ownerKey).key, nonce);
      decipher.setAuthTag(sealed.subarray(12, 28));
      return decipher.update(sealed.subarray(28), undefined, 'utf8') + decipher.final('utf8');
    },
  };
}
