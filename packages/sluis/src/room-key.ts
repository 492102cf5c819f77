/** Where a room that comes as a classic script leaves what it has for the head. */
export function roomKey(file: string): symbol {
  return Symbol.for(`sluis.${file}`);
}
