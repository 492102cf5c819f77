/** What of a page's HTML live mode holds in every engine, and what one of them fetches before a script can look. */
export type Kind =
  | 'script'
  | 'style sheet'
  | 'image'
  | 'frame'
  | 'preload'
  | 'preconnect'
  | 'picture in a template';

interface FirstView {
  /** Engines in which it leaves on the first view. */
  readonly leaves: readonly string[];
  /** What holds it there. */
  readonly hold: string;
}

const template = 'wrap it in <template data-sluis-purpose="...">';
const header = 'let the server send a Content-Security-Policy that names who may be asked';
const script = 'let a script of your own insert it';

/** The README's table of browsers, as measured on the demo's loopback vendors. */
export const firstView: { readonly [kind in Kind]: FirstView } = {
  script: { leaves: ['Firefox', 'WebKit'], hold: `${template}, or ${script}` },
  'style sheet': { leaves: ['Firefox'], hold: `${template}, or ${header}` },
  image: { leaves: ['Firefox'], hold: `${script}, or ${header}` },
  frame: { leaves: [], hold: '' },
  preload: { leaves: ['Chromium', 'Firefox', 'WebKit'], hold: `${template}, or take it out` },
  preconnect: { leaves: ['Chromium', 'Firefox', 'WebKit'], hold: `${template}, or take it out` },
  'picture in a template': {
    leaves: ['Firefox'],
    hold: `give the <img> loading="lazy", or ${script}`,
  },
};
