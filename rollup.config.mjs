import { readdirSync } from 'node:fs';
import { build } from 'esbuild';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import esbuild from 'rollup-plugin-esbuild';

/** Every language that has texts. */
const languages = readdirSync(`${import.meta.dirname}/packages/ui/src/messages`).map((file) =>
  file.replace('.ts', ''),
);
const source = 'packages/sluis/src';
const output = 'packages/sluis/dist';

/** Renders the banner of one language, in Node, from the component that is its only source. */
async function bake(language) {
  const contents = `
    import { bakeBanner } from '@sluis/ui/bake';
    import { messages } from '@sluis/ui/messages/${language}';
    export const banner = bakeBanner(messages);`;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: `${import.meta.dirname}/packages/sluis`, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    jsx: 'automatic',
    jsxImportSource: 'preact',
  });
  const code = Buffer.from(outputFiles[0].contents).toString('base64');
  return (await import(`data:text/javascript;base64,${code}`)).banner;
}

/** `sluis:banner/nl` is the banner's run time plus the rendered tree of that language. */
const bakedBanner = {
  name: 'baked-banner',
  resolveId: (id) => (id.startsWith('sluis:banner/') ? `\0${id}` : null),
  async load(id) {
    if (!id.startsWith('\0sluis:banner/')) return null;
    const tree = await bake(id.split('/').at(-1));
    return `export { showBanner } from '@sluis/ui/banner';\nexport const banner = ${JSON.stringify(tree)};`;
  },
};

/** Virtual modules have no folder to look from. */
const fromRoot = {
  name: 'from-root',
  resolveId(id, importer) {
    if (!importer?.startsWith('\0') || !id.startsWith('@sluis/')) return null;
    return this.resolve(id, `${import.meta.dirname}/${source}/index.ts`, { skipSelf: true });
  },
};

const transpile = () =>
  esbuild({ target: 'es2022', jsx: 'automatic', jsxImportSource: 'preact', tsconfig: false });

const browser = (mode) => [
  bakedBanner,
  fromRoot,
  nodeResolve({
    browser: true,
    exportConditions: [mode],
    extensions: ['.ts', '.tsx', '.mjs', '.js'],
  }),
  transpile(),
];

/** `module: true` on an IIFE makes terser drop the code as unused: only `toplevel` is safe there. */
const minify = (format, preamble = '') =>
  terser({
    ecma: 2022,
    module: format === 'es',
    toplevel: true,
    compress: { passes: 3, pure_getters: true, unsafe_arrows: true },
    format: { comments: false, preamble },
  });

/** Chromium compiles the whole file at once then: function by function, each within another is read again. */
const compiledAtOnce = '//# allFunctionsCalledOnLoad';

const head = (file, mode, plugins) => ({
  input: `${source}/script.ts`,
  plugins: [...browser(mode), ...plugins],
  output: { file: `${output}/script/${file}`, format: 'iife' },
});

/** An entry that is a room, seen from the package that publishes it. */
const entryFromRoot = {
  name: 'entry-from-root',
  resolveId(id, importer) {
    if (importer || !id.startsWith('@sluis/')) return null;
    return this.resolve(id, `${import.meta.dirname}/${source}/index.ts`, { skipSelf: true });
  },
};

/** Runs in workers, classic and module ones, so it can be neither one chunk with the rest nor a module. */
const worker = {
  input: '@sluis/gate/worker',
  plugins: [entryFromRoot, ...browser('production'), minify('iife')],
  output: { file: `${output}/script/worker.js`, format: 'iife' },
};

/** What several chunks need, in two files: each file costs a request and some hundred bytes. */
const shared = {
  /** For the surfaces, before anybody has answered. */
  asking:
    /schema\/src\/(text-in|sluis-error|sentences\.production)\.|consent\/src\/(all-switches|service-answers)\.|ui\/src\/(fill|adopt-css|theme|raise)\.|sluis\/src\/(is-bound|has-record|own-keys)\./,
  /** For the answer. */
  answering:
    /schema\/src\/(fingerprint|matches|decision|personal-id-in)\.|consent\/src\/(standing|terms|decision-id|state)\.|mirror-place/,
};

