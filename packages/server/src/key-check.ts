import { createHmac } from 'node:crypto';

/** What a database keeps of the key of its installation: enough to know it again. */
export function keyCheck(key: string): string {
  return createHmac('sha256', Buffer.from(key, 'hex')).update('check\0').digest('hex');
}
