import type { Realm } from './keeper.js';

/** A worker that a page or another worker asks for. */
interface WorkerCall {
  readonly realm: Realm;
  /** Absolute address of its script, of this origin or `data:` or `blob:`. */
  readonly url: string;
  /** What stands behind a `data:` or `blob:` address; null when it cannot be read. */
  readonly text: string | null | undefined;
  readonly args: readonly unknown[];
  readonly shared: boolean;
  /** Of what the page expects to get. */
  readonly prototype: object;
  /** Calls the native constructor. */
  run(args?: unknown[]): unknown;
}

/** @returns the worker, or what passes for one until there is one */
export type StartWorker = (call: WorkerCall) => unknown;

/** Starts the page's workers and tells their gates what the page's knows. */
export interface Workers {
  readonly start: StartWorker;
  /** The rules have changed. */
  tell(): void;
}
