import type { ChainEntry, Store } from './database/contract.js';
import type { SignHead } from './head-signing.js';

/** Links fetched at a time. */
const page = 1000;

function textOf({ seq, link, commitment, receivedAt, fact }: ChainEntry): string {
  const { expiresAt: _expiresAt, receivedAt: _receivedAt, ...said } = fact ?? {};
  return JSON.stringify({ seq, link, commitment, receivedAt, ...(fact && { fact: said }) });
}

function policyOf({ fact }: ChainEntry): string {
  if (fact?.kind !== 'decision') return '';
  const decision: { readonly policy?: string } = JSON.parse(fact.body);
  return decision.policy ?? '';
}

/**
 * A tenant's whole chain as a JSON document that anybody can check (`verifyExport`), in pieces, with the
 * policies that its decisions name and a signed head. What was erased or swept is a link without a fact.
 */
export async function* exportChain(
  store: Store,
  tenant: string,
  signHead: SignHead,
  now: number,
): AsyncGenerator<string> {
  const head = await store.head(tenant);
  const policies = new Set<string>();
  yield `{"format":"sluis-chain-1","head":${JSON.stringify(signHead(tenant, head, now))},"entries":[`;
  for (let after = 0; after < head.seq;) {
    const entries = await store.chain(tenant, after, Math.min(page, head.seq - after));
    for (const entry of entries) {
      yield `${entry.seq > 1 ? ',' : ''}\n${textOf(entry)}`;
      policies.add(policyOf(entry));
      after = entry.seq;
    }
  }
  yield '\n],"policies":{';
  let comma = '\n';
  for (const hash of [...policies].filter(Boolean)) {
    yield `${comma}"${hash}":${JSON.stringify(await store.readPolicy(tenant, hash))}`;
    comma = ',\n';
  }
  yield '\n}}\n';
}
