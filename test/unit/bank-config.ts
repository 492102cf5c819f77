import { parseConfig, type Policy, type SluisConfig } from '@sluis/schema';

/** A small bank: one service per purpose, one of each control. */
export const bankConfig: SluisConfig = {
  controller: { name: 'Grachtenbank', contact: 'privacy@bank.example', policyUrl: '/privacy' },
  profile: 'nl',
  purposes: [
    {
      id: 'analytics',
      legalBasis: 'a',
      label: { nl: 'Statistiek', fr: 'Statistiques' },
      text: 'We meten het gebruik van de site.',
      services: ['ga4'],
    },
    {
      id: 'marketing',
      legalBasis: 'a',
      label: 'Marketing',
      text: 'We tonen aanbiedingen.',
      services: ['ads', 'shared'],
    },
    {
      id: 'clicks',
      legalBasis: 'a',
      label: 'Klikgedrag',
      text: 'We kijken wat u bekijkt nadat u bent ingelogd.',
      services: ['clicks'],
      identified: true,
    },
    {
      id: 'offers',
      legalBasis: 'a',
      label: 'Aanbiedingen van partners',
      text: 'Partners zien wat u bekijkt.',
      services: ['partners'],
      sharing: true,
    },
    {
      id: 'research',
      legalBasis: 'f',
      label: 'Onderzoek',
      text: 'We onderzoeken onze dienstverlening.',
      services: ['survey'],
    },
    {
      id: 'security',
      legalBasis: 'c',
      deviceAccess: 'necessary',
      label: 'Veiligheid',
      text: 'We voorkomen fraude.',
      reason: 'De wet verplicht ons hiertoe.',
      services: ['fraud'],
    },
  ],
  services: [
    {
      id: 'ga4',
      hosts: ['google-analytics.com', 'googletagmanager.com/gtag/'],
      cookies: ['_ga', '_ga_*'],
    },
    { id: 'ads', hosts: ['ads.example'], cookies: ['_ads'], storage: ['ads:*'] },
    { id: 'shared', hosts: ['shared.example'] },
    { id: 'clicks', hosts: ['clicks.example'] },
    { id: 'survey', hosts: ['survey.example'] },
    { id: 'fraud', hosts: ['fraud.example'] },
    { id: 'partners', hosts: ['sharing.example'] },
    { id: 'orphan', hosts: ['orphan.example'] },
  ],
  allow: ['static.bank-cdn.example'],
};

export const bankPolicy: Policy = parseConfig(bankConfig);
