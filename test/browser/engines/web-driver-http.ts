import { elementKey, type WebDriver } from './web-driver.ts';

/** A session with a WebDriver program over HTTP. */
export interface WebDriverSession {
  readonly capabilities: Readonly<Record<string, unknown>>;
  readonly driver: WebDriver;
  end(): Promise<unknown>;
}

async function ask(method: string, address: string, body?: object): Promise<unknown> {
  const response = await fetch(address, { method, body: body ? JSON.stringify(body) : null });
  const { value } = Object(await response.json());
  if (!response.ok) throw new Error(`${value?.error}: ${value?.message}`);
  return value;
}

export async function startSession(origin: string, wanted: object): Promise<WebDriverSession> {
  const capabilities = { alwaysMatch: wanted };
  const session = Object(await ask('POST', `${origin}/session`, { capabilities }));
  const address = `${origin}/session/${session.sessionId}`;
  const post = (path: string, body: object): Promise<unknown> =>
    ask('POST', `${address}/${path}`, body);
  return {
    capabilities: session.capabilities,
    driver: {
      navigate: (url) => post('url', { url }),
      execute: (script) => post('execute/async', { script, args: [] }),
      find: async (value) =>
        String(Object(await post('element', { using: 'css selector', value }))[elementKey]),
      click: (element) => post(`element/${element}/click`, {}),
      window: async () => String(await ask('GET', `${address}/window`)),
      newWindow: async () => String(Object(await post('window/new', { type: 'window' })).handle),
      switchTo: (handle) => post('window', { handle }),
    },
    end: () => ask('DELETE', address),
  };
}
