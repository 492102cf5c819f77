import { readFileSync } from 'node:fs';

const packages = new URL('node_modules/', import.meta.url);

/** A file of a vendor's npm package. */
export function packaged(file: string): string {
  return readFileSync(new URL(file, packages), 'utf8');
}
