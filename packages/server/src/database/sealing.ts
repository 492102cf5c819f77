import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hash } from 'node:crypto';
import { randomBytes } from '../random-bytes.js';
import type { Fact } from './contract.js';

/** What a seal is of. */
type Sealable = Pick<Fact, 'id' | 'kind' | 'owner' | 'body'>;

/** What a store keeps of a fact in place of its body. */
interface SealedFact {
  readonly sealed: Buffer;
  /** Random bytes without which it cannot be opened: they lie in a table of their own. */
  readonly key: Buffer;
  /** SHA-256 over salt and fact: goes into the chain and stays when the fact is erased. */
  readonly commitment: Buffer;
}

/**
 * Each body is encrypted under a key of its own, made from random bytes that the store keeps apart from it
 * and the key of the installation. So a stolen dump cannot be read without the latter, and destroying the
 * former erases every old copy of the row with it. A key per fact, not per owner: keys come in the order of
 * the facts, where an owner's lies anywhere, and a page of the disk for each was half of what filing cost.
 */
export interface Sealing {
  seal(fact: Sealable): SealedFact;
  open(id: string, sealed: Buffer, key: Buffer): string;
  /** Without it a commitment could be guessed open, since there are few answers to choose from. */
  salt(id: string, key: Buffer): string;
}

/** What a commitment is the hash of; all but the body has a fixed alphabet, so no two facts share a text. */
export function commitmentText(salt: string, { id, kind, owner, body }: Sealable): string {
  return `${salt}\n${id}\n${kind}\n${owner}\n${body}`;
}

/** What one fact is sealed with, both from one hash, since it is made for every request. */
interface Secrets {
  readonly cipherKey: Buffer;
  readonly salt: string;
}

/** @param installationKey 32 bytes in hex */
export function sealing(installationKey: string): Sealing {
  const installation = createSecretKey(installationKey, 'hex');
  const secretsOf = (id: string, key: Buffer): Secrets => {
    const bytes = createHmac('sha512', installation).update(key).update(id).digest();
    return { cipherKey: bytes.subarray(0, 32), salt: bytes.toString('hex', 32) };
  };

  return {
    salt: (id, key) => secretsOf(id, key).salt,
    seal(fact) {
      const key = randomBytes(32);
      const { cipherKey, salt } = secretsOf(fact.id, key);
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', cipherKey, nonce);
      const text = Buffer.concat([cipher.update(fact.body, 'utf8'), cipher.final()]);
      const commitment = hash('sha256', commitmentText(salt, fact), 'buffer');
      return { sealed: Buffer.concat([nonce, cipher.getAuthTag(), text]), key, commitment };
    },
    open(id, sealed, key) {
      const nonce = sealed.subarray(0, 12);
      const decipher = createDecipheriv('aes-256-gcm', secretsOf(id, key).cipherKey, nonce);
      decipher.setAuthTag(sealed.subarray(12, 28));
      return decipher.update(sealed.subarray(28), undefined, 'utf8') + decipher.final('utf8');
    },
  };
}
