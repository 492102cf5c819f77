import { readdirSync, readFileSync } from 'node:fs';
import { bannerLabels, type Messages } from '@sluis/ui';
import { expect, test } from 'vitest';
import { messages as nl } from '../../../packages/ui/src/messages/nl.js';

const folder = new URL('../../../packages/ui/src/messages/', import.meta.url);
const tags = readdirSync(folder).map((file) => file.replace('.ts', ''));
const all: readonly Messages[] = await Promise.all(
  tags.map(async (tag) => (await import(`../../../packages/ui/src/messages/${tag}.ts`)).messages),
);

/** Written with care; the others say of themselves that they are drafts. */
const careful = ['nl', 'fr', 'de', 'en'];
const [de, en, fr] = ['de', 'en', 'fr'].map((tag) => all.find((one) => one.language === tag) ?? nl);

const official = 'bg cs da de el en es et fi fr ga hr hu it lt lv mt nl pl pt ro sk sl sv'.split(
  ' ',
);

/** `path: text` of every text in a tree of messages. */
function texts(tree: object, path = ''): [path: string, text: string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[path + key, value]] : texts(value, `${path}${key}.`),
  );
}

const placeholders = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();

/** What automatic consent clients look for in the text, as measured on them. */
const knownPhrases: { readonly [language: string]: string } = {
  nl: 'gebruik van cookies',
  fr: 'utilisation des cookies',
  de: 'Verwendung von Cookies',
  en: 'use of cookies',
};

test.each(all)('R28 the buttons carry approved words: $language', (messages) => {
  const approved = bannerLabels[messages.language];

  expect(approved?.accept).toContain(messages.accept.toLowerCase());
  expect(approved?.accept).toContain(messages.acceptAll.toLowerCase());
  expect(approved?.refuse).toContain(messages.refuse.toLowerCase());
  expect(approved?.refuse).toContain(messages.refuseAll.toLowerCase());
  expect(approved?.settings).toContain(messages.settings.toLowerCase());
});

test.each(all)(
  'says everything that Dutch says, with the same placeholders: $language',
  (messages) => {
    const dutch = new Map(texts(nl));

    for (const [path, text] of texts(messages)) {
      expect(text.trim(), path).not.toBe('');
      expect(placeholders(text), path).toEqual(placeholders(dutch.get(path) ?? ''));
    }
  },
);

test.each([nl, fr ?? nl, de ?? nl, en ?? nl])(
  'the first layer holds a phrase that automatic clients know: $language',
  (messages) => {
    expect(messages.bannerText).toContain(knownPhrases[messages.language]);
  },
);

test.each(all)(
  'R11 R33 the first layer names the controller and the way back: $language',
  (messages) => {
    expect(messages.bannerText).toContain('{controller}');
    expect(messages.bannerChange).toContain('{reopen}');
  },
);

/** The longest sentence of a text, in words. Placeholders count as one. */
function longestSentence(text: string, language: string): number {
  const split = (part: string, granularity: 'sentence' | 'word'): Intl.SegmentData[] => [
    ...new Intl.Segmenter(language, { granularity }).segment(part),
  ];
  return Math.max(
    ...split(text, 'sentence').map(
      ({ segment }) => split(segment, 'word').filter(({ isWordLike }) => isWordLike).length,
    ),
  );
}

test.each(all)('R16 no sentence of the first layer is longer than 25 words: $language', (one) => {
  for (const text of [one.bannerTitle, one.bannerText, one.bannerChange, one.bannerSignal])
    expect(longestSentence(text, one.language), text).toBeLessThanOrEqual(25);
});

test('the official languages of the EU have texts, with Norwegian, Icelandic, Ukrainian, Turkish, Arabic and Frisian', () => {
  expect(tags).toEqual([...official, 'nb', 'is', 'uk', 'tr', 'ar', 'fy'].sort());
  expect(all.map(({ language }) => language)).toEqual(tags);
  for (const tag of tags) {
    const file = careful.includes(tag) ? 'module-rooms' : 'more-languages';
    const loaders = readFileSync(
      new URL(`../../../packages/sluis/src/${file}.ts`, import.meta.url),
      'utf8',
    );
    expect(loaders).toContain(`import('sluis:banner/${tag}')`);
    expect(loaders).toContain(`import('@sluis/ui/messages/${tag}')`);
  }
});

test('R67 Arabic is written from right to left, the others from left to right', () => {
  const rightToLeft = all.filter(({ direction }) => direction === 'rtl');

  expect(rightToLeft.map(({ language }) => language)).toEqual(['ar']);
});

test('each language says in its file how it was made', () => {
  const drafts = tags.filter((tag) =>
    readFileSync(new URL(`${tag}.ts`, folder), 'utf8').includes('A draft: machine-made'),
  );

  expect(drafts).toEqual(tags.filter((tag) => !careful.includes(tag)));
  for (const tag of careful)
    expect(readFileSync(new URL(`${tag}.ts`, folder), 'utf8')).toContain('Written with care');
});
