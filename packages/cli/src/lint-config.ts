import { withCatalogue } from '@sluis/catalog';
import { checkPolicy, findDarkWords, type Finding as Refusal } from '@sluis/consent/profiles';
import { parseConfig, SluisError, type Policy } from '@sluis/schema';

/** What a configuration says, or what is wrong with it. */
export interface ReadConfig {
  readonly policy?: Policy;
  /** Each with its code, the rule where there is one, and the fix. */
  readonly sentences: readonly string[];
}

function refusal({ at, rule, text }: Refusal): string {
  return new SluisError('C14', at, `${rule}: ${text}`).message;
}

/**
 * A configuration as strictly as a development build reads it: words that stand for what the law forbids,
 * then the validator's first mistake, then everything that the rules of its profile refuse.
 */
export function lintConfig(text: string): ReadConfig {
  try {
    const config: unknown = JSON.parse(text);
    const dark = findDarkWords(config);
    if (dark.length) return { sentences: dark.map(refusal) };
    const policy = withCatalogue(parseConfig(config));
    return { policy, sentences: checkPolicy(policy).map(refusal) };
  } catch (error) {
    const told = error instanceof SluisError ? error : new SluisError('C01', 'sluis-config', error);
    return { sentences: [told.message] };
  }
}
