import { randomBytes } from 'node:crypto';
import { proofOf } from '../crypto/proof.ts';
import type { Examined } from '../domain/finding.ts';
import { notesOf } from './notes.ts';

export const ADDRESS_FINDINGS = {
  public_url_missing: { severity: 'warning', mend: 'Set PUBLIC_URL to where people reach this server: links in mails lead there.' },
  public_url_unreachable: {
    severity: 'fault',
    mend: 'See to its name, its port and the proxy before the server, and that a server runs: links in mails lead there.',
  },
  public_url_certificate: { severity: 'fault', mend: 'Renew the certificate of that address, or have one issued for its name.' },
  public_url_elsewhere: {
    severity: 'fault',
    mend: 'Point the name at this installation, or PUBLIC_URL at where it is: links in mails lead to somebody else’s.',
  },
  public_url_unencrypted: {
    severity: 'warning',
    mend: 'Put a proxy with a certificate before the server (deploy/) and set PUBLIC_URL to https://.',
  },
} as const;

const PATIENCE_MS = 5_000;

export type AddressSettings = {
  /** Where links lead; null as long as nobody has said. */
  publicUrl: string | null;
  /** PUBLIC_URL was set. */
  given: boolean;
  /** The server listens to this machine alone. */
  onLoopback: boolean;
  secretKeys: readonly string[];
};

/** Where links in mails lead: whether somebody is there, and whether it is this installation. */
export async function checkPublicAddress({ publicUrl, given, onLoopback, secretKeys }: AddressSettings, call = fetch): Promise<Examined> {
  const { fact, found, done } = notesOf('public address', ADDRESS_FINDINGS);
  fact('leads_to', publicUrl ?? 'where the next server listens');
  if (!given && !onLoopback) found('public_url_missing', 'PUBLIC_URL is not set, and the server listens to others than this machine.');
  if (publicUrl === null) return done();
  const { protocol, hostname } = new URL(publicUrl);
  if (protocol === 'http:' && !/^(localhost|127\.[\d.]+|\[::1\])$/.test(hostname))
    found('public_url_unencrypted', 'Links in mails lead to an address without encryption.');
  const challenge = randomBytes(16).toString('base64url');
  try {
    const answer = await call(`${publicUrl}/healthz?challenge=${challenge}`, {
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const said = (await answer.json().catch(() => null)) as { proof?: unknown } | null;
    fact('answers', answer.status);
    if (!secretKeys.some((key) => proofOf(key, challenge) === said?.proof))
      found('public_url_elsewhere', `What answers there (${answer.status}) is not this installation.`);
  } catch (error) {
    const code = codeOf(error);
    if (/CERT|ALTNAME|SELF_SIGNED|UNABLE_TO/.test(code)) found('public_url_certificate', `The certificate there does not hold (${code}).`);
    else found('public_url_unreachable', `Nobody answers there (${code}).`);
  }
  return done();
}

function codeOf(error: unknown): string {
  const { cause, name } = error as { cause?: { code?: unknown }; name?: unknown };
  return typeof cause?.code === 'string' ? cause.code : typeof name === 'string' ? name : 'no answer';
}
