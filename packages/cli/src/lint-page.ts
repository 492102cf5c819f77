import { matchesHost, type Policy } from '@sluis/schema';
import type { Finding } from './finding.js';
import { lintChecklist } from './lint-checklist.js';
import { lintConfig } from './lint-config.js';
import { lintOrder } from './lint-order.js';
import { lintTheme, type Style } from './lint-theme.js';
import { pageElements, type PageElement } from './page-elements.js';
import { firstView, type Kind } from './first-view.js';

/** Links that show or fetch something, by a word of their `rel`. */
const links: readonly (readonly [RegExp, Kind])[] = [
  [/\bstylesheet\b/i, 'style sheet'],
  [/\b(modulepreload|preload|prefetch)\b/i, 'preload'],
  [/\b(preconnect|dns-prefetch)\b/i, 'preconnect'],
  [/\bicon\b/i, 'image'],
];

const tags: { readonly [tag: string]: Kind } = {
  script: 'script',
  img: 'image',
  source: 'image',
  image: 'image',
  feImage: 'image',
  video: 'image',
  iframe: 'frame',
  embed: 'frame',
  object: 'frame',
};

/** What a preload is for tells who holds it: what is shown is held as a picture is. */
function kindOfLink(element: PageElement): Kind | undefined {
  if (/^(style|font|image)$/i.test(element.attribute('as') ?? '')) return 'image';
  const rel = element.attribute('rel') ?? '';
  return links.find(([word]) => word.test(rel))?.[1];
}

function kindOf(element: PageElement): Kind | undefined {
  const { tag, waits } = element;
  if (tag === 'link') return waits ? undefined : kindOfLink(element);
  const kind = Object.hasOwn(tags, tag) ? tags[tag] : undefined;
  if (!waits) return kind;
  // Firefox fetches pictures inside an inert template (bugzilla.mozilla.org/1441044).
  const isFetched = kind === 'image' && element.attribute('loading') !== 'lazy';
  return isFetched ? 'picture in a template' : undefined;
}

/** Films themselves are held in every engine; what is shown before they play is a picture. */
function addressesOf(element: PageElement): readonly string[] {
  const names = element.tag === 'video' ? ['poster'] : ['src', 'href', 'data'];
  const one = names.flatMap((name) => element.attribute(name) ?? []);
  const many = (element.attribute('srcset') ?? '').split(',').map((part) => part.trim());
  return [...one, ...many.map((part) => part.split(/\s/, 1).join())].filter(Boolean);
}

/** Another party's, by the page's word: an address with a host that neither is the site nor always passes. */
function isOther(address: string, site: URL, passing: readonly string[]): URL | undefined {
  if (!URL.canParse(address, site.href)) return undefined;
  const url = new URL(address, site);
  const own = site.hostname.replace(/^www\./, '');
  if (!url.protocol.startsWith('http')) return undefined;
  return matchesHost([own, ...passing], url.hostname, url.pathname) ? undefined : url;
}

/** Hosts that need no answer: those of `allow`, and of services of which every purpose is strictly necessary. */
function passingHosts({ allow, purposes, services }: Policy): readonly string[] {
  const passes = ({ id }: { readonly id: string }): boolean => {
    const served = purposes.filter((purpose) => purpose.services.includes(id));
    return (
      served.length > 0 &&
      served.every((one) => one.control === 'locked' && one.deviceAccess === 'necessary')
    );
  };
  return [...allow, ...services.filter(passes).flatMap(({ hosts }) => hosts)];
}

/** The page's configuration, and what is wrong with it. */
function readConfig(elements: readonly PageElement[]): {
  readonly policy?: Policy;
  readonly findings: readonly Finding[];
} {
  const element = elements.find((one) => one.attribute('id') === 'sluis-config');
  if (!element) return { findings: [] }; // told by the order
  const { line, column } = element;
  const { sentences, ...read } = lintConfig(element.text);
  const missing = read.policy ? lintChecklist(read.policy) : [];
  const place = { line, column };
  return {
    ...read,
    findings: [
      ...sentences.map((sentence): Finding => ({ level: 'error', ...place, sentence })),
      ...missing.map((sentence): Finding => ({ level: 'warning', ...place, sentence })),
    ],
  };
}

/** Where a page sets the theme: in its style sheets and its style attributes. */
function stylesOf({ tag, text, line, attribute }: PageElement): readonly Style[] {
  const inline = attribute('style');
  const sheet = tag === 'style' ? [{ css: text, line }] : [];
  return inline === undefined ? sheet : [...sheet, { css: inline, line }];
}

/**
 * What a page's HTML says about its gate: mistakes in the order, the configuration and the theme, and what
 * an engine fetches on the first view before a script can hold it, with the layer that can.
 * @param address of the page, by which its own addresses are told from others'
 */
export function lintPage(html: string, address: string): readonly Finding[] {
  const site = new URL(address);
  const elements = pageElements(html);
  const { policy, findings } = readConfig(elements);
  const passing = policy ? passingHosts(policy) : [];
  const early = elements.flatMap((element): readonly Finding[] => {
    const kind = kindOf(element);
    const { leaves, hold } = kind ? firstView[kind] : { leaves: [], hold: '' };
    const other = addressesOf(element)
      .map((one) => isOther(one, site, passing))
      .find(Boolean);
    if (!leaves.length || !other) return [];
    const { line, column, tag } = element;
    const sentence = `<${tag}> asks ${other.hostname} on the first view in ${leaves.join(', ')}, before a script can hold it: ${hold}.`;
    return [{ level: 'warning', line, column, sentence }];
  });
  const theme = lintTheme(elements.flatMap(stylesOf));
  return [...lintOrder(elements), ...findings, ...theme, ...early];
}
