import { authenticateApiKey } from '../../operations/access/authenticate-api-key.ts';
import type { Credential } from './principal.ts';
import { bySession } from './session/credential.ts';

/** A program: `Authorization: Bearer <API key>` (RFC 6750 §2.1). */
const byKey: Credential = async ({ context, demo }, c) => {
  const key = /^Bearer +([\x21-\x7e]{1,200})$/i.exec(c.req.header('authorization') ?? '')?.[1];
  const found = key === undefined ? undefined : await authenticateApiKey(context, key, demo);
  if (!found) return undefined;
  return { tenant: found.tenant, actor: { kind: 'key', id: String(found.keyId) }, scopes: found.scopes, calendars: null };
};

/** Every way in which somebody may show who they are, in the order they are tried. Another kind of credential is one more of them. */
export const CREDENTIALS: readonly Credential[] = [byKey, bySession];
