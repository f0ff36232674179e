import { sql } from 'kysely';
import type { MessageTo } from '../../domain/attendees/send-message.ts';
import type { Database } from '../../postgres/database.ts';

/** `ids` of seats, or of places in the waiting list, one for each address, in rising order; `withoutAddress` have none. */
export type MessageRecipients = { ids: number[]; withoutAddress: number };

/** Whom a message to those of an event is for. `unreached` are the seats that the ledger says so of, where it is for them alone. */
export async function findMessageRecipients(
  db: Database,
  tenantId: number,
  eventId: number,
  to: MessageTo,
  unreached: number[],
): Promise<MessageRecipients> {
  const seats = sql`select t.id, t.email_folded as address from (select * from tickets t where t.event_id = ${eventId} and t.released_revision is null offset 0) t
    left join lateral (select c.id from check_ins c where c.ticket_id = t.id and c.tenant_id = t.tenant_id and c.undone_at is null offset 0) c on true
    where t.tenant_id = ${tenantId} and ${WHICH[to](unreached)}`;
  const places = sql`select w.id, w.email_folded as address from (select * from waitlist_entries w where w.event_id = ${eventId} offset 0) w
    where w.tenant_id = ${tenantId} and w.state in ('waiting', 'offered')`;
  const found = await sql<MessageRecipients>`
    with people as (${to === 'waiting' ? places : seats}), once as (select min(id) as id from people where address is not null group by address)
    select coalesce((select array_agg(id order by id) from once), '{}') as ids, (select count(*)::int from people where address is null) as without_address`.execute(
    db,
  );
  return found.rows[0] ?? { ids: [], withoutAddress: 0 };
}

const EVERYBODY = () => sql`true`;

const WHICH = {
  all: EVERYBODY,
  waiting: EVERYBODY,
  not_reached: (unreached: number[]) => sql`t.id = any(${unreached}::bigint[])`,
  checked_in: () => sql`c.id is not null`,
  not_checked_in: () => sql`c.id is null`,
};
