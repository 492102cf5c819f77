import type { Policy, Purpose, Said, Service, State } from '@sluis/schema';
import { canonical } from './canonical-policy.js';
import { termsOf } from './terms.js';

/**
 * What became of a purpose between two policies. `material` is asked again; `compatible` is a further
 * use with its five-point note (GDPR art. 6(4)) and `text` took nothing more: both are told once (S51).
 */
export interface Change {
  readonly kind: 'material' | 'compatible' | 'text';
  /** Its id; none where the change is about the controller. */
  readonly purpose?: string;
}

function isWithin<T>(now: readonly T[], before: readonly T[]): boolean {
  return now.every((one) => before.includes(one));
}

function controllerOf({ controller }: Purpose, policy: Policy): string {
  return (controller ?? policy.controller).name;
}

/** Whom the data goes to by each service, as far as the policy says it. */
function receiversOf({ services }: Purpose, policy: Policy): readonly string[] {
  const receiver = ({ id, recipient, country, role }: Service): string =>
    canonical([id, recipient ?? '', country ?? '', role ?? '']);
  const found = policy.services.filter(({ id }) => services.includes(id));
  return [...services, ...found.map(receiver)];
}

function flagsOf(purpose: Purpose): readonly string[] {
  const { profiling, sharing, sensitive, automatedDecision, identified, recorded } = purpose;
  const flags = { profiling, sharing, sensitive, automatedDecision, recorded, anyone: !identified };
  return Object.entries(flags).flatMap(([flag, isSet]) => (isSet ? [flag] : []));
}

function daysOf({ retentionDays }: Purpose): number {
  return retentionDays ?? Infinity;
}

/** No list is a list of everything. */
function hasWithin(
  now: readonly string[] | undefined,
  before: readonly string[] | undefined,
): boolean {
  return !before || (!!now && isWithin(now, before));
}

/** Is more done with the data now, or by others, or longer? Less is no reason to ask again. */
function isWider(now: Purpose, policy: Policy, before: Purpose, former: Policy): boolean {
  const access = now.deviceAccess === 'none' ? before.deviceAccess : now.deviceAccess;
  return !(
    controllerOf(now, policy) === controllerOf(before, former) &&
    access === before.deviceAccess &&
    isWithin(now.legalBasis, before.legalBasis) &&
    isWithin(receiversOf(now, policy), receiversOf(before, former)) &&
    isWithin(now.recipients, before.recipients) &&
    isWithin(flagsOf(now), flagsOf(before)) &&
    daysOf(now) <= daysOf(before) &&
    hasWithin(now.events, before.events)
  );
}

function changeOf(now: Purpose, policy: Policy, former: Policy): readonly Change[] {
  const before = former.purposes.find(({ id }) => id === now.id);
  const purpose = now.id;
  if (!before || isWider(now, policy, before, former)) {
    return [{ kind: now.compatible ? 'compatible' : 'material', purpose }];
  }
  return canonical(now) === canonical(before) ? [] : [{ kind: 'text', purpose }];
}

/** What a person who was told of the former policy has to be asked, or told. */
export function changesBetween(former: Policy, policy: Policy): readonly Change[] {
  const isGone = ({ id }: Purpose): boolean => !policy.purposes.some((one) => one.id === id);
  const isRenamed = canonical(former.controller) !== canonical(policy.controller);
  return [
    ...(isRenamed ? [{ kind: 'text' } as const] : []),
    ...policy.purposes.flatMap((purpose) => changeOf(purpose, policy, former)),
    ...former.purposes.filter(isGone).map(({ id }) => ({ kind: 'text', purpose: id }) as const),
  ];
}

/**
 * A state under a policy that has changed since. A grant for more than is done now goes on; one for
 * less is open again, and so is every grant where something else is new that is neither asked nor
 * found compatible: the notice on which it was given no longer told the truth (S18; EDPB 05/2020).
 * @param policyOf the policy that a decision was made under, by its order, where it is still known
 */
export function carryOver(
  state: State,
  policyOf: (order: number) => Policy | undefined,
  policy: Policy,
): State {
  const carry = ([id, said]: [string, Said]): [string, Said] => {
    const purpose = policy.purposes.find((one) => one.id === id);
    const former = policyOf(said.order);
    if (!purpose || !former || said.answer !== 'granted') return [id, said];
    const needsAsking = changesBetween(former, policy).some(
      ({ kind, purpose: changed }) =>
        kind === 'material' &&
        (changed === id ||
          policy.purposes.some((one) => one.id === changed && one.control !== 'switch')),
    );
    return [id, { ...said, terms: needsAsking ? '' : termsOf(purpose, policy) }];
  };
  return Object.fromEntries(Object.entries(state).map(carry));
}
