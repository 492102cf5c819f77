import { themeCss } from './theme.js';

/**
 * The host itself is fixed (automatic consent clients look for that; no layout shift), never wider
 * or higher than the window: the text scrolls, the three buttons stay in view (R30). Light children
 * are met by page CSS, so each starts from `all: initial`. Sizes are in em of the visitor's own
 * text size, not of the page's.
 */
export const bannerCss: string = `${themeCss}
:host,::slotted(*){all:initial!important;box-sizing:border-box!important;font-family:var(--s-font)!important;line-height:1.45!important;color:var(--s-text)!important;display:block!important}
:host{position:fixed!important;inset:auto 0 0!important;z-index:2147483647!important;display:flex!important;flex-direction:column!important;max-height:100vh!important;max-height:100dvh!important;background:var(--s-surface)!important;border:1px solid var(--s-line)!important;border-width:1px 0 0!important;box-shadow:0 0 2em #0003!important}
:host([data-sluis-side=top]){inset:0 0 auto!important}
.text{overflow:auto;flex:1;padding:.75em 1em 0}
.actions{display:grid;gap:.5em;padding:.75em 1em 1em}
ul{list-style:none;margin:.5em 0;padding:0}
li{margin:.35em 0}
::slotted(h2){font-size:1.15em!important;font-weight:650!important;margin:0 0 .25em!important}
::slotted(p),::slotted(span),::slotted(strong),::slotted(a){font-size:.9em!important}
::slotted(strong),::slotted(span){display:inline!important}
::slotted(strong){font-weight:650!important;margin-inline-end:.4em!important}
::slotted(span){color:var(--s-muted)!important}
::slotted(a){display:inline-block!important;padding:.25em 0!important;text-decoration:underline!important;cursor:pointer!important}
::slotted(h2:focus){outline:none!important}
::slotted(button){min-height:44px!important;padding:.25em 1em!important;font-weight:600!important;text-align:center!important;color:var(--s-on-accent)!important;background:var(--s-accent)!important;border:1px solid var(--s-accent)!important;border-radius:var(--s-radius)!important;cursor:pointer!important}
::slotted(button:hover),::slotted(a:hover){text-decoration:underline 2px!important}
::slotted(:focus-visible){outline:3px solid var(--s-focus)!important;outline-offset:2px!important}
@media (min-width:30em){.actions{grid-template-columns:1fr 1fr 1fr}}
@media (min-width:52em){:host{inset:auto 1em 1em!important;max-width:62em!important;margin:0 auto!important;max-height:calc(100vh - 2em)!important;flex-direction:row!important;border-width:1px!important;border-radius:calc(var(--s-radius)*2)!important}:host([data-sluis-side=top]){inset:1em 1em auto!important}.text{padding:1.25em 1.5em}.actions{grid-template-columns:13em;align-content:center;padding:1.25em 1.5em}}
@media (min-width:52em){:host([aria-modal=true]),:host([aria-modal=true][data-sluis-side]){inset:0!important;margin:auto!important;height:fit-content!important}}
:host([aria-modal=true]){box-shadow:0 0 0 200vmax #0009!important}
@media print{:host{display:none!important}}
`;
