import type { Message } from './contract.js';
import type { Sealing } from './sealing.js';

/** A message as it lies in the database: nothing in it can be read without the installation's key. */
export interface SealedMessage {
  readonly id: string;
  readonly recipient: string;
  readonly sealed: Buffer;
  /** Goes with the message. */
  readonly key: Buffer;
}

export function sealMessage({ id, recipient, body }: Message, sealing: Sealing): SealedMessage {
  const { sealed, key } = sealing.seal({ id, kind: 'case', owner: '', body });
  return { id, recipient, sealed, key };
}

export function openMessage(
  { id, recipient, sealed, key }: SealedMessage,
  sealing: Sealing,
): Message {
  return { id, recipient, body: sealing.open(id, sealed, key) };
}
