import type { Keeper, Realm } from './keeper.js';

interface TrustedTypes {
  createPolicy(name: string, rules: Policy): Policy;
}

type Policy = Record<'createHTML' | 'createScriptURL', (value: string) => string>;

/** Where a page asks for Trusted Types, strings reach its sinks only through a policy: ours is named `sluis`. */
export function trustIn({
  trustedTypes,
}: Realm & { trustedTypes?: TrustedTypes }): Keeper['trusted'] {
  const same = (value: string): string => value;
  let policy: Policy | undefined;
  try {
    policy = trustedTypes?.createPolicy('sluis', { createHTML: same, createScriptURL: same });
  } catch {
    // The page's own policy does not allow ours: its strings stay strings.
  }
  return (kind, value) => policy?.[kind](value) ?? value;
}
