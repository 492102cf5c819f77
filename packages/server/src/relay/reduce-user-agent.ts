/** The name that says most comes first: Edge and Opera also call themselves Chrome. */
const brands = ['Edg', 'OPR', 'SamsungBrowser', 'FxiOS', 'Firefox', 'CriOS', 'Chrome', 'Version'];

const versions = brands.map((brand) => [brand, new RegExp(`${brand}/(\\d{1,4})`)] as const);

/** Brand and major version of a browser: no build, no system, no device (CNIL 2022: fingerprints). */
export function reduceUserAgent(text: string = ''): string {
  for (const [brand, version] of versions) {
    // Looking for a word is quicker than matching: most brands are not it.
    const major = text.includes(brand) ? version.exec(text)?.[1] : undefined;
    if (major) return `Mozilla/5.0 ${brand}/${major}.0`;
  }
  return 'Mozilla/5.0';
}
