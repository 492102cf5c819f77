import type { Method } from '@sluis/schema';

/** A decision of which the record or the server does not know yet: enough to make it again from the mirror. */
export interface Unsettled {
  readonly id: string;
  readonly method: Method;
  readonly language: string;
}

const methods = ['banner', 'preferences', 'opt-out', 'api', 'desk', 'mail', 'import'] as const;

export function writeUnsettled({ id, method, language }: Unsettled): string {
  return [id, method, language].join('.');
}

export function readUnsettled(text: string): Unsettled | undefined {
  const [id, word, language] = text.split('.');
  const method = methods.find((one) => one === word);
  return id && method && language ? { id, method, language } : undefined;
}
