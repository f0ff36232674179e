import { generateKeyPairSync, sign } from 'node:crypto';
import type { Resolve } from '../../src/delivery/webhooks/resolve-name.ts';

/** A name that is not this machine's, for receivers of webhooks that a test has on it. */
export const RECEIVER = 'hooks.example.org';

/** Its look-up: everything is on this machine. */
export const onThisMachine: Resolve = async () => [{ address: '127.0.0.1', family: 4 }];

/**
 * A key and a self-signed certificate for localhost, the receiver's name and 127.0.0.1, made anew by each run, so that no private key lives in the repository.
 * Node can read certificates but not make them; this is the little DER (X.690) that one needs (RFC 5280 §4.1).
 */
export function selfSignedCertificate(): { key: string; cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const ecdsaWithSha256 = sequence(der(0x06, [0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02]));
  const name = sequence(der(0x31, sequence(der(0x06, [0x55, 0x04, 0x03]), der(0x0c, Buffer.from('localhost')))));
  const names = ['localhost', RECEIVER].map((host) => der(0x82, Buffer.from(host)));
  const subjectAltName = sequence(...names, der(0x87, [127, 0, 0, 1]));
  const body = sequence(
    der(0xa0, der(0x02, [2])), // version 3
    der(0x02, [1]), // serial number
    ecdsaWithSha256,
    name,
    sequence(time('2020-01-01T00:00:00Z'), time('2049-01-01T00:00:00Z')),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(sequence(der(0x06, [0x55, 0x1d, 0x11]), der(0x04, subjectAltName)))),
  );
  const signature = der(0x03, Buffer.concat([Buffer.from([0]), sign('sha256', body, privateKey)]));
  const certificate = sequence(body, ecdsaWithSha256, signature);
  const lines = certificate.toString('base64').replace(/.{64}/g, '$&\n');
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
  };
}

function der(tag: number, content: Buffer | number[]): Buffer {
  const bytes = Buffer.from(content);
  const length = bytes.length < 0x80 ? [bytes.length] : [0x82, bytes.length >> 8, bytes.length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), bytes]);
}

function sequence(...parts: Buffer[]): Buffer {
  return der(0x30, Buffer.concat(parts));
}

/** UTCTime: YYMMDDhhmmssZ */
function time(iso: string): Buffer {
  return der(0x17, Buffer.from(iso.slice(2).replace(/[-T:]/g, '')));
}
