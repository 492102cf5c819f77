import { SluisError } from '@sluis/schema';
import type { Page } from './page.js';
import type { Rooms } from './rooms.js';

type OpenTemplates = Awaited<ReturnType<Rooms['templates']>>['openTemplates'];

/**
 * `<template data-sluis-purpose>` is inert in every browser by itself. The head only looks whether
 * there is one and anything is allowed; what opens it is a chunk, since most pages have none.
 * @returns call whenever one may have come in, or an answer may have changed
 */
export function followTemplates(
  page: Page,
  rooms: Rooms,
  trusted: Parameters<OpenTemplates>[1],
): () => void {
  let open: Promise<() => void> | undefined;
  let looks = false;
  const look = async (): Promise<void> => {
    looks = false;
    if (page.gate?.frames().length) page.lookAround();
    if (
      !document.querySelector('template[data-sluis-purpose],template[data-sluis-service]') ||
      !page.policy.purposes.some(({ id }) => page.allows(id))
    )
      return;
    open ??= rooms.templates(trusted).then(({ openTemplates }) => openTemplates(page, trusted));
    try {
      (await open)();
    } catch (error) {
      open = undefined; // the next call tries again
      page.report(new SluisError('N03', 'templates', error));
    }
  };
  return () => {
    // Once for everything that a task puts in.
    if (!looks) queueMicrotask(look);
    looks = true;
  };
}
