import { themeCss } from './theme.js';

/** Look of the surfaces with switches. They live wholly in a shadow root. */
export const panelCss: string = `${themeCss}
*{box-sizing:border-box}
.panel{font:1em/1.5 var(--s-font);color:var(--s-text);background:var(--s-surface);text-align:start}
h2{font-size:1.25em;line-height:1.25;margin:0;min-width:0;overflow-wrap:anywhere;hyphens:auto}
h3{font-size:1em;margin:0;overflow-wrap:anywhere}
p{margin:.35em 0;overflow-wrap:anywhere}
a{color:inherit}
.purposes,.kept{list-style:none;margin:1em 0;padding:0}
.kept li{padding:.4em 0;justify-content:space-between;border-top:1px solid var(--s-rule)}
.purposes>li{padding:.75em 0 .9em;border-top:1px solid var(--s-rule)}
.state{padding:.6em .9em;border-inline-start:4px solid var(--s-accent);margin:.75em 0}
.state ul{margin:0;padding:0;list-style:none}
.row{display:flex;align-items:center;flex-wrap:wrap;gap:0 1em}
.control{display:flex;align-items:center;gap:.6em;min-height:44px;margin-inline-start:auto;cursor:pointer;font-size:.875em}
small{display:block;overflow-wrap:anywhere}
dd:has(ul){grid-column:1/-1}dd .row{flex-wrap:nowrap;padding:.35em 0}dd .control{font-size:1em}dl+.control{justify-content:space-between;margin:0}
.why,summary,dl,table,.note{font-size:.875em;color:var(--s-muted)}
input{appearance:none;flex:none;width:52px;height:30px;margin:0;border:2px solid var(--s-line);border-radius:15px;background:var(--s-surface);cursor:pointer}
input::before{content:"";display:block;width:18px;height:18px;margin:4px;border-radius:50%;background:var(--s-line)}
input:checked{background:var(--s-accent);border-color:var(--s-accent)}
input:checked::before{margin-inline-start:26px;background:var(--s-on-accent)}
input[aria-disabled]{opacity:.65;cursor:not-allowed}
summary{cursor:pointer;padding:.4em 0;width:fit-content}
dl{margin:.25em 0 0;display:grid;grid-template-columns:minmax(0,10em) minmax(0,1fr);gap:.3em 1em;overflow-wrap:anywhere}
dt{font-weight:600}
dd,dd ul{margin:0;padding:0;list-style:none}
table{border-collapse:collapse;width:100%}
th,td{text-align:start;vertical-align:top;padding:.4em .75em .4em 0;border-bottom:1px solid var(--s-rule)}
.actions{display:grid;gap:.5em;grid-template-columns:repeat(auto-fit,minmax(min(100%,7.5em),1fr))}
button{min-height:44px;flex:none;padding:.25em .75em;font:600 1em var(--s-font);color:var(--s-on-accent);background:var(--s-accent);border:1px solid var(--s-accent);border-radius:var(--s-radius);cursor:pointer}
button.plain{color:var(--s-text);background:none;border-color:var(--s-line)}
button:hover,summary:hover{text-decoration:underline}
:focus-visible{outline:3px solid var(--s-focus);outline-offset:2px}
@media (max-width:30em){.actions{grid-template-columns:1fr 1fr}.actions :nth-child(3):last-child{grid-column:1/-1}dl{display:block}dd+dt{margin-top:.5em}}
@media (prefers-reduced-motion:no-preference){input::before{transition:margin .15s}}
@media (forced-colors:active){input::before{background:ButtonText}input:checked{background:Highlight;forced-color-adjust:none}input:checked::before{background:HighlightText}}
`;
