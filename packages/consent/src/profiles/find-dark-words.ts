import type { Finding } from './finding.js';

interface DarkWord {
  readonly words: RegExp;
  readonly rule: string;
  readonly text: string;
}

/** Words of other consent managers for what the law forbids: Sluis has none of them, and says why. */
const darkWords: readonly DarkWord[] = [
  {
    words: /^(hide|no|disable)(Refuse|Reject|Deny|Decline)(Button)?$/,
    rule: 'R01',
    text: 'Refusing stands beside accepting on every layer. Remove the word.',
  },
  {
    words: /^(checked|preChecked|preTicked|preSelected|default|defaultOn|defaultValue)$/,
    rule: 'R02',
    text: 'Nothing is on before the visitor turns it on. Remove the word.',
  },
  {
    words: /^(refuse|reject|deny|decline)(Style|Class|Color|Colour|Opacity|AsLink)$/,
    rule: 'R03',
    text: 'Refusing looks like accepting. Remove the word; the theme styles both.',
  },
  {
    words: /^(essential|required|readOnly|mandatory|strictlyNecessary)$/,
    rule: 'R06',
    text: 'What is necessary follows from legalBasis and deviceAccess, with a reason. Use these.',
  },
  {
    words: /^(cookieWall|forceConsent|mustConsent|disablePageInteraction|blockPage)$/,
    rule: 'R08',
    text: 'The page works without an answer. Remove the word.',
  },
  {
    words: /^(acceptOn|autoAccept|autoclear|implied|implicit|dismissOn)(\w*)$/,
    rule: 'R09',
    text: 'Only a press of accept grants, no scrolling, going on or waiting. Remove the word.',
  },
];

/** Looks for them at every level of a configuration, also of one that does not validate. */
export function findDarkWords(value: unknown, at: string = ''): readonly Finding[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([word, inside]) => {
    const place = Array.isArray(value) ? `${at}[${word}]` : at ? `${at}.${word}` : word;
    const dark = darkWords.find(({ words }) => words.test(word));
    return dark ? [{ rule: dark.rule, at: place, text: dark.text }] : findDarkWords(inside, place);
  });
}
