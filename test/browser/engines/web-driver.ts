/** The commands of WebDriver (w3.org/TR/webdriver2) that the suites need. */
export interface WebDriver {
  navigate(url: string): Promise<unknown>;
  /** Runs a function body whose last argument is the callback for its result. */
  execute(script: string): Promise<unknown>;
  find(selector: string): Promise<string>;
  click(element: string): Promise<unknown>;
  /** The current window. */
  window(): Promise<string>;
  newWindow(): Promise<string>;
  switchTo(window: string): Promise<unknown>;
}

/** WebDriver names an element by an object with this one key. */
export const elementKey = 'element-6066-11e4-a52e-4f735466cecf';

/** Milliseconds: a page that does not answer is given up, and the suite goes on. */
export const timeouts = { script: 30_000, pageLoad: 30_000 } as const;
