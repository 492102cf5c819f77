import { withCatalogue } from '@sluis/catalog';
import { checkPolicy, findDarkWords, type Finding } from '@sluis/consent/profiles';
import { completePolicy, SluisError, validateConfig } from '@sluis/schema';

function refuse([first]: readonly Finding[]): void {
  if (first) throw new SluisError('C14', first.at, `${first.rule}: ${first.text}`);
}

/**
 * The development build's look at a configuration: first for words that stand for what the law forbids,
 * then the validator's, then by the rules of the profile. None of the first and last is in production.
 * @throws {SluisError} C02-C14
 */
export function checkConfig(config: unknown): void {
  refuse(findDarkWords(config));
  validateConfig(config);
  refuse(checkPolicy(withCatalogue(completePolicy(config))));
}
