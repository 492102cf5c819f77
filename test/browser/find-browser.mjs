import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome'];

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The browser to test in: `SLUIS_CHROMIUM`, then the first on the PATH. Undefined means Playwright's
 * own, if it was installed. Plain JavaScript, since `npm test` asks it before anything is compiled.
 * @returns {string | undefined}
 */
export function findBrowser() {
  if (process.env.SLUIS_CHROMIUM) return process.env.SLUIS_CHROMIUM;
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}
