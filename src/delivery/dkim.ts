import { createPrivateKey } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import DKIM from 'nodemailer/lib/dkim';

export type DkimKey = {
  domainName: string;
  keySelector: string;
  /** PEM, RSA. */
  privateKey: string;
};

/**
 * Makes a signer (RFC 6376, rsa-sha256, relaxed/relaxed). The signature bears no time and PKCS #1 v1.5 no randomness, so the same
 * mail signed again is the same bytes. Throws when the key is not an RSA private key: the library would send unsigned.
 */
export function createSigner(key: DkimKey): (raw: Buffer) => Promise<Buffer> {
  const type = createPrivateKey(key.privateKey).asymmetricKeyType;
  if (type !== 'rsa') throw new Error(`the DKIM key must be RSA, this one is ${type}`);
  const signer = new DKIM(key);
  return (raw) => buffer(signer.sign(raw));
}
