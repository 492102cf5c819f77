import { isExplicit } from '@sluis/consent';
import { nestFrame } from '@sluis/gate/nest-frame';
import { matchesHost, type Purpose, type Service } from '@sluis/schema';
import type { ConsentPort, EmbedPort, Messages } from '@sluis/ui';
import { placeEmbeds } from '@sluis/ui/embeds';
import { fillRecorded } from '@sluis/ui/recorded';
import { fillPlaces } from './fill-places.js';
import type { Page } from './page.js';
import { blankPage } from './show-rules.js';

function servicesFor(address: string, { policy }: Page): readonly Service[] {
  const { hostname, pathname } = new URL(address, document.baseURI);
  return policy.services.filter(({ hosts }) => matchesHost(hosts, hostname, pathname));
}

function embedPort(page: Page, port: ConsentPort): EmbedPort {
  const purposesOf = (services: readonly Service[]): readonly Purpose[] =>
    page.policy.purposes.filter((purpose) =>
      services.some(({ id }) => purpose.services.includes(id)),
    );
  return {
    ...port,
    services: (address) => servicesFor(address, page),
    purposesOf,
    isSensitive: () => !!page.situation().sensitive,
    mayAlways(services) {
      const purposes = purposesOf(services);
      const situation = { ...page.situation(), state: {} };
      // Open to everyone who has said nothing: then a yes opens it.
      return (
        purposes.length > 0 &&
        purposes.every((one) => !isExplicit(one) && page.verdict(one, situation) === 'hold') &&
        !purposes.some(({ id }) => port.isRestricted(id))
      );
    },
    showOnce(frame, address) {
      nestFrame(
        window,
        frame,
        () => (frame.src = blankPage(page)),
        (inner) => (inner.src = address),
      );
    },
  };
}

/** Fills the place of every frame that is held, and of what is recorded once it is opened. */
export function openEmbeds(page: Page, consent: ConsentPort, messages: Messages): void {
  const port = embedPort(page, consent);
  placeEmbeds(port, messages, () => page.gate?.frames() ?? []);
  if (port.isSensitive()) return; // nothing of it would load
  fillPlaces(page, 'sluis-recorded', (place, purpose) =>
    fillRecorded({ place, purpose, port, messages }),
  );
}
