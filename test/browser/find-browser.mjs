import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

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
 * The first of these programs that is on the PATH.
 * @param {readonly string[]} names
 * @returns {string | undefined}
 */
export function findProgram(names) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

/**
 * The browser to test in: `SLUIS_CHROMIUM`, then the first on the PATH. Undefined means Playwright's
 * own, if it was installed. Plain JavaScript, since `npm test` asks it before anything is compiled.
 * @returns {string | undefined}
 */
export function findBrowser() {
  return (
    process.env.SLUIS_CHROMIUM ?? findProgram(['chromium', 'chromium-browser', 'google-chrome'])
  );
}
