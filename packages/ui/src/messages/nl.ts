import type { Messages } from '../messages.js';

/** Dutch. Written with care, the first text, from which the others were made; checked against the approved labels. No lawyer or translator has signed it off. */
export const messages: Messages = {
  language: 'nl',
  direction: 'ltr',

  bannerTitle: 'Uw keuze over cookies',
  bannerText:
    '{controller} vraagt uw toestemming voor het gebruik van cookies en vergelijkbare technieken. Zonder uw toestemming doen wij dit niet:',
  bannerChange:
    'Wijzigen of intrekken kan altijd en is gratis, via de knop ‘{reopen}’ op elke pagina.',
  bannerSignal:
    'Uw browser vraagt om gegevens niet te delen (Global Privacy Control). Dat volgen wij.',
  policyLink: 'Privacyverklaring van {controller}',
  accept: 'Accepteren',
  refuse: 'Weigeren',
  settings: 'Instellingen',

  reopen: 'Privacykeuzes',

  preferencesTitle: 'Uw privacykeuzes',
  preferencesText:
    'Kies per doel wat {controller} mag doen. U kunt uw keuze altijd wijzigen of intrekken.',
  acceptAll: 'Alles accepteren',
  refuseAll: 'Alles weigeren',
  save: 'Keuze opslaan',
  close: 'Sluiten',
  withdraw: 'Toestemming intrekken',
  saved: 'Uw keuze is opgeslagen.',
  notSaved: 'Uw keuze is niet opgeslagen. Druk nog eens op de knop.',
  cleaned: 'De gegevens van {services} op dit apparaat zijn gewist.',
  leftBehind: 'Niet gewist: {names}. Die kunt u wissen in de instellingen van uw browser.',
  unseen:
    'Cookies die alleen een server kan lezen of die bij een andere website horen, kan deze pagina niet zien en niet wissen.',

  allow: 'Toestaan',
  object: 'Ik maak bezwaar',
  objectionHint: 'Dit gebeurt totdat u bezwaar maakt.',
  locked: 'Altijd aan',
  identifiedOnly: 'Alleen als u bent ingelogd.',
  signalled: 'Uit: uw browser vraagt met Global Privacy Control om dit niet te doen.',
  details: 'Meer hierover',
  basis: 'Grondslag: {bases}.',
  bases: {
    a: 'uw toestemming',
    b: 'uitvoering van een overeenkomst',
    c: 'wettelijke plicht',
    d: 'bescherming van vitale belangen',
    e: 'taak van algemeen belang',
    f: 'gerechtvaardigd belang',
  },
  restricted: 'Op uw verzoek beperkt: wel bewaard, niet gebruikt.',
  restrict: 'Wel bewaren, niet gebruiken',
  controller: 'Wie hierover beslist',
  consequence: 'Als u nee zegt',
  alsoTrue: 'Goed om te weten',
  profiling: 'Hiermee wordt een profiel van u gemaakt.',
  sharing: 'De gegevens gaan naar anderen, die ze voor eigen doelen gebruiken.',
  sensitive: 'Het gaat om bijzondere persoonsgegevens, zoals gegevens over gezondheid.',
  automatedDecision: 'Besluit zonder mens',
  roles: {
    processor: 'werkt in onze opdracht (verwerker)',
    controller: 'gebruikt het ook voor eigen doelen (verwerkingsverantwoordelijke)',
  },
  keys: 'Cookies en opgeslagen gegevens',

  device: 'Wat nu op dit apparaat staat',
  kinds: {
    cookie: 'cookie',
    localStorage: 'opgeslagen totdat het wordt gewist',
    sessionStorage: 'opgeslagen totdat u dit tabblad sluit',
    database: 'database',
    cache: 'bestanden voor later',
  },
  ownAnswer: 'uw privacykeuze zelf',
  remove: 'Verwijderen',
  removed: '‘{name}’ is verwijderd.',
  notRemoved: '‘{name}’ kon niet worden verwijderd. Dat kan wel in de instellingen van uw browser.',

  embedText:
    '{names} zou uw IP-adres krijgen, kan zien op welke pagina u bent en kan cookies plaatsen.',
  embedOnce: 'Eén keer tonen',
  embedAlways: 'Altijd tonen',

  retention: 'Bewaartermijn',
  services: 'Diensten',
  recipients: 'Ontvangers',
  source: 'Herkomst van de gegevens',

  optOutTitle: 'Uw privacykeuzes bij {controller}',
  notAnswered:
    'U hebt nog niet alles beantwoord. Wat open staat, gebeurt niet zolang u er geen toestemming voor geeft.',
  answered: 'Hieronder ziet u wat u hebt gekozen.',
  identified: 'U bent ingelogd: uw keuze geldt ook voor uw account.',
  notIdentified: 'U bent niet ingelogd: uw keuze geldt op dit apparaat.',
  contact: 'Vragen of een klacht? {contact}',

  noticeTitle: 'Wat er is veranderd',
  noticeUse: 'Nieuw of uitgebreid: {purpose}',
  noticeText: 'Gewijzigd: {purpose}',

  history: 'Wat u eerder koos',
  historyEmpty: 'U hebt nog geen keuze gemaakt.',
  historyDate: 'Datum',
  historyPurpose: 'Doel',
  historyAnswer: 'Antwoord',
  answers: {
    granted: 'toestemming gegeven',
    refused: 'geweigerd',
    withdrawn: 'toestemming ingetrokken',
    objected: 'bezwaar gemaakt',
    unobjected: 'bezwaar ingetrokken',
    restricted: 'beperkt: bewaard, niet gebruikt',
    unrestricted: 'beperking opgeheven',
  },
  receipt: 'Bewijs downloaden',
  receiptNone: 'Er is nog geen bewijs.',

  noMarketing: 'Helemaal geen marketing',
  rightsTitle: 'Uw rechten',
  rightsTo: '{controller} beslist over: {purposes}.',
  rights: {
    access: 'Mijn gegevens inzien',
    rectification: 'Mijn gegevens verbeteren',
    erasure: 'Mijn gegevens wissen',
    restriction: 'Het gebruik van mijn gegevens beperken',
    objection: 'Bezwaar maken',
    portability: 'Mijn gegevens meenemen',
    human: 'Een mens laten beslissen',
  },
  requestText: 'Toelichting (niet verplicht)',
  requested: 'Uw verzoek heeft nummer {number}. Uiterlijk op {date} moet u antwoord hebben.',
  notRequested: 'Uw verzoek is niet verstuurd. U kunt het ook hier doen: {contact}.',
  complaint: 'U kunt ook een klacht indienen bij: {supervisor}.',
};
