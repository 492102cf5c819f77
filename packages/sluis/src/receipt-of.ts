import { merge } from '@sluis/consent';
import { consentRecordOf } from '@sluis/consent/record';
import type { ChainedDecision, Decision, Policy, Receipt } from '@sluis/schema';
import type { StoredRecord } from '@sluis/storage';

/**
 * The visitor's receipt, made on the device from the record alone. A policy text that is not kept (plain
 * http, which cannot hash) is given as the page has it now.
 */
export function receiptOf(record: StoredRecord, policy: Policy): Receipt | undefined {
  const history = merge(record.device, record.account);
  const decision = history.at(-1);
  if (!decision) return undefined;
  const chained = (one: Decision): readonly ChainedDecision[] => {
    const link = record.links[one.id];
    return link ? [{ decision: one, ...link }] : [];
  };
  const text = record.policies[decision.policy];
  const shown: Policy = text === undefined ? policy : JSON.parse(text);
  return {
    schema: 'ISO/IEC TS 27560:2023',
    decision,
    policy: text ?? '',
    acknowledgement: record.acknowledgements[decision.id],
    record: consentRecordOf(decision, shown),
    history: [...record.device, ...record.account].flatMap(chained),
    policies: record.policies,
  };
}
