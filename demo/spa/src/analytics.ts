declare global {
  interface Window {
    dataLayer?: unknown[];
  }
}

const id = 'G-DEMO67890';

/** Google's queue wants the `arguments` object itself, not an array of the same. */
function gtag(..._words: readonly unknown[]): void {
  window.dataLayer ??= [];
  // eslint-disable-next-line prefer-rest-params
  window.dataLayer.push(arguments);
}

/** Asks for the tag as any app would. Nothing here knows of consent: the gate holds the request. */
export function startAnalytics(): void {
  gtag('js', new Date());
  gtag('config', id, { send_page_view: false });
  const script = document.createElement('script');
  script.async = true;
  script.src = `https://www.googletagmanager.com/gtag/js?id=${id}`;
  document.head.append(script);
}

export function countView(path: string): void {
  gtag('event', 'page_view', { page_path: path });
}
