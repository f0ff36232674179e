import { Secret } from 'otpauth';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import type { Context } from '../context.ts';
import { totpOf } from '../../crypto/totp.ts';

// RFC 4226 §4, R6: 160 bits.
const KEY_BYTES = 20;

/**
 * A new key for a person's authenticator: as base32 to type and as `otpauth:` URI to scan. Nothing is kept before
 * `enableTwoFactor` has seen a code made with it, so that nobody is locked out by a key that never arrived.
 */
export function proposeTwoFactor(context: Context, tenant: Tenant, email: string): { key: string; uri: string } {
  const key = new Secret({ buffer: Uint8Array.from(context.random.bytes(KEY_BYTES)).buffer }).base32;
  return { key, uri: totpOf(key, email, tenant.name).toString() };
}
