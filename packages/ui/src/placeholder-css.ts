import { themeCss, tokens } from './theme.js';

/** The page's tokens, which do not reach into a frame by themselves. */
function tokensOf(frame: Element): string {
  const style = getComputedStyle(frame);
  const set = tokens.map((name) => [name, style.getPropertyValue(`--sluis-${name}`).trim()]);
  const rules = set.filter(([, value]) => value).map(([name, value]) => `--sluis-${name}:${value}`);
  return rules.length ? `:host{${rules.join(';')}}` : '';
}

/** Fills the frame that it stands in, and scrolls where that is small. */
export function placeholderCss(frame: Element): string {
  return `${themeCss}${tokensOf(frame)}
:host{all:initial;position:fixed;inset:0;overflow:auto;display:grid;align-items:safe center;box-sizing:border-box;font:1em/1.45 var(--s-font);color:var(--s-text);background:var(--s-surface);border:1px solid var(--s-line)}
section{padding:.75em 1em;max-width:36em;margin:0 auto;text-align:start}
h2{font-size:1em;margin:0;overflow-wrap:anywhere}
p{margin:.35em 0;font-size:.875em;color:var(--s-muted);overflow-wrap:anywhere}
a{color:inherit}
.actions{display:flex;flex-wrap:wrap;gap:.5em;margin-top:.6em}
button{min-height:44px;padding:.25em 1em;font:600 .9em var(--s-font);color:var(--s-on-accent);background:var(--s-accent);border:1px solid var(--s-accent);border-radius:var(--s-radius);cursor:pointer}
button:hover{text-decoration:underline}
:focus-visible{outline:3px solid var(--s-focus);outline-offset:2px}
`;
}
