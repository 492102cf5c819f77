import type { Method } from '@sluis/schema';

/** A decision of which the record or the server does not know yet: enough to make it again from the mirror. */
export interface Unsettled {
  readonly id: string;
  readonly method: Method;
  readonly language: string;
  /** Host name of the site where it was shown; empty where an older version wrote it, on this host. */
  readonly surface: string;
}

const methods = [
  'banner',
  'preferences',
  'opt-out',
  'embed',
  'form',
  'api',
  'desk',
  'mail',
  'import',
] as const;

export function writeUnsettled({ id, method, language, surface }: Unsettled): string {
  return [id, method, language, surface].join('.');
}

export function readUnsettled(text: string): Unsettled | undefined {
  const [id, word, language, ...surface] = text.split('.');
  const method = methods.find((one) => one === word);
  if (!id || !method || !language) return undefined;
  return { id, method, language, surface: surface.join('.') };
}
