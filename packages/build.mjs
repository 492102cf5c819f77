// `npm run build`: empties the output folders, bundles everything, and writes the declarations.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const run = (command, ...words) =>
  execFileSync(process.execPath, [join(root, 'node_modules', command), ...words], {
    cwd: root,
    stdio: 'inherit',
  });

/**
 * The rooms are not published, so their declarations travel inside the package: `tsc` writes one tree
 * for all rooms, and `@sluis/schema` becomes a path into it.
 */
function writeDeclarations(name) {
  const types = join(root, 'packages', name, 'dist/types');
  run('typescript/bin/tsc', '-p', `packages/${name}/tsconfig.build.json`);
  for (const file of readdirSync(types, { recursive: true, encoding: 'utf8' })) {
    const path = join(types, file);
    if (!statSync(path).isFile()) continue;
    const text = readFileSync(path, 'utf8').replaceAll(
      /(['"])@sluis\/([a-z]+)\1/g,
      (_, quote, room) => {
        const target = relative(dirname(path), join(types, room, 'src/index.js'));
        return quote + (target.startsWith('.') ? target : `./${target}`) + quote;
      },
    );
    writeFileSync(path, text.replaceAll("'#sentences'", "'./sentences.production.js'"));
  }
}

for (const name of ['sluis', 'server', 'cli'])
  rmSync(join(root, 'packages', name, 'dist'), { recursive: true, force: true });
console.log('Bundling the page script, the npm package, the server and the command ...');
run('rollup/dist/bin/rollup', '--config', '--silent');
// Frames that are allowed later on a page are shown inside this one: see packages/gate/src/release/framing.ts.
writeFileSync(
  join(root, 'packages/sluis/dist/script/frame.html'),
  '<!doctype html><meta name="robots" content="noindex"><title></title><body marginwidth="0" marginheight="0">\n',
);
console.log('Writing the type declarations ...');
for (const name of ['sluis', 'server']) writeDeclarations(name);
console.log('Built the dist folders of packages/sluis, packages/server and packages/cli.');
