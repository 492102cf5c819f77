/** Elements of ours, in the markup or made by an app later. */
const names = ['embed', 'opt-out', 'settings', 'consent', 'recorded'].map(
  (name) => `sluis-${name}`,
);

/** Calls back whenever one comes into the page or leaves it. The browser tells it, so nothing watches every change. */
export function followElements(callback: () => void): void {
  for (const name of names) {
    if (customElements.get(name)) continue;
    customElements.define(
      name,
      class extends HTMLElement {
        connectedCallback(): void {
          callback();
        }
        disconnectedCallback(): void {
          callback();
        }
      },
    );
  }
}
