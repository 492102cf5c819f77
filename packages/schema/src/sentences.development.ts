import type { ErrorCode } from './error-code.js';

type Sentence = (at: string, value: string) => string;

/** One table of all sentences: what is wrong, which value, and the fix. */
const sentences: { readonly [code in ErrorCode]: Sentence } = {
  C01: (_, value) =>
    `The configuration is not JSON (${value}). Everything is held. Check the text of <script id="sluis-config"> in a JSON validator.`,
  C02: (at, value) =>
    `"${at}" is ${value}. Give it the type that the README's table of configuration words names.`,
  C03: (at, value) =>
    `"${at}" has the unknown word "${value}". Remove it, or check its spelling in the README's table.`,
  C04: (at, value) => `"${at}" is "${value}", which it cannot be. See the README's table.`,
  C05: (at) =>
    `"${at}" is missing. Visitors must be told this before they answer (EDPB 05/2020), so there is no default.`,
  C06: (at, value) =>
    `"${at}" asks for device access on legal basis "${value}". Only consent (a) or strict necessity opens the device: add "a", or set deviceAccess to "none".`,
  C07: (at, value) =>
    `"${at}" is "${value}", but the control follows from the legal basis. Remove the word "control", or change the legal basis.`,
  C08: (at, value) =>
    `"${at}" names the service "${value}", which is not in "services". Add it there, as an object or as an id of the catalogue.`,
  C09: (at, value) =>
    `"${at}" has the id "${value}" twice, or in a form that is not lower-case letters, digits and dashes. Give each its own id.`,
  C10: (at, value) =>
    `"${at}" means nothing with gate "${value}". Remove it, or set gate to "strict".`,
  C11: (at, value) =>
    `"${at}" stands on legal basis "${value}". Special categories of data and decisions without a person in them need explicit consent, a contract or a law (GDPR art. 9(2), 22(2)): change the legal basis.`,
  C12: (at) =>
    `"${at}" is on a purpose that people consent to. Their consent is for that purpose: ask for the new one, as a purpose of its own (GDPR art. 6(4)).`,
  C13: (at, value) =>
    `"${at}" counts visits without consent, which profile "${value}" does not exempt (R46, R50, R53). Use legal basis "a", or legal basis "f" with profile "nl" or "fr".`,
  C14: (at, value) => `"${at}" is refused by rule ${value}`,
  S01: (_, value) =>
    `IndexedDB is not to be had (${value}). The answer is kept in the mirror only.`,
  S02: () =>
    'Neither cookies nor localStorage can be written. The answer lasts until this page is left.',
  I01: (at) =>
    `identify() was given something that looks like ${at}. Give a signed token from your server, never a citizen number, account number or mail address.`,
  I02: (_, value) =>
    `The server did not accept the token (${value}). Nothing is linked; sign a fresh one.`,
  I03: () =>
    'Granting through the API needs a click or key press of the visitor. Call it from an event handler.',
  N01: (_, value) =>
    `The backend cannot be reached (${value}). The decision waits in the outbox and is sent again.`,
  N02: (_, value) =>
    `The backend refused the decision for good (${value}). It stays in the device's own history.`,
  N03: (at, value) =>
    `The chunk "${at}" did not load (${value}). Everything stays held. Check "assets" and that the chunks lie beside head.js.`,
  N04: (_, value) =>
    `A request of the visitor was not sent (${value}). The page says so and names the contact of the controller.`,
  G01: () => 'Sluis runs twice on this page. The first one counts; remove the second tag.',
  G02: (at) =>
    `${at} stands before the gate, so it is not held. Move the three tags of Sluis to the top of <head>.`,
  G03: () =>
    'There is no policy tag in front of the script, so Chromium fetches static tags ahead of the gate. Put <meta http-equiv="Content-Security-Policy" content="manifest-src *"> right before it.',
  G04: (at) =>
    `The page script is loaded with ${at}, so it runs after the tags that it should hold. Remove ${at}.`,
  G05: (at) =>
    `${at} was asked for before the gate stood. Move Sluis before whatever asks for it; a bundle runs too late for tags of the HTML, so put head.js there.`,
  G06: (at) =>
    `${at} is not there, so frames that are allowed later stay blank. Copy the whole folder dist/script, and check "assets".`,
  G07: (at) =>
    at === 'after'
      ? 'The configuration comes after the script, which has not seen it: everything is held, nothing is asked. Move <script id="sluis-config"> before it.'
      : 'The configuration is missing: everything is held, nothing is asked. Put <script type="application/json" id="sluis-config"> before the script.',
  G08: (at) =>
    `gtag() was given ${at}, against the lock of Google Analytics (S02, R42, R43). It is left out; remove it from the call.`,
  G09: (at) =>
    `The event "${at}" is on the list of no purpose that is recorded (S08). It stays here; add it to "events", or remove it from the page.`,
  G10: (at, value) =>
    `<${value}> names the purpose "${at}", which this visitor is not asked. It stays as it is; add the purpose, or remove the element.`,
};

/** The sentence for a code, with the offending place and value in it. */
export function sentenceOf(code: ErrorCode, at: string, value: unknown): string {
  return sentences[code](at, String(value));
}

/** In development a bad configuration throws at once. */
export const isDevelopment: boolean = true;
