import { isDevelopment, SluisError } from '@sluis/schema';
import { checkConfig } from './check-config.js';
import { scriptRooms } from './script-rooms.js';
import { startSluis } from './start.js';

/** Text that is no JSON is told and taken for a configuration that nothing can be made of. */
function readConfig(): unknown {
  const text = document.getElementById('sluis-config')?.textContent;
  if (!text) return undefined;
  try {
    return JSON.parse(text);
  } catch (error) {
    console.error(new SluisError('C01', 'sluis-config', error).message);
    return undefined;
  }
}

/** Beside the script itself; an inline one has no address, so it needs the word `assets`. */
function findAssets(config: unknown): string {
  const script = document.currentScript;
  if (script instanceof HTMLScriptElement && script.src) return new URL('.', script.src).href;
  const assets = Object(config).assets;
  return new URL(typeof assets === 'string' ? assets : '/sluis/', location.href).href;
}

if (window.sluis) {
  console.error(new SluisError('G01').message);
} else {
  const config = readConfig();
  const assets = findAssets(config);
  const script = isDevelopment ? { element: document.currentScript } : undefined;
  window.sluis = startSluis(config, scriptRooms(assets), assets, script);
  if (isDevelopment && config !== undefined) checkConfig(config); // loud, and everything is held
}
