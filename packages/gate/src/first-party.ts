/**
 * The page's own host, its site without `www.`, and what lies below that: on `www.bank.example` also
 * `bank.example` and `cdn.bank.example`.
 * @param host as `URL.hostname` writes it
 */
export function isFirstParty(host: string, pageHost: string): boolean {
  const [plain, site] = [host, pageHost].map((one) => one.replace(/\.$/, ''));
  const parent = site?.replace(/^www\./, '');
  return plain === parent || !!plain?.endsWith(`.${parent}`);
}
