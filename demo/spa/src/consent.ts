import { createSluis, type Sluis, type SluisConfig } from 'sluis';

const config: SluisConfig = {
  controller: {
    name: 'Grachtenbank N.V.',
    contact: 'privacy@grachtenbank.example',
    policyUrl: 'https://www.grachtenbank.example/privacy',
  },
  profile: 'nl',
  languages: ['nl', 'en'],
  backend: 'https://consent.grachtenbank.example',
  purposes: [
    {
      id: 'analytics',
      legalBasis: 'a',
      label: { nl: 'Statistiek', en: 'Statistics' },
      text: {
        nl: 'Wij tellen welke schermen van de app worden bekeken, om de app beter te maken.',
        en: 'We count which screens of the app are looked at, to make the app better.',
      },
      retention: { nl: '14 maanden', en: '14 months' },
      services: ['google-analytics'],
      consentMode: ['analytics_storage'],
    },
    {
      id: 'session',
      legalBasis: 'b',
      deviceAccess: 'necessary',
      label: { nl: 'Inloggen', en: 'Signing in' },
      text: {
        nl: 'Eén cookie onthoudt dat u bent ingelogd.',
        en: 'One cookie remembers that you are signed in.',
      },
      reason: {
        nl: 'Zonder dit cookie kunnen wij u niet laten inloggen: het hoort bij uw overeenkomst met ons.',
        en: 'Without this cookie you cannot sign in: it is part of your contract with us.',
      },
    },
  ],
  services: [
    {
      id: 'google-analytics',
      label: 'Google Analytics',
      recipient: 'Google Ireland Ltd.',
      country: 'IE',
      hosts: ['google-analytics.com', 'googletagmanager.com'],
      cookies: ['_ga', '_ga_*'],
      disable: ['ga-disable-G-DEMO67890'],
    },
  ],
};

/** Started by the first import of the app: the gate stands before any other module of it runs. */
export const sluis: Sluis = createSluis(config);
