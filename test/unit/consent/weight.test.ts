import { build } from 'esbuild';
import { brotliCompressSync, constants } from 'node:zlib';
import { expect, test } from 'vitest';

test('the whole model is less than 4 kB after brotli', async () => {
  const { outputFiles } = await build({
    entryPoints: ['packages/consent/src/index.ts'],
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    target: 'es2022',
  });
  const code = Buffer.concat(outputFiles.map(({ contents }) => contents));

  const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
  expect(brotliCompressSync(code, { params }).length).toBeLessThan(4000);
});
