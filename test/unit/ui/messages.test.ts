import { bannerLabels } from '@sluis/ui';
import { expect, test } from 'vitest';
import { messages as de } from '../../../packages/ui/src/messages/de.js';
import { messages as en } from '../../../packages/ui/src/messages/en.js';
import { messages as fr } from '../../../packages/ui/src/messages/fr.js';
import { messages as nl } from '../../../packages/ui/src/messages/nl.js';

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

test.each([nl, fr, de, en])('R28 the buttons carry approved words: $language', (messages) => {
  const approved = bannerLabels[messages.language];

  expect(approved?.accept).toContain(messages.accept.toLowerCase());
  expect(approved?.accept).toContain(messages.acceptAll.toLowerCase());
  expect(approved?.refuse).toContain(messages.refuse.toLowerCase());
  expect(approved?.refuse).toContain(messages.refuseAll.toLowerCase());
  expect(approved?.settings).toContain(messages.settings.toLowerCase());
});

test.each([fr, de, en])(
  'says everything that Dutch says, with the same placeholders: $language',
  (messages) => {
    const dutch = new Map(texts(nl));

    for (const [path, text] of texts(messages)) {
      expect(text.trim(), path).not.toBe('');
      expect(placeholders(text), path).toEqual(placeholders(dutch.get(path) ?? ''));
    }
  },
);

test.each([nl, fr, de, en])(
  'the first layer holds a phrase that automatic clients know: $language',
  (messages) => {
    expect(messages.bannerText).toContain(knownPhrases[messages.language]);
  },
);

test.each([nl, fr, de, en])(
  'R11 R33 the first layer names the controller and the way back: $language',
  (messages) => {
    expect(messages.bannerText).toContain('{controller}');
    expect(messages.bannerChange).toContain('{reopen}');
  },
);
