import type { Messages } from '../messages.js';

/** English. Written with care, beside the Dutch; checked against the approved labels. No lawyer or translator has signed it off. */
export const messages: Messages = {
  language: 'en',
  direction: 'ltr',

  bannerTitle: 'Your choice about cookies',
  bannerText:
    '{controller} asks for your consent to the use of cookies and similar techniques. Without your consent we do not do this:',
  bannerChange:
    'You can change or withdraw your choice at any time, free of charge, with the “{reopen}” button on every page.',
  bannerSignal: 'Your browser asks not to share data (Global Privacy Control). We follow that.',
  policyLink: 'Privacy statement of {controller}',
  accept: 'Accept',
  refuse: 'Reject',
  settings: 'Settings',

  reopen: 'Privacy choices',

  preferencesTitle: 'Your privacy choices',
  preferencesText:
    'Choose for each purpose what {controller} may do. You can change or withdraw your choice at any time.',
  acceptAll: 'Accept all',
  refuseAll: 'Reject all',
  save: 'Save choice',
  close: 'Close',
  withdraw: 'Withdraw consent',
  saved: 'Your choice is saved.',
  notSaved: 'Your choice is not saved. Press the button once more.',
  cleaned: 'The data of {services} on this device has been cleared.',
  leftBehind: 'Not cleared: {names}. You can clear that in the settings of your browser.',
  unseen:
    'Cookies that only a server can read, or that belong to another website, this page can neither see nor clear.',

  allow: 'Allow',
  object: 'I object',
  objectionHint: 'This happens until you object.',
  locked: 'Always on',
  identifiedOnly: 'Only when you are signed in.',
  signalled: 'Off: your browser refuses this with Global Privacy Control.',
  details: 'More about this',
  basis: 'Legal basis: {bases}.',
  bases: {
    a: 'your consent',
    b: 'performance of a contract',
    c: 'legal duty',
    d: 'protection of vital interests',
    e: 'task in the public interest',
    f: 'legitimate interest',
  },
  restricted: 'Restricted at your request: kept, not used.',
  restrict: 'Keep, but do not use',
  controller: 'Who decides',
  consequence: 'If you say no',
  alsoTrue: 'Good to know',
  profiling: 'A profile of you is made with it.',
  sharing: 'The data goes to others, who use it for ends of their own.',
  sensitive: 'These are special categories of data, such as health.',
  automatedDecision: 'Decided without a person',
  roles: {
    processor: 'acts on our instructions (processor)',
    controller: 'also uses it for ends of its own (controller)',
  },
  keys: 'Cookies and stored data',

  device: 'What is on this device now',
  kinds: {
    cookie: 'cookie',
    localStorage: 'stored until it is cleared',
    sessionStorage: 'stored until you close this tab',
    database: 'database',
    cache: 'files kept for later',
  },
  ownAnswer: 'your privacy choice itself',
  remove: 'Delete',
  removed: '“{name}” has been deleted.',
  notRemoved: '“{name}” could not be deleted. You can do that in the settings of your browser.',

  embedText:
    '{names} would receive your IP address, could see which page you are on, and could store cookies.',
  embedOnce: 'Show once',
  embedAlways: 'Always show',

  retention: 'Kept for',
  services: 'Services',
  recipients: 'Recipients',
  source: 'Where the data comes from',

  optOutTitle: 'Your privacy choices at {controller}',
  notAnswered:
    'You have not answered everything yet. What is open does not happen until you consent to it.',
  answered: 'Below is what you have chosen.',
  identified: 'You are signed in: your choice also counts for your account.',
  notIdentified: 'You are not signed in: your choice counts on this device.',
  contact: 'Questions or a complaint? {contact}',

  noticeTitle: 'What has changed',
  noticeUse: 'New or wider: {purpose}',
  noticeText: 'Changed: {purpose}',

  history: 'What you chose before',
  historyEmpty: 'You have not made a choice yet.',
  historyDate: 'Date',
  historyPurpose: 'Purpose',
  historyAnswer: 'Answer',
  answers: {
    granted: 'consent given',
    refused: 'refused',
    withdrawn: 'consent withdrawn',
    objected: 'objected',
    unobjected: 'objection withdrawn',
    restricted: 'restricted: kept, not used',
    unrestricted: 'restriction lifted',
  },
  receipt: 'Download receipt',
  receiptNone: 'There is no receipt yet.',

  noMarketing: 'No marketing at all',
  rightsTitle: 'Your rights',
  rightsTo: '{controller} decides about: {purposes}.',
  rights: {
    access: 'See my data',
    rectification: 'Correct my data',
    erasure: 'Erase my data',
    restriction: 'Restrict the use of my data',
    objection: 'Object',
    portability: 'Take my data with me',
    human: 'Have a person decide',
  },
  requestText: 'Explanation (optional)',
  requested: 'Your request has number {number}. You must have an answer by {date}.',
  notRequested: 'Your request was not sent. You can also make it here: {contact}.',
  complaint: 'You can also complain to {supervisor}.',
};
