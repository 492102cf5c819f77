/** What the opt-out page says around the site's own texts. */
export interface OptOutTexts {
  readonly title: string;
  readonly on: string;
  readonly off: string;
  readonly always: string;
  readonly stop: string;
  readonly stopAll: string;
  readonly history: string;
  readonly said: { readonly [method: string]: string };
  readonly cases: string;
  readonly policy: string;
}

const nl: OptOutTexts = {
  title: 'Uw keuzes',
  on: 'Staat aan',
  off: 'Staat uit',
  always: 'Altijd aan',
  stop: 'Stop hiermee',
  stopAll: 'Stop met alles',
  history: 'Wat u eerder koos',
  said: {
    phone: 'per telefoon',
    mail: 'per mail',
    letter: 'per brief',
    counter: 'aan de balie',
    chat: 'in de chat',
    site: 'op de site',
  },
  cases: 'Uw verzoeken',
  policy: 'Privacyverklaring',
};

const en: OptOutTexts = {
  title: 'Your choices',
  on: 'On',
  off: 'Off',
  always: 'Always on',
  stop: 'Stop this',
  stopAll: 'Stop all of this',
  history: 'What you chose before',
  said: {
    phone: 'by phone',
    mail: 'by mail',
    letter: 'by letter',
    counter: 'at the counter',
    chat: 'in the chat',
    site: 'on the site',
  },
  cases: 'Your requests',
  policy: 'Privacy statement',
};

const fr: OptOutTexts = {
  title: 'Vos choix',
  on: 'Activé',
  off: 'Désactivé',
  always: 'Toujours activé',
  stop: 'Arrêter',
  stopAll: 'Tout arrêter',
  history: 'Vos choix précédents',
  said: {
    phone: 'par téléphone',
    mail: 'par e-mail',
    letter: 'par courrier',
    counter: 'au guichet',
    chat: 'par chat',
    site: 'sur le site',
  },
  cases: 'Vos demandes',
  policy: 'Déclaration de confidentialité',
};

const de: OptOutTexts = {
  title: 'Ihre Auswahl',
  on: 'Ein',
  off: 'Aus',
  always: 'Immer ein',
  stop: 'Beenden',
  stopAll: 'Alles beenden',
  history: 'Ihre bisherige Auswahl',
  said: {
    phone: 'per Telefon',
    mail: 'per E-Mail',
    letter: 'per Brief',
    counter: 'am Schalter',
    chat: 'im Chat',
    site: 'auf der Website',
  },
  cases: 'Ihre Anfragen',
  policy: 'Datenschutzerklärung',
};

const languages: { readonly [language: string]: OptOutTexts } = { nl, en, fr, de };

/** In the language asked for, or English. */
export function optOutTexts(language: string): OptOutTexts {
  return languages[language.slice(0, 2).toLowerCase()] ?? en;
}
