import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { DrivenEngine } from './driven-page.ts';
import { freePort } from './free-port.ts';
import { pagesOf } from './pages-of.ts';
import { endProgram, startProgram } from './start-program.ts';
import { untilThere } from './until-there.ts';
import { timeouts } from './web-driver.ts';
import { startSession } from './web-driver-http.ts';

/** Programs of Debian's webkit2gtk-driver and xvfb. */
export interface WebKitPrograms {
  readonly driver: string;
  readonly browser: string;
  readonly screen: string;
}

/** A screen in memory, on the first free display number, which Xvfb writes to its standard output. */
async function startScreen(path: string): Promise<{ display: string; process: ChildProcess }> {
  const words = ['-displayfd', '1', '-screen', '0', '1280x1024x24'];
  const screen = startProgram(path, words, { stdio: ['ignore', 'pipe', 'ignore'] });
  if (!screen.stdout) throw new Error('Xvfb has no standard output');
  const [number] = await once(screen.stdout, 'data');
  return { display: `:${String(number).trim()}`, process: screen };
}

/** Starts WebKitGTK on a screen of its own, and asks this CONNECT proxy for every host. */
export async function launchWebKitGtk(
  programs: WebKitPrograms,
  proxy: number,
): Promise<DrivenEngine> {
  const screen = await startScreen(programs.screen);
  const own = await freePort();
  const driver = startProgram(programs.driver, [`--port=${own}`], {
    stdio: 'ignore',
    env: { ...process.env, DISPLAY: screen.display, LIBGL_ALWAYS_SOFTWARE: '1' },
  });
  const origin = `http://127.0.0.1:${own}`;
  const stopAll = async (): Promise<void> => {
    await endProgram(driver);
    await endProgram(screen.process);
  };
  try {
    await untilThere(async () => (await fetch(`${origin}/status`)).ok, 'WebKitWebDriver');
    const session = await startSession(origin, {
      acceptInsecureCerts: true,
      timeouts,
      // The capability `proxy` would have it speak TLS to the proxy for https.
      'webkitgtk:browserOptions': {
        binary: programs.browser,
        args: ['--automation', `--proxy=http://127.0.0.1:${proxy}`],
      },
    });
    return {
      name: 'webkit',
      lanes: 1,
      version: String(session.capabilities['browserVersion']),
      open: pagesOf(session.driver),
      async close() {
        await session.end().catch(() => {});
        await stopAll();
      },
    };
  } catch (error) {
    await stopAll();
    throw error;
  }
}
