import { sql } from 'kysely';
import { type Reach, type UnreachedPlace, FIRST_PLACE, findReach } from '../../src/ledger/unreached.ts';
import { expandNext } from '../../src/ledger/expand-next.ts';
import type { Event } from '../../src/domain/events/event.ts';
import { type World, ben } from './world.ts';

/** So many people to invite; more than 50 have their notices written after the change. */
export const crowdOf = (size: number) => Array.from({ length: size }, (_, n) => ({ ...ben, email: `ben+${n}@example.com` }));

/** An event's times so many hours later. */
export const laterThan = (event: Event, hours: number) => ({
  startsAt: event.startsAt.add({ hours }),
  endsAt: event.endsAt.add({ hours }),
});

/** Writes the next notices of a crowd; undefined when none are left. */
export const expandSome = async (world: World) => (await expandNext(world.db, 25, world.clock.now())).expanded.at(0);

export const reachOf = async (world: World, eventId: number, after: UnreachedPlace = FIRST_PLACE, limit = 1_000): Promise<Reach> =>
  await findReach(world.db, world.tenant.id, eventId, { after, limit });

/** The sums that are not zero. The list must be as long as they say, so that is looked at each time. */
export async function sumsOf(world: World, eventId: number): Promise<Record<string, number>> {
  const { people, reached, nothingOwed, counts, unreached } = await reachOf(world, eventId);
  if (reached + nothingOwed + unreached.length !== people)
    throw new Error(`${unreached.length} of ${people} are listed, ${reached} reached, ${nothingOwed} owed nothing`);
  return Object.fromEntries(Object.entries({ people, reached, nothingOwed, ...counts }).filter(([, count]) => count > 0));
}

/** Seats that no plan stands for, as another program would write them: `code` and a number, at an address of that name. */
export const insertSeats = async (world: World, event: Event, code: string, count: number) =>
  await sql`insert into tickets (tenant_id, event_id, name, email, zone, zone_source, language, code, issued_revision, issued_at, updated_at)
    select ${world.tenant.id}, ${event.id}, 'Chie', lower(${code}) || n || '@example.com', 'Asia/Tokyo', 'person', 'en', ${code} || n, 1, ${world.clock.now()}, ${world.clock.now()}
    from generate_series(1, ${count}) n`.execute(world.db);
