import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/** What the bank's own login would have: a key pair, and tokens that live five minutes. */
export const issuer = 'https://www.grachtenbank.example';
export const audience = 'https://consent.grachtenbank.example';

/** The subject is a client number, opaque to everyone else: the server refuses mail addresses, IBAN and BSN. */
export const subjectOf = (user) => `client-${user}`;

export async function createTokenIssuer() {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
  const kid = 'grachtenbank-1';
  return {
    /** JWK set for the server's configuration. */
    keys: { keys: [{ ...(await exportJWK(publicKey)), kid, alg: 'ES256', use: 'sig' }] },
    /** @param {string} user  @returns {Promise<string>} a compact JWS */
    sign: (user) =>
      new SignJWT({})
        .setProtectedHeader({ alg: 'ES256', kid })
        .setIssuer(issuer)
        .setAudience(audience)
        .setSubject(subjectOf(user))
        .setIssuedAt()
        .setExpirationTime('5m')
        .sign(privateKey),
  };
}
