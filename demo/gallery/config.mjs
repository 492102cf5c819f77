/**
 * A configuration with every word in it that a surface shows.
 * @param {{ language: string, modal: boolean }} shown
 * @returns {import('../../packages/schema/src/config.ts').SluisConfig}
 */
export const galleryConfig = ({ language, modal }) => ({
  controller: {
    name: 'Grachtenbank N.V.',
    contact: 'privacy@grachtenbank.example',
    policyUrl: '/privacy',
  },
  profile: 'nl',
  languages: [language],
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
      retention: { nl: '14 maanden', en: '14 months', ar: '14 شهرًا' },
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
