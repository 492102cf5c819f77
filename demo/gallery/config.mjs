/** What the site does since the visitor answered, and may tell in a notice. */
const fraud = {
  id: 'fraud',
  legalBasis: 'f',
  label: { nl: 'Fraude', en: 'Fraud', ar: 'الاحتيال' },
  text: {
    nl: 'Wij zoeken oplichters.',
    en: 'We look for fraudsters.',
    ar: 'نبحث عن المحتالين.',
  },
  compatible: {
    link: 'Same accounts',
    context: 'Customers expect it',
    data: 'Payments',
    effects: 'Fewer losses',
    safeguards: 'People look first',
  },
};

/**
 * A configuration with every word in it that a surface shows.
 * @param {{ language: string, modal: boolean, changed: boolean }} shown
 *   changed: as it is some time after the visitor answered
 * @returns {import('../../packages/schema/src/config.ts').SluisConfig}
 */
export const galleryConfig = ({ language, modal, changed }) => ({
  controller: {
    name: 'Grachtenbank N.V.',
    contact: 'privacy@grachtenbank.example',
    policyUrl: '/privacy',
  },
  profile: 'nl',
  languages: [...new Set([language, 'en'])],
  banner: modal ? 'modal' : 'region',
  purposes: [
    {
      id: 'analytics',
      legalBasis: 'a',
      label: { nl: 'Statistiek', en: 'Statistics', ar: 'الإحصاءات' },
      text: {
        nl: 'Wij tellen hoe vaak elke pagina wordt bezocht, om de site beter te maken.',
        en: 'We count how often each page is visited, to make the site better.',
        ar: 'نحصي عدد زيارات كل صفحة لتحسين الموقع.',
      },
      retention: changed
        ? { nl: '6 maanden', en: '6 months', ar: '6 أشهر' }
        : { nl: '14 maanden', en: '14 months', ar: '14 شهرًا' },
      services: ['google-analytics', 'insight'],
      consequence: {
        nl: 'Dan weten wij niet welke pagina’s u niet kon vinden.',
        en: 'Then we do not know which pages you could not find.',
        ar: 'عندئذ لا نعرف الصفحات التي لم تجدها.',
      },
    },
    {
      id: 'ads',
      legalBasis: 'a',
      sharing: true,
      profiling: true,
      marketing: true,
      label: { nl: 'Reclame', en: 'Advertising', ar: 'الإعلانات' },
      text: {
        nl: 'Wij meten of onze advertenties elders op internet u naar deze site brachten.',
        en: 'We measure whether our advertisements elsewhere led you to this site.',
        ar: 'نقيس ما إذا كانت إعلاناتنا على مواقع أخرى قد أوصلتك إلى هذا الموقع.',
      },
      retention: { nl: '12 maanden', en: '12 months', ar: '12 شهرًا' },
      source: { nl: 'Adverteerders', en: 'Advertisers', ar: 'المعلنون' },
      recipients: ['Mediabureau De Brug'],
      services: ['meta-pixel', 'youtube'],
    },
    {
      id: 'research',
      legalBasis: 'f',
      controller: {
        name: 'Grachtenlab B.V.',
        contact: 'lab@grachtenbank.example',
        policyUrl: '/privacy',
      },
      label: { nl: 'Onderzoek', en: 'Research', ar: 'البحث' },
      text: {
        nl: 'Wij onderzoeken welke producten worden gebruikt.',
        en: 'We study which products are used.',
        ar: 'ندرس المنتجات المستخدمة.',
      },
    },
    {
      id: 'session',
      legalBasis: ['b', 'c'],
      deviceAccess: 'necessary',
      label: { nl: 'Inloggen', en: 'Signing in', ar: 'تسجيل الدخول' },
      text: {
        nl: 'Eén cookie onthoudt dat u bent ingelogd.',
        en: 'One cookie remembers that you are signed in.',
        ar: 'ملف واحد يتذكر أنك سجلت الدخول.',
      },
      reason: {
        nl: 'Zonder dit cookie kunnen wij u niet laten inloggen.',
        en: 'Without this cookie you cannot sign in.',
        ar: 'بدون هذا الملف لا يمكنك تسجيل الدخول.',
      },
    },
    ...(changed ? [fraud] : []),
  ],
  services: [
    {
      id: 'google-analytics',
      label: 'Google Analytics',
      recipient: 'Google Ireland Ltd.',
      country: 'IE',
      role: 'processor',
      policyUrl: 'https://policies.google.com/privacy',
      hosts: ['google-analytics.com'],
      cookies: ['_ga', '_ga_*'],
    },
    { id: 'insight', label: 'Insight', country: 'NL', hosts: ['collect.insight.example'] },
    {
      id: 'meta-pixel',
      label: 'Meta pixel',
      recipient: 'Meta Platforms Ireland Ltd.',
      country: 'IE',
      role: 'controller',
      hosts: ['facebook.net'],
      cookies: ['_fbp'],
    },
    {
      id: 'youtube',
      label: 'YouTube',
      recipient: 'Google Ireland Ltd.',
      country: 'IE',
      role: 'controller',
      hosts: ['youtube.com', 'youtube-nocookie.com'],
    },
  ],
});
