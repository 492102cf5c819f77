import { isDevelopment, SluisError } from '@sluis/schema';
import { checkOrder, type PageScript } from './check-order.js';
import type { Desk } from './desk.js';
import { followElements } from './follow-elements.js';
import { followTabs } from './follow-tabs.js';
import { guardPage, isRefused } from './guard-page.js';
import { hasTraces } from './has-traces.js';
import { mayGrant } from './may-grant.js';
import type { Office } from './office.js';
import { createPage, type Page } from './page.js';
import type { Rooms } from './rooms.js';
import type { Sluis } from './sluis.js';
import { whenParsed } from './when-parsed.js';

/** Nothing left to ask, to look up or to send: such a page needs no more than the head. */
function isSettled(page: Page): boolean {
  const { device, account } = page.mirrors;
  const { catalogued, services, sensitivePaths } = page.policy;
  if (!page.sound || !page.isAnswered() || catalogued.length || sensitivePaths.length) return false;
  if (services.some(({ relay }) => relay)) return false;
  return !(device?.unsettled ?? account?.unsettled);
}

/** Something to clear away, or no link of the site's own by which to change an answer (R07). */
function needsDesk(page: Page): boolean {
  return (
    hasTraces(page.policy.services.filter((service) => isRefused(service, page))) ||
    !document.querySelector(settings)
  );
}

const settings = '[data-sluis-action=settings]';

/**
 * The head: runs before the page's first tag. The mirror is read and the gate stands when this
 * returns. Everything else is the desk's, a chunk that a settled page never fetches.
 */
// eslint-disable-next-line max-lines-per-function -- one table of the public object
export function startSluis(
  config: unknown,
  rooms: Rooms,
  assets: string,
  script?: PageScript,
): Sluis {
  const page = createPage(config, assets);
  if (isDevelopment) checkOrder(page, script);
  const apply = guardPage(page, rooms);
  const tellTabs = followTabs((news) => {
    if (news === 'signed-out') page.signOut();
    page.reread();
    apply();
    attempt(office()); // gives back what passes now
  });
  apply();

  let opened: Promise<Desk> | undefined;
  const desk = (): Promise<Desk> => {
    opened ??= rooms.desk().then(({ openDesk }) => openDesk(page, rooms, apply, tellTabs));
    opened.catch(() => (opened = undefined)); // the next call tries again
    return opened;
  };
  const office = async (): Promise<Office> => (await desk()).office();
  /** For what nobody waits for: a desk that does not load leaves held what is held. */
  const attempt = (work: Promise<unknown>, orElse?: () => void): void =>
    void work.catch((error: unknown) => {
      page.report(error instanceof SluisError ? error : new SluisError('N03', 'desk', error));
      orElse?.();
    });

  const inspect = (): void =>
    attempt(rooms.inspect().then((room) => room.openInspector(page, opened)));

  if (page.config !== undefined) {
    page.lookAround = () => attempt(desk());
    followElements(() => page.lookAround());
    if (page.policy.gate === 'report') inspect();
    if (!isSettled(page)) attempt(desk());
    else whenParsed(() => needsDesk(page) && attempt(desk()));
    document.addEventListener('click', (event) => {
      const target = event.target instanceof Element ? event.target : undefined;
      const control = target?.closest(settings);
      if (!control || control.closest('[data-sluis]')) return;
      event.preventDefault();
      attempt(
        sluis.open(),
        () => control instanceof HTMLAnchorElement && location.assign(control.href),
      );
    });
  }

  const sluis: Sluis = {
    async acceptAll() {
      const may = mayGrant();
      return (await office()).acceptAll(may);
    },
    refuseAll: async () => (await office()).refuseAll(),
    async save(answers) {
      const may = mayGrant();
      return (await office()).save(answers, may);
    },
    withdraw: async (purpose) => (await office()).withdraw(purpose),
    open: async () => (await desk()).open(),
    identify: async (token, relation) => (await office()).identify(token, relation),
    signOut: async () => (await office()).signOut(),
    history: async () => (await office()).history(),
    receipt: async () => (await office()).receipt(),
    allows: page.allows,
    on(event, callback) {
      if (event === 'held') inspect();
      return page.on(event, callback);
    },
  };
  return sluis;
}
