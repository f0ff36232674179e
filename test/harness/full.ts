import { sql } from 'kysely';
import type { World } from './world.ts';

/**
 * Fills a world's ledger as a year of work would: so many deliveries that were handed over, ten of each seat and three seats of each meeting, with
 * their events, history and plans, of so many tenants in turn (the world's own is one of them). Nothing of it is due.
 */
export async function fillLedger({ db, clock }: World, deliveries: number, tenants: number): Promise<void> {
  const now = clock.now();
  if (tenants > 1) {
    await sql`insert into tenants (name, zone, locale, sender_mailbox, created_at)
      select 'Harbour Loft ' || n, 'Europe/Madrid', 'en', 'events@adjourn.example', ${now} from generate_series(2, ${tenants}) n`.execute(
      db,
    );
    await sql`insert into calendars (tenant_id, public_id, name, zone, created_at)
      select id, gen_random_uuid(), 'Roof', zone, ${now} from tenants t where not exists (select from calendars c where c.tenant_id = t.id)`.execute(
      db,
    );
  }
  const meetings = Math.ceil(deliveries / 30);
  await sql`
    insert into events (tenant_id, calendar_id, public_id, uid_scope, uid, organizer_mailbox, organizer_name, title, zone, starts_at, ends_at, dtstamp, revision,
      created_at, updated_at)
    select c.tenant_id, c.id, gen_random_uuid(), 'event', gen_random_uuid() || '@adjourn.example', 'events@adjourn.example', 'Ana', 'Review', 'Europe/Madrid',
      ${now}::timestamptz + interval '2 days', ${now}::timestamptz + interval '2 days 1 hour', ${now}, 10, ${now}, ${now}
    from generate_series(1, ${meetings}) n
    join lateral (select *, row_number() over (order by id) as place, count(*) over () as many from calendars offset 0) c on c.place = 1 + n % c.many`.execute(
    db,
  );
  await sql`
    insert into changes (tenant_id, event_id, revision, kind, actor_kind, actor_id, before, after, cause, at)
    select e.tenant_id, e.id, r, 'event_rescheduled', 'system', 'test', '{}', '{}', 'test', ${now} from events e cross join generate_series(1, 10) r
    where e.title = 'Review'`.execute(db);
  await sql`
    insert into outbox (tenant_id, event_id, change_id, revision, purpose, audience, method, sequence, dtstamp, facts, uid_scope, uid, state, lane, planned,
      created_at, expanded_at)
    select e.tenant_id, e.id, c.id, c.revision, 'moved', 'standing', 'REQUEST', c.revision, e.dtstamp, '{"title": "Review"}', 'event', e.uid, 'expanded', 0, 3, ${now}, ${now}
    from events e join lateral (select * from changes c where c.event_id = e.id offset 0) c on true where e.title = 'Review'`.execute(db);
  await sql`
    insert into tickets (tenant_id, event_id, name, email, zone, zone_source, language, code, issued_revision, issued_at, updated_at)
    select e.tenant_id, e.id, 'Ben', 'ben' || e.id || '+' || k || '@example.com', 'Europe/Madrid', 'contact', 'en', e.id || 'R' || k, 1, ${now}, ${now}
    from events e cross join generate_series(1, 3) k where e.title = 'Review'`.execute(db);
  await sql`
    insert into deliveries (tenant_id, outbox_id, change_id, event_id, subject_kind, subject_id, revision, purpose, occurrence, recipient, zone, zone_source,
      language, role, participation_status, sequence, dtstamp, message_id, state, possibly_sent, lane, due_at, created_at, finished_at)
    select o.tenant_id, o.id, o.change_id, o.event_id, 'seat', t.id, o.revision, 'moved', 0, t.email, t.zone, t.zone_source, 'en', 'attendee', 'accepted', o.revision,
      o.dtstamp, md5(t.id || ' ' || o.id) || '@adjourn.example', case when o.revision = 10 and t.id % 50 = 0 then 'bounced' else 'sent' end, true, 0, ${now}, ${now}, ${now}
    from outbox o join lateral (select * from tickets t where t.event_id = o.event_id and t.code like '%R%' offset 0) t on true
    where o.facts = '{"title": "Review"}'`.execute(db);
}
