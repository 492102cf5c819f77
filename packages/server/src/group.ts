import type { Decision } from '@sluis/schema';
import type { Tenant } from './tenant.js';

/** Controllers that tell each other what a person answered, for these purposes and no other (PROMISES S19). */
export interface Group {
  /** The same at every tenant of the group. */
  readonly name: string;
  /** What goes to the others, and what is taken from them where they name it too. */
  readonly purposes: readonly string[];
}

/** What one tenant has of a person, as far as another may know it. */
export interface Share {
  readonly tenant: Tenant;
  /** Keyed hash at that tenant, hex. */
  readonly owner: string;
  /** The purposes that it shares; all where it is the person's own tenant. */
  readonly purposes?: ReadonlySet<string>;
}

/**
 * Where a tenant may look for the answers of a person who has signed in: at itself, and at the others of its
 * group for what both name. Their tokens have one issuer, so the name in a token is one person's at all of them.
 * @param subject as the token names the person
 */
export function sharesOf(
  tenant: Tenant,
  tenants: readonly Tenant[],
  subject: string,
): readonly Share[] {
  const own = { tenant, owner: tenant.hash('subject', subject) };
  const { group } = tenant;
  if (!group) return [own];
  const others = tenants.filter((one) => one.id !== tenant.id && one.group?.name === group.name);
  return [
    own,
    ...others.map((one) => ({
      tenant: one,
      owner: one.hash('subject', subject),
      purposes: new Set(one.group?.purposes.filter((id) => group.purposes.includes(id))),
    })),
  ];
}

/** The decision without what is not shared; nothing when that was all. */
export function shared(decision: Decision, { purposes }: Share): Decision | undefined {
  if (!purposes) return decision;
  const rest = Object.entries(decision.purposes).filter(([id]) => purposes.has(id));
  return rest.length ? { ...decision, purposes: Object.fromEntries(rest) } : undefined;
}
