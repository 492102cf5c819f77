/**
 * The text for `/.well-known/gpc.json`, by which a site says that it heeds Global Privacy Control
 * (w3c.github.io/gpc, section 4; R58).
 * @param lastUpdate when the site last changed what it says here
 */
export function gpcJson(lastUpdate: Date): string {
  return JSON.stringify({ gpc: true, lastUpdate: lastUpdate.toISOString().slice(0, 10) });
}
