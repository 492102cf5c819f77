import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DrivenEngine } from './driven-page.ts';
import { connectMarionette } from './marionette.ts';
import { pagesOf } from './pages-of.ts';
import { endProgram, startProgram } from './start-program.ts';
import { untilThere } from './until-there.ts';
import { timeouts } from './web-driver.ts';

const preferences = (port: number): Readonly<Record<string, string | number | boolean>> => ({
  // Every name is this machine, and the usual ports are the world's.
  'network.dns.forceResolve': '127.0.0.1',
  'network.socket.forcePort': `80=${port};443=${port}`,
  'network.http.http3.enable': false,
  'network.trr.mode': 5,
  // Automation switches speculative connections off; a visitor's browser makes them.
  'network.http.speculative-parallel-limit': 6,
  // Port 0: any free one, which Firefox then writes into its profile.
  'marionette.port': 0,
  // What Firefox itself would fetch.
  'app.normandy.enabled': false,
  'app.update.disabledForTesting': true,
  'browser.safebrowsing.downloads.remote.enabled': false,
  'browser.safebrowsing.provider.google4.updateURL': '',
  'browser.search.update': false,
  'browser.topsites.contile.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.systemAddon.update.enabled': false,
  'media.gmp-manager.updateEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
});

function writeProfile(port: number): string {
  const profile = mkdtempSync(join(tmpdir(), 'sluis-firefox-'));
  const lines = Object.entries(preferences(port)).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  writeFileSync(join(profile, 'user.js'), lines.join('\n'));
  return profile;
}

async function end(firefox: ChildProcess, profile: string): Promise<void> {
  await endProgram(firefox);
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
}

/** Starts Firefox with a profile of its own, in which every host is at this TLS port. */
export async function launchFirefox(path: string, port: number): Promise<DrivenEngine> {
  const profile = writeProfile(port);
  const words = ['--headless', '--marionette', '--no-remote', '--profile', profile];
  const firefox = startProgram(path, words, {
    stdio: 'ignore',
    // The last one lets the preference for the settings' server count in a release.
    env: { ...process.env, HOME: profile, MOZ_REMOTE_SETTINGS_DEVTOOLS: '1' },
  });
  try {
    const active = join(profile, 'MarionetteActivePort');
    const own = await untilThere(() => Number(readFileSync(active, 'utf8')), 'Firefox');
    const marionette = await connectMarionette(own);
    const wanted = { acceptInsecureCerts: true, timeouts };
    const session = await marionette.send('WebDriver:NewSession', wanted);
    return {
      name: 'firefox',
      lanes: 1,
      version: String(Object(Object(session).capabilities).browserVersion),
      open: pagesOf(marionette.driver),
      async close() {
        marionette.close();
        await end(firefox, profile);
      },
    };
  } catch (error) {
    await end(firefox, profile);
    throw error;
  }
}
