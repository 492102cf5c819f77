import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { findProgram } from '../find-browser.mjs';

/**
 * Firefox: `SLUIS_FIREFOX`, then the first on the PATH.
 * @returns {string | undefined}
 */
export function findFirefox() {
  return process.env.SLUIS_FIREFOX ?? findProgram(['firefox-esr', 'firefox']);
}

/** WebKitGTK's MiniBrowser lies in a folder that carries the architecture and the version. */
function findMiniBrowser() {
  const folders = ['/usr/lib', '/usr/lib64', '/usr/libexec'].filter(existsSync);
  return folders
    .flatMap((folder) => [folder, ...readdirSync(folder).map((name) => join(folder, name))])
    .flatMap((folder) =>
      ['webkit2gtk-4.1', 'webkit2gtk-4.0', 'webkitgtk-6.0'].map((name) =>
        join(folder, name, 'MiniBrowser'),
      ),
    )
    .find(existsSync);
}

/**
 * What WebKitGTK takes to run without a desktop; undefined when one of them is missing.
 * @returns {{ driver: string, browser: string, screen: string } | undefined}
 */
export function findWebKitGtk() {
  const driver = findProgram(['WebKitWebDriver']);
  const browser = findMiniBrowser();
  const screen = findProgram(['Xvfb']);
  return driver && browser && screen ? { driver, browser, screen } : undefined;
}
