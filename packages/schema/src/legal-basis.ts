/**
 * The six legal bases of GDPR art. 6(1), by their letter: a consent, b contract, c legal duty,
 * d vital interests, e public task, f legitimate interest.
 */
export type LegalBasis = 'a' | 'b' | 'c' | 'd' | 'e' | 'f';

/** How a visitor meets a purpose. It follows from the legal basis, never from a setting. */
export type Control = 'switch' | 'objection' | 'locked';

/**
 * May the purpose read or write the device, or send from it (ePrivacy 5(3), Tw 11.7a)? A question
 * apart from the legal basis: `consent` once the visitor grants, `necessary` without asking,
 * `measurement` without asking where the law exempts counting visits, until someone objects; `none`
 * never.
 */
export type DeviceAccess = 'consent' | 'necessary' | 'measurement' | 'none';

/** GDPR art. 6(1)(a) is asked, art. 21 gives an objection to (f) and (e is locked here), the rest is told. */
export function controlOf(bases: readonly LegalBasis[]): Control {
  if (bases.includes('a')) return 'switch';
  return bases.includes('f') ? 'objection' : 'locked';
}

/** One basis or several, as a list. */
export function basesOf(bases: LegalBasis | readonly LegalBasis[]): readonly LegalBasis[] {
  return typeof bases === 'string' ? [bases] : bases;
}
