import { readFileSync } from 'node:fs';
import { build } from 'esbuild';

/** What stands first in `<head>`, by name of the variant. `bare` and `control` have nothing. */
export type Heads = Readonly<Record<'bare' | 'control' | 'sluis' | 'c15t' | 'vanilla', string>>;

export type Variant = keyof Heads;

const purposes = ['analytics', 'marketing'];

const config = {
  controller: {
    name: 'Bench',
    contact: 'bench@bench.example',
    policyUrl: 'https://bench.example/',
  },
  languages: ['en'],
  assets: '/sluis/',
  allow: ['allowed.localhost'],
  purposes: purposes.map((id) => ({
    id,
    legalBasis: 'a',
    label: id,
    text: `What ${id} is for.`,
    services: [id],
  })),
  services: purposes.map((id) => ({
    id,
    hosts: [`${id}.localhost`],
    cookies: [`_${id}*`],
    storage: [`_${id}*`],
  })),
};

/** As its quickstart, network blocker and iframe pages say; the same two purposes. */
const c15t = `
import { getOrCreateConsentRuntime } from 'c15t';
const { consentStore } = getOrCreateConsentRuntime({
  mode: 'offline',
  consentCategories: ['necessary', 'measurement', 'marketing'],
  networkBlocker: {
    logBlockedRequests: false,
    rules: [
      { id: 'analytics', domain: 'analytics.localhost', category: 'measurement' },
      { id: 'marketing', domain: 'marketing.localhost', category: 'marketing' },
    ],
  },
});
consentStore.getState().initializeIframeBlocker();`;

/** As its getting-started page says; it hides from automated browsers unless it is told not to. */
const vanilla = `
import { run } from 'vanilla-cookieconsent';
run({
  hideFromBots: false,
  categories: { necessary: { enabled: true, readOnly: true }, analytics: {}, marketing: {} },
  language: { default: 'en', translations: { en: {
    consentModal: { title: 'Cookies', description: 'May we?', acceptAllBtn: 'Accept', acceptNecessaryBtn: 'Refuse', showPreferencesBtn: 'Settings' },
    preferencesModal: { title: 'Settings', acceptAllBtn: 'Accept', acceptNecessaryBtn: 'Refuse', savePreferencesBtn: 'Save', sections: [{ title: 'Analytics', description: 'Counts', linkedCategory: 'analytics' }] },
  } } },
});`;

/** A module, as both ask for: in a classic script of the head neither finds `document.body`, and c15t throws. */
async function bundle(contents: string, resolveDir: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir },
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    logLevel: 'error',
  });
  return `<script type="module">${outputFiles
    .map(({ text }) => text)
    .join('')
    .replaceAll('</script', '<\\/script')}</script>`;
}

/**
 * @param here folder of the bench, where the peers are installed
 * @param head path of the `head.js` to measure
 */
export async function makeHeads(here: string, head: string): Promise<Heads> {
  const css = readFileSync(
    `${here}node_modules/vanilla-cookieconsent/dist/cookieconsent.css`,
    'utf8',
  );
  return {
    bare: '',
    control: '',
    sluis: `<script type="application/json" id="sluis-config">${JSON.stringify(config)}</script>
<meta http-equiv="Content-Security-Policy" content="manifest-src *">
<script>${readFileSync(head, 'utf8').replaceAll('</script', '<\\/script')}</script>`,
    c15t: await bundle(c15t, here),
    vanilla: `<style>${css}</style>${await bundle(vanilla, here)}`,
  };
}

/** A page with some markup of its own, as every page has. */
export function pageWith(head: string, body = ''): string {
  const paragraphs = Array.from(
    { length: 40 },
    (_, index) =>
      `<section class="card"><h2>Item ${index}</h2><p>Some text with <a href="/item/${index}">a link</a>.</p></section>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
${head}
<title>Bench</title>
<style>body { font: 14px sans-serif } .card { padding: 4px } .on { color: teal }</style>
</head>
<body>
<main>
${paragraphs.join('\n')}
</main>
<div id="hidden" style="display: none"></div>
<div id="shown" style="height: 300px; overflow: hidden"></div>
${body}
<p><a href="/" data-sluis-action="settings">Settings</a></p>
</body>
</html>`;
}
