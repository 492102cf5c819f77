import type { Text } from './config.js';

/** The text in a language: exact tag, then its base language, then the first there is. */
export function textIn(text: Text | undefined, language: string): string {
  if (text === undefined) return '';
  if (typeof text === 'string') return text;
  return text[language] ?? text[language.replace(/-.*/, '')] ?? Object.values(text)[0] ?? '';
}
