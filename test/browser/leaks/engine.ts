/** Where the world of the vectors is found on this machine. */
export interface Doors {
  /** TLS on 127.0.0.1: plays every host, by the name that the browser asks for. */
  readonly port: number;
  /**
   * An HTTP proxy on 127.0.0.1 that tunnels CONNECT to any host into `port`, for a browser that cannot
   * be told to find all names there.
   */
  readonly proxy: number;
}

/**
 * One running browser with one profile: cookies and storage are shared by its pages, certificates are
 * not checked, and all names lead to the world. Nothing else about it may help the gate.
 */
export interface Engine {
  readonly name: 'chromium' | 'firefox' | 'webkit';
  /** Pages that may be open at a time; what one page does must not slow another down to a standstill. */
  readonly lanes: number;
  /** A page of its own (tab or window), once it fired `load`. */
  open(url: string): Promise<EnginePage>;
  close(): Promise<void>;
}

export interface EnginePage {
  /** Goes on to this address in the same page, and waits for its `load`. */
  go(url: string): Promise<void>;
  /**
   * The value of an expression in the page's own realm, as JSON; of a promise, what it comes to. There
   * is no user activation. Nothing comes back for `undefined`, or where the page went elsewhere
   * meanwhile.
   */
  evaluate(expression: string): Promise<unknown>;
  /** The same while `navigator.userActivation.isActive`: by the protocol, or by a real click. */
  act(expression: string): Promise<unknown>;
  close(): Promise<void>;
}

export type Launch = (doors: Doors) => Promise<Engine>;
