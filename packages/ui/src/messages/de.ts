import type { Messages } from '../messages.js';

/** German. Written with care, from the Dutch; checked against the approved labels. No lawyer or translator has signed it off. */
export const messages: Messages = {
  language: 'de',
  direction: 'ltr',

  bannerTitle: 'Ihre Wahl zu Cookies',
  bannerText:
    '{controller} bittet um Ihre Einwilligung in die Verwendung von Cookies und ähnlichen Techniken. Ohne Ihre Einwilligung tun wir dies nicht:',
  bannerChange:
    'Ändern oder widerrufen können Sie jederzeit und kostenlos, über die Schaltfläche „{reopen}“ auf jeder Seite.',
  bannerSignal:
    'Ihr Browser bittet, keine Daten weiterzugeben (Global Privacy Control). Daran halten wir uns.',
  policyLink: 'Datenschutzerklärung von {controller}',
  accept: 'Akzeptieren',
  refuse: 'Ablehnen',
  settings: 'Einstellungen',

  reopen: 'Datenschutzwahl',

  preferencesTitle: 'Ihre Wahl zum Datenschutz',
  preferencesText:
    'Wählen Sie für jeden Zweck, was {controller} tun darf. Sie können Ihre Wahl jederzeit ändern oder widerrufen.',
  acceptAll: 'Alle akzeptieren',
  refuseAll: 'Alle ablehnen',
  save: 'Auswahl speichern',
  close: 'Schließen',
  withdraw: 'Einwilligung widerrufen',
  saved: 'Ihre Auswahl ist gespeichert.',
  notSaved: 'Ihre Auswahl ist nicht gespeichert. Drücken Sie die Schaltfläche noch einmal.',
  cleaned: 'Die Daten von {services} auf diesem Gerät wurden gelöscht.',
  leftBehind:
    'Nicht gelöscht: {names}. Das können Sie in den Einstellungen Ihres Browsers löschen.',
  unseen:
    'Cookies, die nur ein Server lesen kann oder die zu einer anderen Website gehören, kann diese Seite weder sehen noch löschen.',

  allow: 'Erlauben',
  object: 'Ich widerspreche',
  objectionHint: 'Dies geschieht, bis Sie widersprechen.',
  locked: 'Immer aktiv',
  identifiedOnly: 'Nur wenn Sie angemeldet sind.',
  signalled: 'Aus: Ihr Browser lehnt dies mit Global Privacy Control ab.',
  details: 'Mehr dazu',
  basis: 'Rechtsgrundlage: {bases}.',
  bases: {
    a: 'Ihre Einwilligung',
    b: 'Erfüllung eines Vertrags',
    c: 'gesetzliche Pflicht',
    d: 'Schutz lebenswichtiger Interessen',
    e: 'Aufgabe im öffentlichen Interesse',
    f: 'berechtigtes Interesse',
  },
  restricted: 'Auf Ihren Wunsch eingeschränkt: gespeichert, aber nicht verwendet.',
  restrict: 'Speichern, aber nicht verwenden',
  controller: 'Wer darüber entscheidet',
  consequence: 'Wenn Sie ablehnen',
  alsoTrue: 'Gut zu wissen',
  profiling: 'Damit wird ein Profil von Ihnen erstellt.',
  sharing: 'Die Daten gehen an andere, die sie für eigene Zwecke verwenden.',
  sensitive: 'Es handelt sich um besondere Kategorien von Daten, etwa zur Gesundheit.',
  automatedDecision: 'Entscheidung ohne einen Menschen',
  roles: {
    processor: 'handelt in unserem Auftrag (Auftragsverarbeiter)',
    controller: 'verwendet sie auch für eigene Zwecke (Verantwortlicher)',
  },
  keys: 'Cookies und gespeicherte Daten',

  device: 'Was sich jetzt auf diesem Gerät befindet',
  kinds: {
    cookie: 'Cookie',
    localStorage: 'gespeichert, bis es gelöscht wird',
    sessionStorage: 'gespeichert, bis Sie diesen Tab schließen',
    database: 'Datenbank',
    cache: 'Dateien für später',
  },
  ownAnswer: 'Ihre Datenschutzwahl selbst',
  remove: 'Löschen',
  removed: '„{name}“ wurde gelöscht.',
  notRemoved:
    '„{name}“ konnte nicht gelöscht werden. Sie können das in den Einstellungen Ihres Browsers tun.',

  embedText:
    '{names} würde Ihre IP-Adresse erhalten, könnte sehen, auf welcher Seite Sie sind, und Cookies setzen.',
  embedOnce: 'Einmal anzeigen',
  embedAlways: 'Immer anzeigen',

  retention: 'Speicherdauer',
  services: 'Dienste',
  recipients: 'Empfänger',
  source: 'Herkunft der Daten',

  optOutTitle: 'Ihre Wahl zum Datenschutz bei {controller}',
  notAnswered:
    'Sie haben noch nicht alles beantwortet. Was offen ist, geschieht nicht, solange Sie nicht einwilligen.',
  answered: 'Hier sehen Sie, was Sie gewählt haben.',
  identified: 'Sie sind angemeldet: Ihre Wahl gilt auch für Ihr Konto.',
  notIdentified: 'Sie sind nicht angemeldet: Ihre Wahl gilt auf diesem Gerät.',
  contact: 'Fragen oder eine Beschwerde? {contact}',

  noticeTitle: 'Was sich geändert hat',
  noticeUse: 'Neu oder erweitert: {purpose}',
  noticeText: 'Geändert: {purpose}',

  history: 'Was Sie früher gewählt haben',
  historyEmpty: 'Sie haben noch keine Wahl getroffen.',
  historyDate: 'Datum',
  historyPurpose: 'Zweck',
  historyAnswer: 'Antwort',
  answers: {
    granted: 'eingewilligt',
    refused: 'abgelehnt',
    withdrawn: 'Einwilligung widerrufen',
    objected: 'widersprochen',
    unobjected: 'Widerspruch zurückgenommen',
    restricted: 'eingeschränkt: gespeichert, nicht verwendet',
    unrestricted: 'Einschränkung aufgehoben',
  },
  receipt: 'Nachweis herunterladen',
  receiptNone: 'Es gibt noch keinen Nachweis.',

  noMarketing: 'Gar keine Werbung',
  rightsTitle: 'Ihre Rechte',
  rightsTo: '{controller} entscheidet über: {purposes}.',
  rights: {
    access: 'Meine Daten einsehen',
    rectification: 'Meine Daten berichtigen',
    erasure: 'Meine Daten löschen',
    restriction: 'Die Nutzung meiner Daten einschränken',
    objection: 'Widersprechen',
    portability: 'Meine Daten mitnehmen',
    human: 'Einen Menschen entscheiden lassen',
  },
  requestText: 'Erläuterung (freiwillig)',
  requested:
    'Ihre Anfrage hat die Nummer {number}. Spätestens am {date} müssen Sie eine Antwort haben.',
  notRequested: 'Ihre Anfrage wurde nicht gesendet. Sie können sie auch hier stellen: {contact}.',
  complaint: 'Sie können sich auch beschweren: {supervisor}.',
};
