import type { Engine, EnginePage } from '../leaks/engine.ts';

/** A page driven by WebDriver, which can also be clicked. */
export interface DrivenPage extends EnginePage {
  /** A trusted click on the first element that fits, once it is there. */
  click(selector: string): Promise<void>;
}

export interface DrivenEngine extends Engine {
  readonly version: string;
  open(url: string): Promise<DrivenPage>;
}
