import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: `${import.meta.dirname}/..`,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    testTimeout: 30_000,
    include: ['test/unit/**/*.test.{ts,tsx}', 'test/contract/**/*.test.ts'],
  },
});
