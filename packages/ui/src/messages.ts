import type { Answer, LegalBasis, Role } from '@sluis/schema';
import type { Kept } from './consent-port.js';

/** What a person may ask of whoever decides (GDPR art. 15-18, 20-22), beside withdrawing and complaining. */
export type Right =
  | 'access'
  | 'rectification'
  | 'erasure'
  | 'restriction'
  | 'objection'
  | 'portability'
  | 'human';

/** Everything a surface says in one language. A language that misses a string does not compile. */
export interface Messages {
  /** Language tag, for `lang`. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';

  readonly bannerTitle: string;
  /** `{controller}`. Holds a phrase that automatic consent clients know: "use of cookies". */
  readonly bannerText: string;
  /** `{reopen}`. Where to change or withdraw later (AP; GDPR art. 7(3): told before consent is given). */
  readonly bannerChange: string;
  /** The browser refuses something by a signal, and that is heeded (Global Privacy Control; R58). */
  readonly bannerSignal: string;
  /** `{controller}` */
  readonly policyLink: string;
  readonly accept: string;
  readonly refuse: string;
  readonly settings: string;

  /** The control that opens the preferences again. */
  readonly reopen: string;

  readonly preferencesTitle: string;
  /** `{controller}` */
  readonly preferencesText: string;
  readonly acceptAll: string;
  readonly refuseAll: string;
  readonly save: string;
  readonly close: string;
  readonly withdraw: string;
  readonly saved: string;
  readonly notSaved: string;
  /** `{services}`. After a refusal or withdrawal. */
  readonly cleaned: string;
  /** `{names}` of what a script could not remove. */
  readonly leftBehind: string;
  /** Added always: of what a script cannot see it cannot know whether it is there. */
  readonly unseen: string;

  /** Name of the switch by which a visitor consents. */
  readonly allow: string;
  /** Name of the switch by which a visitor objects (GDPR art. 21). */
  readonly object: string;
  readonly objectionHint: string;
  readonly locked: string;
  readonly identifiedOnly: string;
  /** The browser's signal (Global Privacy Control) refuses it. */
  readonly signalled: string;
  readonly details: string;
  /** `{bases}` */
  readonly basis: string;
  readonly bases: { readonly [basis in LegalBasis]: string };
  /** Beside a purpose that is restricted. */
  readonly restricted: string;
  /** Name of the switch by which data is kept and not used (GDPR art. 18). */
  readonly restrict: string;
  /** Name of the fact who answers for the purpose. */
  readonly controller: string;
  readonly consequence: string;
  readonly alsoTrue: string;
  readonly profiling: string;
  readonly sharing: string;
  readonly sensitive: string;
  readonly automatedDecision: string;
  readonly roles: { readonly [role in Role]: string };
  /** Before names of cookies and storage keys. */
  readonly keys: string;

  readonly device: string;
  readonly kinds: { readonly [kind in Kept['kind']]: string };
  /** What Sluis keeps: the answer itself. */
  readonly ownAnswer: string;
  readonly remove: string;
  /** `{name}` */
  readonly removed: string;
  /** `{name}` */
  readonly notRemoved: string;

  /** `{names}`: who would get something, where a frame is held. */
  readonly embedText: string;
  readonly embedOnce: string;
  readonly embedAlways: string;

  readonly retention: string;
  readonly services: string;
  readonly recipients: string;
  readonly source: string;

  /** `{controller}` */
  readonly optOutTitle: string;
  readonly notAnswered: string;
  readonly answered: string;
  readonly identified: string;
  readonly notIdentified: string;
  /** `{contact}` */
  readonly contact: string;

  /** Heads the list of what has changed since the last answer. */
  readonly noticeTitle: string;
  /** `{purpose}`: the data is used for something new, or for more. */
  readonly noticeUse: string;
  /** `{purpose}`: told in other words, or less is done. */
  readonly noticeText: string;

  readonly history: string;
  readonly historyEmpty: string;
  readonly historyDate: string;
  readonly historyPurpose: string;
  readonly historyAnswer: string;
  readonly answers: { readonly [answer in Answer]: string };
  readonly receipt: string;
  readonly receiptNone: string;

  /** Refuses, or objects to, every purpose that is marketing (S49). */
  readonly noMarketing: string;
  readonly rightsTitle: string;
  /** `{controller}`, `{purposes}` */
  readonly rightsTo: string;
  readonly rights: { readonly [right in Right]: string };
  /** Of the field for what goes with a request. */
  readonly requestText: string;
  /** `{number}` of the request, and the `{date}` until when it must be answered. */
  readonly requested: string;
  /** `{contact}`. The request did not arrive. */
  readonly notRequested: string;
  /** `{supervisor}` */
  readonly complaint: string;
}
