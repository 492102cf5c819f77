/** Fills `{name}` in a message. Once: braces inside a value stay as they are, as does an unknown name. */
export function fill(message: string, values: { readonly [name: string]: string }): string {
  return message.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
