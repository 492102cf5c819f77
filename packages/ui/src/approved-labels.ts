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
};
