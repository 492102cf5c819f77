import { completePolicy, parseConfig, type Policy, type SluisConfig } from '@sluis/schema';

/**
 * The policy with the purposes for everybody, where a page has those for one relation (PROMISES S17): who
 * writes, opens a mail or is written down by staff is a client as often as a visitor.
 * @throws {SluisError} what is wrong with the configuration
 */
export function policyForAll(config: SluisConfig): Policy {
  const policy = parseConfig(config);
  const relations = ['visitor', 'prospect', 'client'] as const;
  const found = relations.flatMap((relation) => completePolicy(config, relation).purposes);
  const purposes = (config.purposes ?? []).flatMap(
    ({ id }) => found.find((one) => one.id === id) ?? [],
  );
  return { ...policy, purposes };
}
