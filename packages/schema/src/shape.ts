import { SluisError } from './sluis-error.js';

/** Reads an unknown value at a path: the typed value, or a coded error. */
export type Shape<T> = (value: unknown, at: string) => T;

type Shapes<T> = { readonly [K in keyof T]-?: Shape<T[K]> };

function kind(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : `a ${typeof value}`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function refuseUndefined(value: unknown, at: string): void {
  if (value === undefined) throw new SluisError('C05', at);
}

/** A text that is not empty. */
export const string: Shape<string> = (value, at) => {
  refuseUndefined(value, at);
  if (typeof value !== 'string') throw new SluisError('C02', at, kind(value));
  if (!value) throw new SluisError('C05', at);
  return value;
};

export const boolean: Shape<boolean> = (value, at) => {
  if (typeof value !== 'boolean') throw new SluisError('C02', at, kind(value));
  return value;
};

export function oneOf<const T extends string>(words: readonly T[]): Shape<T> {
  return (value, at) => {
    refuseUndefined(value, at);
    const word = words.find((candidate) => candidate === value);
    if (word === undefined) throw new SluisError('C04', at, value);
    return word;
  };
}

export function list<T>(item: Shape<T>): Shape<readonly T[]> {
  return (value, at) => {
    refuseUndefined(value, at);
    if (!Array.isArray(value)) throw new SluisError('C02', at, kind(value));
    return value.map((one: unknown, index) => item(one, `${at}[${index}]`));
  };
}

/** A value that may be left out, with what stands for it then. */
export function or<T, D>(shape: Shape<T>, fallback: D): Shape<T | D> {
  return (value, at) => (value === undefined ? fallback : shape(value, at));
}

/** An object with just these words; an unknown one is a spelling mistake and is refused. */
export function object<T extends object>(shapes: Shapes<T>): Shape<T> {
  return (value, at) => {
    refuseUndefined(value, at);
    if (!isRecord(value)) throw new SluisError('C02', at, kind(value));
    for (const word in value) {
      if (!Object.hasOwn(shapes, word)) throw new SluisError('C03', at, word);
    }
    const read: Partial<T> = {};
    for (const word in shapes) {
      const part = shapes[word](value[word], at ? `${at}.${word}` : word);
      if (part !== undefined) read[word] = part;
    }
    return read as T;
  };
}

/** A map with free keys. */
export function map<T>(item: Shape<T>): Shape<{ readonly [key: string]: T }> {
  return (value, at) => {
    if (!isRecord(value)) throw new SluisError('C02', at, kind(value));
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [key, item(one, `${at}.${key}`)]),
    );
  };
}
