import { tracesAtOnce, tracesLater, type Trace } from '@sluis/gate';
import { matchesKey, type Policy } from '@sluis/schema';
import { mirrorNames } from '@sluis/storage';
import type { Kept } from '@sluis/ui';
import { endKey, laterKey, refusalKey, relayKey } from './own-keys.js';

/** What Sluis itself keeps, under any kind. */
const own: readonly string[] = [
  ...Object.values(mirrorNames),
  laterKey,
  refusalKey,
  relayKey,
  'sluis',
];

async function allTraces(): Promise<readonly Trace[]> {
  return [...tracesAtOnce(window), ...(await tracesLater(window))];
}

function keptOf({ kind, name, remove }: Trace, { services }: Policy): Kept {
  const isEnd = kind === 'localStorage' && name.startsWith(endKey);
  const list = kind === 'cookie' || isEnd ? 'cookies' : 'storage';
  const owned = isEnd ? name.slice(endKey.length) : name;
  const service = services.find((one) => matchesKey(one[list], owned));
  const isSame = (one: Trace): boolean => one.kind === kind && one.name === name;
  return {
    kind,
    name,
    ...(service && { service: service.label }),
    isAnswer: own.includes(name),
    async remove() {
      await remove();
      return !(await allTraces()).some(isSame);
    },
  };
}

/** Everything that a script can see on the device at this moment, and whose it is. */
export async function onDevice(policy: Policy): Promise<readonly Kept[]> {
  return (await allTraces()).map((trace) => keptOf(trace, policy));
}
