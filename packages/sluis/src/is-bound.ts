import type { Policy } from '@sluis/schema';

/** Does the configuration tell events by name, or pages by path? Verdicts on hosts are not enough then. */
export function isBound({ purposes, services, sensitivePaths, gate }: Policy): boolean {
  return (
    gate !== 'report' &&
    (!!sensitivePaths.length ||
      purposes.some(({ events }) => events) ||
      services.some((one) => one.googleAnalytics))
  );
}
