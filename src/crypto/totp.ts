import { Secret, TOTP } from 'otpauth';

const STEP_SECONDS = 30;

/** RFC 6238 with what every authenticator knows: SHA-1, six digits, 30 seconds. `key` is base32. */
export function totpOf(key: string, label: string, issuer: string): TOTP {
  return new TOTP({ issuer, label, secret: Secret.fromBase32(key), algorithm: 'SHA1', digits: 6, period: STEP_SECONDS });
}

/** The time step whose code this is, one step early or late allowed (clocks differ); null when it is none. */
export function stepOfCode(key: string, code: string, now: Temporal.Instant): number | null {
  const token = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return null;
  const delta = totpOf(key, '', '').validate({ token, window: 1, timestamp: now.epochMilliseconds });
  return delta === null ? null : Math.floor(now.epochMilliseconds / 1000 / STEP_SECONDS) + delta;
}

/** What the sealed key of a user's second factor is about. */
export function totpKeyOf(tenantId: number, userId: number): string {
  return `totp ${tenantId} ${userId}`;
}
