import type { Realm } from './keeper.js';

const { trustedTypes } = globalThis as Realm & {
  trustedTypes?: Record<'isHTML' | 'isScript' | 'isScriptURL', (value: unknown) => boolean>;
};

/**
 * Puts text in place of an argument that is an object: it could say something else to the browser than it
 * said to us. Values of Trusted Types cannot, and have to stay what they are.
 * @returns the argument as it is now
 */
export function readOnce(args: unknown[], at: number = 0): unknown {
  const value = args[at];
  if (
    Object(value) === value &&
    !trustedTypes?.isHTML(value) &&
    !trustedTypes?.isScript(value) &&
    !trustedTypes?.isScriptURL(value)
  )
    args[at] = String(value);
  return args[at];
}

/** Where a request goes: of a `Request` what the browser says of it, whatever the page put in front of that. */
export function addressIn({ Request }: Realm, args: unknown[], at: number = 0): unknown {
  try {
    return Reflect.get(Request.prototype, 'url', args[at]);
  } catch {
    return readOnce(args, at);
  }
}
