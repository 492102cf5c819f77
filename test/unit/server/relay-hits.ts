/** What must never arrive at a vendor, whatever form a hit has. */
export const canaries: readonly string[] = [
  '203.0.113.77',
  '198.51.100.209',
  'canary',
  'CANARY',
  '1834567890',
  '1700000001',
  '129.0.6668.89',
  'Windows NT',
  'fb.1.1700000000.1234567',
  'jan.jansen',
  '1920x1080',
  'f00dfeedf00dfeed',
];

export const page = encodeURIComponent(
  'https://www.bank.example/loans/car?email=jan.jansen@mail.example&gclid=canary-gclid#canary-hash',
);
const elsewhere = encodeURIComponent('https://forum.example/debts/canary-thread?q=canary-search');
const inside = encodeURIComponent('https://www.bank.example/account/canary-section?iban=canary');

/** Headers as a browser, a proxy and a curious script send them. */
export const visitorHeaders: { readonly [name: string]: string } = {
  'user-agent':
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/129.0.6668.89 Safari/537.36',
  'accept-language': 'nl-BE,nl;q=0.9,en;q=0.8,canary',
  cookie: '_ga=GA1.1.1834567890.1700000001; session=canary-session',
  referer: 'https://www.bank.example/loans/car?canary-referer',
  origin: 'https://www.bank.example',
  'x-forwarded-for': '203.0.113.77',
  forwarded: 'for=203.0.113.77',
  'x-real-ip': '203.0.113.77',
  'cf-connecting-ip': '203.0.113.77',
  'true-client-ip': '198.51.100.209',
  via: '1.1 canary-proxy',
  authorization: 'Bearer canary-bearer',
  'sec-ch-ua-full-version-list': '"Chromium";v="129.0.6668.89"',
  'sec-ch-ua-model': '"canary-phone"',
  'x-canary': 'canary-header',
};

export interface SampleHit {
  readonly name: string;
  readonly service: string;
  readonly path: string;
  readonly body?: string;
  readonly type?: string;
  /** What has to arrive. */
  readonly arrives: readonly string[];
}

/** Hits in the form in which the vendors' own scripts send them (2026), with a canary in each field that tells of a person. */
export const sampleHits: readonly SampleHit[] = [
  {
    name: 'gtag.js page_view by fetch',
    service: 'google-analytics',
    path: `/g/collect?v=2&tid=G-BANK1&gtm=45je5b1v9&_p=1731000000000&gcs=G111&gcd=13l3l3l3l1l1&npa=0&dma=1&cid=1834567890.1700000001&ul=nl-be&sr=1920x1080&uaa=x86&uab=64&uafvl=Chromium%3B129.0.6668.89&uamb=0&uam=canary-phone&uap=Windows&uapv=15.0.0&uaw=0&are=1&frm=0&pscdl=noapi&_s=1&sid=1700000001&sct=14&seg=1&dl=${page}&dr=${elsewhere}&dt=Car%20loan&uid=canary-user&_uip=203.0.113.77&_gaz=1&auid=1834567890&en=page_view&ep.customer=canary-customer&up.segment=canary-segment&epn.income=canary&tfd=1200`,
    arrives: [
      'v=2',
      'tid=G-BANK1',
      'en=page_view',
      'dt=Car%20loan',
      'npa=1',
      `dl=${encodeURIComponent('https://www.bank.example/loans/car')}`,
      'ul=nl',
    ],
  },
  {
    name: 'gtag.js several events by beacon',
    service: 'google-analytics',
    path: `/g/collect?v=2&tid=G-BANK1&cid=1834567890.1700000001&sid=1700000001&dl=${page}&dr=${inside}`,
    body: `en=scroll&epn.percent_scrolled=90&_et=120\r\nen=form_start&ep.form_id=canary-form&uid=canary-user&dt=Mail%20van%20jan.jansen%40mail.example`,
    type: 'text/plain;charset=UTF-8',
    arrives: ['en=scroll', '_et=120', 'en=form_start', 'dr=https%3A%2F%2Fwww.bank.example'],
  },
  {
    name: 'analytics.js pageview',
    service: 'universal',
    path: '/collect',
    body: `v=1&_v=j101&aip=0&t=pageview&_s=1&dl=${page}&dr=${elsewhere}&ul=nl-be&de=UTF-8&dt=Car%20loan&sd=24-bit&sr=1920x1080&vp=1200x800&je=0&_u=canary&cid=1834567890.1700000001&uid=canary-user&uip=203.0.113.77&ua=canary-agent&tid=UA-1-1&cd1=canary-dimension&gclid=canary`,
    type: 'text/plain',
    arrives: ['t=pageview', 'tid=UA-1-1', 'aip=1', 'dt=Car%20loan'],
  },
  {
    name: 'matomo.js page view',
    service: 'matomo',
    path: `/matomo.php?action_name=Car%20loan&idsite=7&rec=1&r=482910&h=14&m=3&s=12&url=${page}&urlref=${elsewhere}&_id=f00dfeedf00dfeed&_idn=1&_refts=1700000001&send_image=0&pdf=1&cookie=1&res=1920x1080&pv_id=Ab3dE6&pf_net=12&uadata=%7B%22canary%22%3A1%7D&uid=canary-user&cip=203.0.113.77&token_auth=canary-token&dimension1=canary`,
    arrives: ['idsite=7', 'rec=1', 'action_name=Car%20loan', 'pv_id=Ab3dE6'],
  },
  {
    name: 'matomo.js queue in bulk',
    service: 'matomo',
    path: '/matomo.php',
    body: JSON.stringify({
      requests: [
        `?idsite=7&rec=1&e_c=form&e_a=send&_id=f00dfeedf00dfeed&uid=canary-user&url=${page}`,
        `?idsite=8&rec=1&e_c=canary-other-site`,
      ],
      token_auth: 'canary-token',
    }),
    type: 'application/json',
    arrives: ['idsite=7', 'e_c=form', 'e_a=send'],
  },
  {
    name: 'fbevents.js PageView by image',
    service: 'meta',
    path: `/tr/?id=4711&ev=PageView&dl=${page}&rl=${elsewhere}&if=false&ts=1700000001000&sw=1920&sh=1080&v=2.9.176&r=stable&ec=0&o=4126&fbp=fb.1.1700000000.1234567&fbc=fb.1.1700000000.1234567.canary&ud[em]=canary-hash&ud%5Bph%5D=canary&external_id=canary-user&cd[customer]=canary&it=1700000001000&coo=false&rqm=GET`,
    arrives: ['id=4711', 'ev=PageView', 'v=2.9.176', 'dpo=LDU'],
  },
  {
    name: 'fbevents.js event by form',
    service: 'meta',
    path: '/tr/',
    body: `id=4711&ev=Lead&dl=${page}&fbp=fb.1.1700000000.1234567&cd[value]=20&cd[name]=canary`,
    type: 'application/x-www-form-urlencoded',
    arrives: ['ev=Lead', 'cd[value]=20'],
  },
  {
    name: 'a collector by descriptor',
    service: 'insight',
    path: '/hit?site=bank&kind=view&visitor=canary-visitor&where=canary',
    arrives: ['site=bank', 'kind=view'],
  },
];
