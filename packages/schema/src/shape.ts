import { SluisError } from './sluis-error.js';

/** Looks at an unknown value at a path, and throws a coded error when it is not what it should be. */
export type Shape = (value: unknown, at: string) => void;

/** What a configuration may carry under each word; `required` ones have no default. */
export interface Words {
  readonly required: { readonly [word: string]: Shape };
  readonly optional: { readonly [word: string]: Shape };
}

function kindOf(value: unknown): string {
  return Array.isArray(value) ? 'list' : value === null ? 'null' : typeof value;
}

function is(kind: string): Shape {
  return (value, at) => {
    const found = kindOf(value);
    if (found !== kind) throw new SluisError(value === undefined ? 'C05' : 'C02', at, found);
  };
}

const isObject = is('object');
const isList = is('list');

export const boolean: Shape = is('boolean');

/** A whole number of days, one at least. */
export function daysUpTo(most: number): Shape {
  return (value, at) => {
    is('number')(value, at);
    if (!Number.isInteger(value) || Number(value) < 1 || Number(value) > most)
      throw new SluisError('C04', at, value);
  };
}

/** A text that says something. */
export const string: Shape = (value, at) => {
  is('string')(value, at);
  if (!value) throw new SluisError('C05', at);
};

export function oneOf(words: string): Shape {
  return (value, at) => {
    if (value === undefined) throw new SluisError('C05', at);
    if (typeof value !== 'string' || !words.split(' ').includes(value)) {
      throw new SluisError('C04', at, value);
    }
  };
}

export function list(item: Shape): Shape {
  return (value, at) => {
    isList(value, at);
    Array.from(Object(value), (one, index) => item(one, `${at}[${index}]`));
  };
}

/** A map with free keys. */
export function map(item: Shape): Shape {
  return (value, at) => {
    isObject(value, at);
    for (const [key, one] of Object.entries(Object(value))) item(one, `${at}.${key}`);
  };
}

/** An object with just these words; an unknown one is a spelling mistake and is refused. */
export function object({ required, optional }: Words): Shape {
  const words = { ...required, ...optional };
  return (value, at) => {
    isObject(value, at);
    const found = Object(value);
    const path = (word: string): string => (at ? `${at}.${word}` : word);
    for (const word in found)
      if (!Object.hasOwn(words, word)) throw new SluisError('C03', at, word);
    for (const word in required) words[word]?.(found[word], path(word));
    for (const word in optional) {
      if (found[word] !== undefined) words[word]?.(found[word], path(word));
    }
  };
}
