import type { Context } from 'hono';
import type { Scope } from '../../domain/access/scope.ts';
import type { Request } from '../../domain/notices/change.ts';
import type { Actor } from '../../domain/people/people.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import type { HouseSession } from '../../operations/access/house-session.ts';
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
  /** Of a person who is signed in. */
  session?: HouseSession;
  /** By what, where it is not the API itself: `adjourn`, the command line. */
  through?: string;
};

export type V1Env = { Variables: DoorEnv['Variables'] & { tenant: Tenant; principal: Principal; options: DoorOptions } };

/** Who shows one kind of credential; undefined where none of this kind came, or it opens nothing. */
export type Credential = (options: DoorOptions, c: Context<V1Env>) => Promise<Principal | undefined>;

/** How and from where somebody asks who need not have said who they are, as it is written down. */
export function askingOf(c: Context<V1Env>): Pick<Request, 'cause'> & { from: string } {
  return { cause: `v1 ${c.get('requestId')}`, from: networkOf(c.get('clientAddress')) };
}

/** What somebody asks for, as it goes into the history. */
export function requestOf(c: Context<V1Env>, reason: string | null = null): Request {
  const { actor, through = 'v1' } = c.get('principal');
  return { ...askingOf(c), cause: `${through} ${c.get('requestId')}`, actor, reason };
}
