import type { Context } from 'hono';
import type { Scope } from '../../domain/access/scope.ts';
import type { Request } from '../../domain/notices/change.ts';
import type { Actor } from '../../domain/people/people.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import { authenticateApiKey } from '../../operations/access/authenticate-api-key.ts';
import type { DoorEnv, DoorOptions } from '../http/door.ts';
import { networkOf } from '../http/throttle-key.ts';

/** Who asks, whatever showed it: a program by its key, or a person by a session. */
export type Principal = {
  tenant: Tenant;
  /** As it goes into the history: a key's or a person's number. */
  actor: Actor;
  scopes: readonly Scope[];
  /** The numbers of the calendars whose events these scopes are about; null: of all. */
  calendars: readonly number[] | null;
};

export type V1Env = { Variables: DoorEnv['Variables'] & { tenant: Tenant; principal: Principal; options: DoorOptions } };

/** Who shows one kind of credential; undefined where none of this kind came, or it opens nothing. */
export type Credential = (options: DoorOptions, c: Context<V1Env>) => Promise<Principal | undefined>;

/** A program: `Authorization: Bearer <API key>` (RFC 6750 §2.1). */
const byKey: Credential = async ({ context, demo }, c) => {
  const key = /^Bearer +([\x21-\x7e]{1,200})$/i.exec(c.req.header('authorization') ?? '')?.[1];
  const found = key === undefined ? undefined : await authenticateApiKey(context, key, demo);
  if (!found) return undefined;
  return { tenant: found.tenant, actor: { kind: 'key', id: String(found.keyId) }, scopes: found.scopes, calendars: null };
};

/** Every way in which somebody may show who they are, in the order they are tried. Another kind of credential is one more of them. */
export const CREDENTIALS: readonly Credential[] = [byKey];

/** How and from where somebody asks who need not have said who they are, as it is written down. */
function askingOf(c: Context<V1Env>): Pick<Request, 'cause'> & { from: string } {
  return { cause: `v1 ${c.get('requestId')}`, from: networkOf(c.get('clientAddress')) };
}

/** What somebody asks for, as it goes into the history. */
export function requestOf(c: Context<V1Env>, reason: string | null = null): Request {
  return { ...askingOf(c), actor: c.get('principal').actor, reason };
}
