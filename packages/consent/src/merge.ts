import type { Decision } from '@sluis/schema';

/** Two histories as one: each fact once, in the order of their ids (UUIDv7: by time). */
export function merge(one: readonly Decision[], other: readonly Decision[]): readonly Decision[] {
  const facts = new Map([...one, ...other].map((decision) => [decision.id, decision]));
  return [...facts.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
