import { createHmac } from 'node:crypto';
import { folded } from '../domain/people/address.ts';
import { ERASED_DOMAIN } from '../domain/people/erasure.ts';

/**
 * What stands in the place of an address that is forgotten: the same for it everywhere at a tenant, so that counts stay true and whoever knows the address
 * can still prove what it was told; nobody finds the address from it without the installation's key.
 */
export function erasedAddress(sealingKey: Uint8Array, tenantId: number, address: string): string {
  const hash = createHmac('sha256', sealingKey)
    .update(JSON.stringify(['erased', tenantId, folded(address)]))
    .digest('hex');
  return `erased-${hash.slice(0, 32)}@${ERASED_DOMAIN}`;
}
