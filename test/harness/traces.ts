import { sql } from 'kysely';
import type { Invitee } from '../../src/domain/events/create-event.ts';
import { createEvent } from '../../src/operations/events/create-event.ts';
import type { TestDemo } from './demo.ts';
import { request } from './world.ts';

/**
 * Somebody who left a trace in every table that can hold one, at an event that ended yesterday, one that ended three weeks ago, and one to come; beside
 * them another, who is not to be touched. Gives the numbers of the events.
 */
export async function prepareTraces(
  demo: TestDemo,
  who: { name: string; email: string; other: string },
): Promise<{ past: number; older: number; future: number }> {
  const { db, clock } = demo;
  const them: Invitee = { name: who.name, email: who.email, zone: 'Asia/Tokyo', language: 'en', role: 'attendee' };
  const other: Invitee = {
    name: who.other,
    email: `${who.other.toLowerCase()}@example.com`,
    zone: 'Asia/Tokyo',
    language: 'en',
    role: 'attendee',
  };
  const omar: Invitee = { name: 'Omar', email: 'omar@example.org', zone: 'Europe/London', language: 'en', role: 'organizer' };
  const make = async (hours: number, invitees: Invitee[], own = omar) => {
    const startsAt = clock.now().add({ hours });
    const made = await createEvent(
      demo.context,
      demo.tenant,
      {
        calendar: { id: 12 },
        uidScope: 'event',
        title: 'Site visit',
        description: `Led by ${who.name}`,
        location: 'Pier 3',
        zone: null,
        startsAt,
        endsAt: startsAt.add({ hours: 1 }),
        capacity: null,
        organizerName: own.name ?? '',
        replyTo: own.email,
        invitees,
      },
      { ...request, reason: `${who.name} <${who.email.toUpperCase()}> asked for it` },
    );
    if (made.outcome !== 'created') throw new Error(`no event: ${made.outcome}`);
    return made.event.id;
  };
  const older = await make(24, [omar, them, other]);
  const past = await make(24 * 20, [{ ...omar, role: 'attendee' }, { ...them, role: 'organizer' }, other], them);
  // As if a worker had handed over what there is, with an answer that names them.
  const reply = `550 5.1.1 <${who.email}>: no such user`;
  await sql`update deliveries set state = 'bounced', last_reply = ${reply}, finished_at = due_at, content_sha256 = 'abc' where event_id = ${past} and recipient = ${who.email}`.execute(
    db,
  );
  await sql`update deliveries set state = 'sent', possibly_sent = true, finished_at = due_at where event_id in (${past}, ${older}) and state = 'queued'`.execute(
    db,
  );
  await sql`insert into delivery_attempts (tenant_id, delivery_id, number, worker, started_at, ended_at, outcome, reply)
    select tenant_id, id, 1, gen_random_uuid(), due_at, due_at, 'refused', ${reply} from deliveries where event_id = ${past} and recipient = ${who.email}`.execute(
    db,
  );
  await sql`insert into captured_mails (tenant_id, delivery_id, message_id, sender, recipient, raw, received_at)
    select tenant_id, id, message_id, 'events@harbour-loft.example', recipient, convert_to('To: ' || recipient, 'UTF8'), due_at from deliveries
    where event_id = ${past}`.execute(db);
  await sql`insert into suppressions (tenant_id, address, reason, created_at) values (1, 'kenji@old.example', ${`550 <${who.email}>`}, now())`.execute(
    db,
  );
  await sql`update tickets set telephone = '+81312345678', former_addresses = '{"kenji@old.example": 1}' where event_id = ${past} and email = ${who.email}`.execute(
    db,
  );
  const hash = Buffer.from('a token');
  await sql`insert into users (tenant_id, id, email, full_name, first_name, password_hash, created_at) values (1, 900, ${who.email}, ${who.name}, ${who.name}, '$argon2id$', now())`.execute(
    db,
  );
  await sql`insert into customers (tenant_id, id, user_id, full_name, email, zone, language, contact_number, address, created_at)
    values (1, 900, 900, ${who.name}, ${who.email}, 'Asia/Tokyo', 'en', '+81312345678', '{"city": "Tokyo"}', now())`.execute(db);
  await sql`insert into sessions (tenant_id, token_hash, user_id, customer_id, client_id, created_at, expires_at)
    values (1, ${hash}, 900, 900, ${who.email}, now(), now())`.execute(db);
  await sql`insert into refresh_tokens (tenant_id, token_hash, user_id, customer_id, client_id, created_at, expires_at)
    values (1, ${hash}, 900, 900, ${who.email}, now(), now())`.execute(db);
  await sql`insert into account_mails (tenant_id, user_id, kind, recipient, name, zone, language, house, sender, due_at, created_at, expires_at)
    values (1, 900, 'password_reset', ${who.email}, ${who.name}, 'Europe/Madrid', 'en', 'Harbour Loft', 'events@harbour-loft.example', now(), now(), now())`.execute(
    db,
  );
  await sql`insert into contacts (tenant_id, id, full_name, email) values (1, gen_random_uuid(), ${who.name}, ${who.email})`.execute(db);
  await sql`insert into members (tenant_id, id, full_name, email, zone) values (1, gen_random_uuid(), ${who.name}, ${who.email}, 'Asia/Tokyo')`.execute(
    db,
  );
  await sql`insert into comments (tenant_id, event_id, customer_id, posted_by, body, created_at)
    values (1, 77, 900, ${who.name}, ${`I am ${who.name}`}, now()), (1, ${past}, null, ${who.name}, 'Good', now())`.execute(db);
  await sql`insert into waitlist_entries (tenant_id, event_id, customer_id, email, name, zone, zone_source, language, state, joined_at, updated_at)
    values (1, 78, 900, ${who.email}, ${who.name}, 'Asia/Tokyo', 'person', 'en', 'waiting', now(), now())`.execute(db);
  await sql`insert into orders (tenant_id, id, customer_id, state, currency, total, created_at, due_at, finished_at) values (1, 900, 900, 'expired', 'EUR', 5, now(), now(), now())`.execute(
    db,
  );
  await sql`insert into order_lines (tenant_id, order_id, number, event_id, ticket_type_id, price, holder, held)
    select 1, 900, 1, event_id, id, 5, ${JSON.stringify({ email: who.email, name: who.name, zone: 'Asia/Tokyo', zoneSource: 'person', language: 'en' })}::jsonb, false
    from ticket_types where id = 501`.execute(db);
  await sql`insert into webhooks (tenant_id, id, dialect, name, url, topics, secret_sealed, timeout_seconds, created_at, updated_at)
    values (1, '99999999-9999-4999-8999-999999999999', 'zyntro', 'CRM', 'https://crm.example.net/', '{created}', '\\x00', 10, now(), now())`.execute(
    db,
  );
  await sql`insert into webhook_deliveries (tenant_id, webhook_id, change_id, topics, facts, state, due_at, created_at, last_error)
    select tenant_id, '99999999-9999-4999-8999-999999999999', id, '{created}', ${JSON.stringify({ title: `With ${who.name}` })}::jsonb, 'failed', now(), now(), ${`no ${who.email}`}
    from changes where event_id = ${past} limit 1`.execute(db);
  await sql`insert into webhook_attempts (tenant_id, message_id, url, payload, answer, ended_at)
    select tenant_id, id, 'https://crm.example.net/', ${JSON.stringify({ attendees: [{ name: who.name, email: who.email }] })}, ${who.email}, now()
    from webhook_deliveries where webhook_id = '99999999-9999-4999-8999-999999999999'`.execute(db);
  // The demo has a Kenji of its own, in an event that is to come.
  await sql`delete from contacts where full_name = 'Kenji' and email = ${who.email}`.execute(db);
  clock.advance({ hours: 24 * 21 });
  const future = await make(24, [omar, them, other]);
  return { past, older, future };
}
