import { galleryConfig } from './config.mjs';
import { languages, presets, states } from './states.mjs';

const known = (word, list) => (list.includes(word) ? word : list[0]);

const body = {
  banner: '',
  preferences: '',
  reopen: '',
  'opt-out': '<sluis-opt-out></sluis-opt-out>',
  embed: '',
  notice: '',
};

function embed(state) {
  const size = state === 'small' ? 'width="300" height="170"' : 'width="560" height="315"';
  const sandbox = state === 'sandboxed' ? ' sandbox="allow-scripts"' : '';
  return `<sluis-embed src="https://www.youtube.com/embed/dGVzdGFwcA0" title="Film" ${size}${sandbox}></sluis-embed>`;
}

/** What a first visit finds: nothing of an earlier look. It runs ahead of the gate. */
const forget = `<script>document.cookie='sluis=;path=/;max-age=0';localStorage.clear();indexedDB.deleteDatabase('sluis')</script>`;

/** The browser's signal, as a script would have it: a demo cannot set a header. */
const signal = `<script>Object.defineProperty(Navigator.prototype,'globalPrivacyControl',{value:true})</script>`;

/**
 * One surface in one state, on a page of its own.
 * @param {URLSearchParams} query  surface, state, language, preset, css=hostile; changed on a visit after the first
 */
export function showPage(query) {
  const surface = known(query.get('surface') ?? '', Object.keys(states));
  const state = known(query.get('state') ?? '', states[surface]);
  const language = known(query.get('language') ?? '', languages);
  const preset = known(query.get('preset') ?? '', presets);
  const changed = query.has('changed');
  const config = JSON.stringify(galleryConfig({ language, modal: state === 'modal', changed }));
  const direction = language === 'ar' ? 'rtl' : 'ltr';
  return `<!doctype html><html lang="${language}" dir="${direction}" data-preset="${preset}"><head><meta charset="utf-8">
${changed ? '' : forget}${state === 'signal' ? signal : ''}
<script type="application/json" id="sluis-config">${config.replaceAll('<', '\\u003c')}</script>
<meta http-equiv="Content-Security-Policy" content="manifest-src *">
<script src="/sluis/head.js"></script>
<title>${surface}, ${state}</title><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><link rel="stylesheet" href="/style.css"><link rel="stylesheet" href="/presets.css">
${query.get('css') === 'hostile' ? '<link rel="stylesheet" href="/hostile.css">' : ''}
</head><body><main class="wrap"><h1>Grachtenbank</h1><p><a href="/">${surface}: ${state}</a></p>
${surface === 'embed' ? embed(state) : body[surface]}</main><script src="/show.js"></script></body></html>`;
}

const options = (list) => list.map((one) => `<option>${one}</option>`).join('');

/** Every surface in every state, language and theme: choose, and it stands below. */
export function galleryPage() {
  const shown = Object.entries(states).flatMap(([surface, all]) =>
    all.map((state) => `${surface} ${state}`),
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Gallery | Sluis</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<link rel="stylesheet" href="/style.css"></head><body><main class="wrap"><h1>Gallery</h1>
<form><label>Surface <select name="shown">${options(shown)}</select></label>
<label>Language <select name="language">${options(languages)}</select></label>
<label>Theme <select name="preset">${options(presets)}</select></label>
<label>Page <select name="css"><option value="">kind</option><option>hostile</option></select></label>
<label>Width <select name="width"><option>100%</option><option>360px</option><option>320px</option></select></label></form>
<iframe title="The surface" height="760"></iframe></main><script src="/gallery.js"></script></body></html>`;
}