const chunks = {
  input: {
    ...Object.fromEntries(languages.map((one) => [`banner.${one}`, `sluis:banner/${one}`])),
    ...Object.fromEntries(languages.map((one) => [`messages.${one}`, `@sluis/ui/messages/${one}`])),
    preferences: '@sluis/ui/preferences',
    'opt-out': '@sluis/ui/opt-out',
    reopen: '@sluis/ui/reopen',
    catalog: '@sluis/catalog',
    release: '@sluis/gate/release',
    desk: `${source}/desk.ts`,
    office: `${source}/office.ts`,
    bounds: `${source}/bounds.ts`,
    relay: `${source}/relay-room.ts`,
    'clean-up': `${source}/clean-up-room.ts`,
    embeds: `${source}/embed-room.ts`,
    forms: `${source}/form-room.ts`,
    inspect: `${source}/inspect.ts`,
    record: `${source}/record-room.ts`,
  },
  plugins: [entryFromRoot, ...browser('production'), minify('es')],
  output: {
    dir: `${output}/script`,
    format: 'es',
    chunkFileNames: 'shared-[hash].js',
    experimentalMinChunkSize: 1100,
    manualChunks: (id) => Object.keys(shared).find((name) => shared[name].test(id)),
  },
};

/** By itself: what it shares with the desk would become one file more on a first visit. */
const alone = (input, file, format) => ({
  input,
  plugins: [...browser('production'), minify(format)],
  output: { file: `${output}/script/${file}`, format },
});

const library = (directory, mode) => ({
  input: { index: `${source}/index.ts`, signals: `${source}/signals.ts` },
  external: '@preact/signals',
  plugins: browser(mode),
  output: { dir: directory, format: 'es', chunkFileNames: 'chunks/[name]-[hash].js' },
});

const isInstalled = (id) => !/^[./\0#]|^@sluis\//.test(id);

const server = {
  input: {
    index: 'packages/server/src/index.ts',
    client: 'packages/server/src/client.ts',
    main: 'packages/server/src/main.ts',
  },
  external: isInstalled,
  plugins: [nodeResolve({ extensions: ['.ts', '.js'] }), transpile()],
  output: { dir: 'packages/server/dist', format: 'es' },
};

/** Node: sentences in full, since its readers are developers. */
const cli = {
  input: { main: 'packages/cli/src/main.ts' },
  external: isInstalled,
  plugins: [
    nodeResolve({ exportConditions: ['development'], extensions: ['.ts', '.js'] }),
    transpile(),
  ],
  output: { dir: 'packages/cli/dist', format: 'es' },
};

export default [
  head('head.js', 'production', [minify('iife', compiledAtOnce)]),
  head('head.dev.js', 'development', []),
  worker,
  chunks,
  alone(`${source}/template-script.ts`, 'templates.js', 'iife'),
  alone(`${source}/worker-script.ts`, 'workers.js', 'iife'),
  alone(`${source}/count-script.ts`, 'count.js', 'iife'),
  alone(`${source}/service-worker-room.ts`, 'service-worker.js', 'es'),
  alone(`${source}/cookie-life.ts`, 'cookie-life.js', 'es'),
  alone(`${source}/rights-room.ts`, 'rights.js', 'es'),
  alone(`${source}/sign-in.ts`, 'sign-in.js', 'es'),
  alone(`${source}/changes-room.ts`, 'changes.js', 'es'),
  alone(`${source}/receipt-of.ts`, 'receipt.js', 'es'),
  alone('packages/ui/src/show-notice.ts', 'notice.js', 'es'),
  alone(`${source}/import-answers.ts`, 'import.js', 'es'),
  alone('packages/gate/src/service-worker/main.ts', 'sluis-worker.js', 'iife'),
  library(output, 'production'),
  library(`${output}/development`, 'development'),
  server,
  cli,
];
