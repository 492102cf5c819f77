/** Names of the tokens: a site sets `--sluis-` and the name. */
export const tokens: readonly string[] = [
  'surface',
  'text',
  'muted',
  'line',
  'rule',
  'accent',
  'on-accent',
  'focus',
  'radius',
  'font',
];

/**
 * Design tokens. A site sets `--sluis-surface`, `--sluis-text`, `--sluis-muted`, `--sluis-line` (edges of controls),
 * `--sluis-rule` (lines between parts), `--sluis-accent`, `--sluis-on-accent`, `--sluis-focus`, `--sluis-radius` and `--sluis-font` on
 * any ancestor; the private names are read by the surfaces. Contrast: text at least 4.5:1, controls
 * and focus ring at least 3:1, in light and dark (R60). `!important` in a shadow root wins over the
 * page, important or not (CSS cascade 5, 6.4.1).
 */
export const themeCss: string = `
:host{--s-surface:var(--sluis-surface,#fff)!important;--s-text:var(--sluis-text,#15202b)!important;--s-muted:var(--sluis-muted,#4b5a69)!important;--s-line:var(--sluis-line,#76869a)!important;--s-rule:var(--sluis-rule,#dbe2ea)!important;--s-accent:var(--sluis-accent,#0b4a6f)!important;--s-on-accent:var(--sluis-on-accent,#fff)!important;--s-focus:var(--sluis-focus,#0a66c2)!important;--s-radius:var(--sluis-radius,8px)!important;--s-font:var(--sluis-font,system-ui,sans-serif)!important}
@media (prefers-color-scheme:dark){:host{--s-surface:var(--sluis-surface,#161e28)!important;--s-text:var(--sluis-text,#e9eef4)!important;--s-muted:var(--sluis-muted,#b3bfcc)!important;--s-rule:var(--sluis-rule,#303c4a)!important;--s-accent:var(--sluis-accent,#b9dcf5)!important;--s-on-accent:var(--sluis-on-accent,#0e1a26)!important;--s-focus:var(--sluis-focus,#7cc0ff)!important}}
`;
