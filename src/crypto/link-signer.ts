import { createHmac, hash, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { LinkAction, LinkClaims, LinkSigner } from '../domain/notices/link.ts';

const VERSION = 1;
const ACTIONS: readonly LinkAction[] = ['cancel', 'reschedule', 'take_seat', 'decline_seat'];
// Nobody guesses 128 bits, and a mail's links should not fill its lines.
const MAC_BYTES = 16;

/**
 * Signs with the first of these secrets and reads tokens of any: so a secret can be replaced while mails of the old one are about. A token is
 * `<key id>.<claims>.<HMAC-SHA256 over version, key id and claims>` (zyntro.md §13, S5); nothing in it names the event's public UUID.
 */
export function linkSigner(secretKeys: readonly [string, ...string[]]): LinkSigner {
  const keys = secretKeys.map((secret) => {
    const key = Buffer.from(hkdfSync('sha256', secret, '', 'adjourn mailed links 1', 32));
    return { id: hash('sha256', key, 'hex').slice(0, 8), key };
  });
  const macOf = (key: Buffer, id: string, claims: string) =>
    createHmac('sha256', key).update(`${VERSION}.${id}.${claims}`).digest().subarray(0, MAC_BYTES);
  return {
    sign({ action, tenantId, subjectId, startsAt, expiresAt }) {
      const [current] = keys;
      if (!current) throw new Error('there is no key to sign with');
      const claims = [ACTIONS.indexOf(action), tenantId, subjectId, secondsOf(startsAt), secondsOf(expiresAt)]
        .map((number) => number.toString(36))
        .join('-');
      return `${current.id}.${claims}.${macOf(current.key, current.id, claims).toString('base64url')}`;
    },
    read(token) {
      const [, id = '', claims = '', mac = ''] = /^([0-9a-f]{8})\.([0-9a-z-]{9,80})\.([\w-]{22})$/.exec(token) ?? [];
      const known = keys.find((one) => one.id === id);
      if (!known || !timingSafeEqual(Buffer.from(mac, 'base64url'), macOf(known.key, id, claims))) return null;
      return claimsOf(claims);
    },
  };
}

const secondsOf = (instant: Temporal.Instant): number => Math.floor(instant.epochMilliseconds / 1_000);

/** Signed, so it is what we wrote. */
function claimsOf(claims: string): LinkClaims | null {
  const [action, tenantId, subjectId, startsAt, expiresAt] = claims.split('-').map((digits) => Number.parseInt(digits, 36));
  const named = ACTIONS[action ?? -1];
  if (!named || tenantId === undefined || subjectId === undefined || startsAt === undefined || expiresAt === undefined) return null;
  const at = (seconds: number) => Temporal.Instant.fromEpochMilliseconds(seconds * 1_000);
  return { action: named, tenantId, subjectId, startsAt: at(startsAt), expiresAt: at(expiresAt) };
}
