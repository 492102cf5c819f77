/** A setting that cannot be used. The message names it and says the fix; the server does not start. */
export class ConfigurationError extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = 'ConfigurationError';
  }
}
