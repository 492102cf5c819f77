import { allSwitches, servicePlace, type Answers } from '@sluis/consent';
import type { Purpose } from '@sluis/schema';
import type { ConsentPort } from './consent-port.js';

/** All of a purpose's services to yes or no. */
export function everyService({ services }: Purpose, wish: boolean): Answers {
  return Object.fromEntries(services.map((id) => [servicePlace(id), wish]));
}

/** Everything that is asked, with the services that had been refused by themselves. */
export function acceptanceOf({ policy }: ConsentPort): Answers {
  const asked = allSwitches(policy, true);
  const purposes = policy.purposes.filter(({ id }) => asked[id]);
  return Object.assign({}, asked, ...purposes.map((one) => everyService(one, true)));
}

/** What is on screen: the answers that hold, with what the visitor has changed since. */
export function draftOf({ policy, standing, isRefused }: ConsentPort, edits: Answers): Answers {
  const purposes = policy.purposes.map(({ id }) => [id, standing(id) === 'allowed'] as const);
  const services = policy.services.map(({ id }) => [servicePlace(id), !isRefused(id)] as const);
  return { ...Object.fromEntries([...purposes, ...services]), ...edits };
}

/** What is saved: every purpose, but what the browser's signal holds nobody has chosen, and the services that were changed. */
export function chosenIn(
  { policy, isSignalled }: ConsentPort,
  draft: Answers,
  edits: Answers,
): Answers {
  const purposes = policy.purposes.filter(({ id }) => !isSignalled(id));
  const ids = purposes.map(({ id }) => id);
  const services = Object.keys(edits).filter((place) => place.startsWith(servicePlace('')));
  return Object.fromEntries([...ids, ...services].map((place) => [place, draft[place] ?? false]));
}

/** A no to each purpose that is marketing; a locked one stays. */
export function noMarketing({ policy }: ConsentPort): Answers {
  return Object.fromEntries(
    policy.purposes.filter(({ marketing }) => marketing).map(({ id }) => [id, false]),
  );
}
