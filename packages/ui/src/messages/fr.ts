import type { Messages } from '../messages.js';

/** French. Written with care, from the Dutch; checked against the approved labels. No lawyer or translator has signed it off. */
export const messages: Messages = {
  language: 'fr',
  direction: 'ltr',

  bannerTitle: 'Votre choix concernant les cookies',
  bannerText:
    '{controller} demande votre consentement pour l’utilisation des cookies et de techniques similaires. Sans votre consentement, nous ne le faisons pas :',
  bannerChange:
    'Vous pouvez changer ou retirer votre choix à tout moment et gratuitement, avec le bouton « {reopen} » présent sur chaque page.',
  bannerSignal:
    'Votre navigateur demande de ne pas partager de données (Global Privacy Control). Nous le respectons.',
  policyLink: 'Déclaration de confidentialité de {controller}',
  accept: 'Accepter',
  refuse: 'Refuser',
  settings: 'Paramètres',

  reopen: 'Choix de confidentialité',

  preferencesTitle: 'Vos choix de confidentialité',
  preferencesText:
    'Choisissez, pour chaque finalité, ce que {controller} peut faire. Vous pouvez changer ou retirer votre choix à tout moment.',
  acceptAll: 'Tout accepter',
  refuseAll: 'Tout refuser',
  save: 'Enregistrer mon choix',
  close: 'Fermer',
  withdraw: 'Retirer mon consentement',
  saved: 'Votre choix est enregistré.',
  notSaved: 'Votre choix n’est pas enregistré. Appuyez encore une fois sur le bouton.',
  cleaned: 'Les données de {services} sur cet appareil ont été effacées.',
  leftBehind: 'Non effacé : {names}. Vous pouvez l’effacer dans les réglages de votre navigateur.',
  unseen:
    'Cette page ne peut ni voir ni effacer les cookies que seul un serveur peut lire ou qui appartiennent à un autre site.',

  allow: 'Autoriser',
  object: 'Je m’y oppose',
  objectionHint: 'Cela a lieu tant que vous ne vous y opposez pas.',
  locked: 'Toujours actif',
  identifiedOnly: 'Seulement si vous êtes connecté.',
  signalled: 'Désactivé : votre navigateur le refuse par Global Privacy Control.',
  details: 'En savoir plus',
  basis: 'Base juridique : {bases}.',
  bases: {
    a: 'votre consentement',
    b: 'exécution d’un contrat',
    c: 'obligation légale',
    d: 'sauvegarde des intérêts vitaux',
    e: 'mission d’intérêt public',
    f: 'intérêt légitime',
  },
  restricted: 'Limité à votre demande : conservé, mais pas utilisé.',
  restrict: 'Conserver sans utiliser',
  controller: 'Qui en décide',
  consequence: 'Si vous refusez',
  alsoTrue: 'Bon à savoir',
  profiling: 'Un profil de vous est établi avec ces données.',
  sharing: 'Les données vont à des tiers, qui les utilisent à leurs propres fins.',
  sensitive: 'Il s’agit de données sensibles, par exemple de santé.',
  automatedDecision: 'Décision sans intervention humaine',
  roles: {
    processor: 'agit sur nos instructions (sous-traitant)',
    controller: 'les utilise aussi à ses propres fins (responsable du traitement)',
  },
  keys: 'Cookies et données stockées',

  device: 'Ce qui se trouve sur cet appareil',
  kinds: {
    cookie: 'cookie',
    localStorage: 'stocké jusqu’à son effacement',
    sessionStorage: 'stocké jusqu’à la fermeture de cet onglet',
    database: 'base de données',
    cache: 'fichiers gardés pour plus tard',
  },
  ownAnswer: 'votre choix lui-même',
  remove: 'Supprimer',
  removed: '« {name} » a été supprimé.',
  notRemoved:
    '« {name} » n’a pas pu être supprimé. Vous pouvez le faire dans les paramètres de votre navigateur.',

  embedText:
    '{names} recevrait votre adresse IP, pourrait voir quelle page vous consultez et déposer des cookies.',
  embedOnce: 'Afficher une fois',
  embedAlways: 'Toujours afficher',

  retention: 'Durée de conservation',
  services: 'Services',
  recipients: 'Destinataires',
  source: 'Origine des données',

  optOutTitle: 'Vos choix de confidentialité chez {controller}',
  notAnswered:
    'Vous n’avez pas encore répondu à tout. Ce qui reste ouvert n’a pas lieu tant que vous n’y consentez pas.',
  answered: 'Voici ce que vous avez choisi.',
  identified: 'Vous êtes connecté : votre choix vaut aussi pour votre compte.',
  notIdentified: 'Vous n’êtes pas connecté : votre choix vaut sur cet appareil.',
  contact: 'Une question ou une plainte ? {contact}',

  noticeTitle: 'Ce qui a changé',
  noticeUse: 'Nouveau ou étendu : {purpose}',
  noticeText: 'Modifié : {purpose}',

  history: 'Ce que vous avez choisi auparavant',
  historyEmpty: 'Vous n’avez pas encore fait de choix.',
  historyDate: 'Date',
  historyPurpose: 'Finalité',
  historyAnswer: 'Réponse',
  answers: {
    granted: 'consentement donné',
    refused: 'refusé',
    withdrawn: 'consentement retiré',
    objected: 'opposition',
    unobjected: 'opposition retirée',
    restricted: 'limité : conservé, non utilisé',
    unrestricted: 'limitation levée',
  },
  receipt: 'Télécharger la preuve',
  receiptNone: 'Il n’y a pas encore de preuve.',

  noMarketing: 'Aucun marketing',
  rightsTitle: 'Vos droits',
  rightsTo: '{controller} décide de : {purposes}.',
  rights: {
    access: 'Accéder à mes données',
    rectification: 'Rectifier mes données',
    erasure: 'Effacer mes données',
    restriction: 'Limiter l’utilisation de mes données',
    objection: 'M’opposer',
    portability: 'Récupérer mes données',
    human: 'Demander une décision humaine',
  },
  requestText: 'Précisions (facultatif)',
  requested:
    'Votre demande porte le numéro {number}. Vous devez recevoir une réponse au plus tard le {date}.',
  notRequested: 'Votre demande n’a pas été envoyée. Vous pouvez aussi l’adresser ici : {contact}.',
  complaint: 'Vous pouvez aussi introduire une plainte : {supervisor}.',
};
