/** The words that the three buttons of the first layer may carry, in lower case. */
export interface BannerLabels {
  readonly accept: readonly string[];
  readonly refuse: readonly string[];
  readonly settings: readonly string[];
}

/**
 * Plain words only (AP: "accepteren / weigeren"; EDPB taskforce 2023). Automatic consent clients
 * find the refuse button by these words, so they are also how a visitor's browser answers for them.
 */
export const bannerLabels: { readonly [language: string]: BannerLabels } = {
  nl: {
    accept: ['accepteren', 'alles accepteren'],
    refuse: ['weigeren', 'alles weigeren'],
    settings: ['instellingen'],
  },
  fr: {
    accept: ['accepter', 'tout accepter'],
    refuse: ['refuser', 'tout refuser'],
    settings: ['paramètres', 'réglages'],
  },
  de: {
    accept: ['akzeptieren', 'alle akzeptieren'],
    refuse: ['ablehnen', 'alle ablehnen'],
    settings: ['einstellungen'],
  },
  en: {
    accept: ['accept', 'accept all'],
    refuse: ['reject', 'reject all', 'refuse', 'refuse all'],
    settings: ['settings'],
  },
  // Drafts, as their texts are.
  ar: {
    accept: ['قبول', 'قبول الكل'],
    refuse: ['رفض', 'رفض الكل'],
    settings: ['الإعدادات'],
  },
  bg: {
    accept: ['приемам', 'приемам всички'],
    refuse: ['отказвам', 'отказвам всички'],
    settings: ['настройки'],
  },
  cs: {
    accept: ['přijmout', 'přijmout vše'],
    refuse: ['odmítnout', 'odmítnout vše'],
    settings: ['nastavení'],
  },
  da: {
    accept: ['accepter', 'accepter alle'],
    refuse: ['afvis', 'afvis alle'],
    settings: ['indstillinger'],
  },
  el: {
    accept: ['αποδοχή', 'αποδοχή όλων'],
    refuse: ['απόρριψη', 'απόρριψη όλων'],
    settings: ['ρυθμίσεις'],
  },
  es: {
    accept: ['aceptar', 'aceptar todo'],
    refuse: ['rechazar', 'rechazar todo'],
    settings: ['configuración'],
  },
  et: {
    accept: ['nõustu', 'nõustu kõigega'],
    refuse: ['keeldu', 'keeldu kõigest'],
    settings: ['seaded'],
  },
  fi: {
    accept: ['hyväksy', 'hyväksy kaikki'],
    refuse: ['hylkää', 'hylkää kaikki'],
    settings: ['asetukset'],
  },
  fy: {
    accept: ['akseptearje', 'alles akseptearje'],
    refuse: ['wegerje', 'alles wegerje'],
    settings: ['ynstellings'],
  },
  ga: {
    accept: ['glac', 'glac le gach rud'],
    refuse: ['diúltaigh', 'diúltaigh do gach rud'],
    settings: ['socruithe'],
  },
  hr: {
    accept: ['prihvati', 'prihvati sve'],
    refuse: ['odbij', 'odbij sve'],
    settings: ['postavke'],
  },
  hu: {
    accept: ['elfogadom', 'összes elfogadása'],
    refuse: ['elutasítom', 'összes elutasítása'],
    settings: ['beállítások'],
  },
  is: {
    accept: ['samþykkja', 'samþykkja allt'],
    refuse: ['hafna', 'hafna öllu'],
    settings: ['stillingar'],
  },
  it: {
    accept: ['accetta', 'accetta tutto'],
    refuse: ['rifiuta', 'rifiuta tutto'],
    settings: ['impostazioni'],
  },
  lt: {
    accept: ['sutikti', 'sutikti su visais'],
    refuse: ['atmesti', 'atmesti visus'],
    settings: ['nustatymai'],
  },
  lv: {
    accept: ['pieņemt', 'pieņemt visu'],
    refuse: ['noraidīt', 'noraidīt visu'],
    settings: ['iestatījumi'],
  },
  mt: {
    accept: ['aċċetta', 'aċċetta kollox'],
    refuse: ['irrifjuta', 'irrifjuta kollox'],
    settings: ['settings'],
  },
  nb: {
    accept: ['godta', 'godta alle'],
    refuse: ['avvis', 'avvis alle'],
    settings: ['innstillinger'],
  },
  pl: {
    accept: ['akceptuję', 'akceptuję wszystko'],
    refuse: ['odrzuć', 'odrzuć wszystko'],
    settings: ['ustawienia'],
  },
  pt: {
    accept: ['aceitar', 'aceitar tudo'],
    refuse: ['rejeitar', 'rejeitar tudo'],
    settings: ['definições'],
  },
  ro: {
    accept: ['accept', 'accept tot'],
    refuse: ['refuz', 'refuz tot'],
    settings: ['setări'],
  },
  sk: {
    accept: ['prijať', 'prijať všetko'],
    refuse: ['odmietnuť', 'odmietnuť všetko'],
    settings: ['nastavenia'],
  },
  sl: {
    accept: ['sprejmi', 'sprejmi vse'],
    refuse: ['zavrni', 'zavrni vse'],
    settings: ['nastavitve'],
  },
  sv: {
    accept: ['godkänn', 'godkänn alla'],
    refuse: ['avvisa', 'avvisa alla'],
    settings: ['inställningar'],
  },
  tr: {
    accept: ['kabul et', 'tümünü kabul et'],
    refuse: ['reddet', 'tümünü reddet'],
    settings: ['ayarlar'],
  },
  uk: {
    accept: ['прийняти', 'прийняти все'],
    refuse: ['відхилити', 'відхилити все'],
    settings: ['налаштування'],
  },
};
