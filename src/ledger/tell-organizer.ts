import { sql } from 'kysely';
import type { Transaction } from '../postgres/database.ts';

/** From a plan for whoever runs the event to its one delivery: in the zone and language of their own seat; where they have none, in the calendar's zone. */
export async function tellOrganizer(tx: Transaction, tenantId: number, outboxId: number): Promise<void> {
  await sql`
    insert into deliveries (tenant_id, outbox_id, change_id, event_id, revision, purpose, occurrence, recipient, recipient_name,
      zone, zone_source, language, role, participation_status, sequence, dtstamp, message_id, state, lane, due_at, created_at)
    select p.tenant_id, p.id, p.change_id, p.event_id, p.revision, p.purpose, p.occurrence, p.recipient->>'email', p.recipient->>'name',
      coalesce(t.zone, c.zone), coalesce(t.zone_source, 'calendar'), coalesce(t.language, p.recipient->>'language'),
      'organizer', 'accepted', p.sequence, p.dtstamp,
      encode(substring(sha256(convert_to(concat_ws('|', i.public_id, 'organizer', p.event_id, p.revision, p.purpose, p.occurrence,
        folded(p.recipient->>'email')), 'UTF8')) for 16), 'hex') || '@' || split_part(p.facts->>'organizerMailbox', '@', 2),
      'queued', p.lane, p.created_at, p.created_at
    from outbox p cross join installation i
    join events e on e.tenant_id = p.tenant_id and e.id = p.event_id
    join calendars c on c.tenant_id = e.tenant_id and c.id = e.calendar_id
    left join lateral (
      select zone, zone_source, language from tickets where tenant_id = p.tenant_id and event_id = p.event_id
        and email_folded = folded(p.recipient->>'email') and released_revision is null order by id limit 1) t on true
    where p.tenant_id = ${tenantId} and p.id = ${outboxId}
    on conflict do nothing`.execute(tx);
}
