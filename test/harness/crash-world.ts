import { Client } from 'pg';
import { findRunningPostgres } from '../../src/postgres/embedded/connection.ts';

/** Something to cancel, how a caller cancels it through its door, and whether an answer says that it is cancelled. */
export type Target = {
  eventId: number;
  ticketId: number | null;
  path: string;
  init: RequestInit;
  /** An answer to the first try, or to a repeat after the first one's answer was lost. */
  isDone(status: number, body: string): boolean;
};

const FIRST = 10_000;
const TICKETED = 9_999;

/** Runs one statement in the database of a server that is running. */
export async function query<Row extends object>(dataDir: string, sql: string, values: unknown[] = []): Promise<Row[]> {
  const client = new Client({ connectionString: findRunningPostgres(dataDir) });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

/**
 * Puts `count` more things into the demo for each door, everybody told already: meetings of Ana, Ben and Chie in the Zyntro
 * calendar (cancelled in turn by Zyntro and MeetBit), and tickets of Mina's to one big event (cancelled by Nexudus).
 */
export async function plantTargets(dataDir: string, count: number, token: string): Promise<Target[]> {
  const facts = `jsonb_build_object('title', 'Site visit', 'description', '', 'location', 'Pier 3', 'startsAt', '2037-01-01T10:00:00Z', 'endsAt',
    '2037-01-01T11:00:00Z', 'zone', 'Europe/Madrid', 'organizerName', 'Ana', 'replyTo', null, 'organizerMailbox', e.organizer_mailbox,
    'createdAt', '2030-01-01T00:00:00Z', 'updatedAt', '2030-01-01T00:00:00Z')`;
  const columns = `tenant_id, calendar_id, id, public_id, uid_scope, uid, organizer_mailbox, organizer_name, title, zone, starts_at,
    ends_at, dtstamp, published_at, created_at, updated_at`;
  const rest = `e.organizer_mailbox, 'Ana', 'Site visit', 'Europe/Madrid', '2037-01-01T10:00Z', '2037-01-01T11:00Z', e.dtstamp`;
  const last = FIRST + 2 * count - 1;
  await query(
    dataDir,
    `
    insert into events (${columns})
      select e.tenant_id, 14, g, md5('event ' || g)::uuid, 'event', md5('uid ' || g) || '@harbour-loft.example', ${rest}, null, now(), now()
      from events e, generate_series(${FIRST}, ${last}) g where e.id = 345;
    insert into events (${columns})
      select e.tenant_id, 11, ${TICKETED}, md5('ticketed')::uuid, 'ticket', 'ticketed@harbour-loft.example', ${rest}, now(), now(), now()
      from events e where e.id = 77;
    insert into outbox (tenant_id, id, event_id, change_id, revision, purpose, audience, method, sequence, dtstamp, facts, uid_scope, uid,
        state, lane, planned, created_at)
      select e.tenant_id, 1000000 + e.id, e.id, 0, 1, 'invitation', 'joined', 'REQUEST', 0, e.dtstamp, ${facts}, e.uid_scope, e.uid,
        'expanded', 0, 0, now() from events e where e.id between ${TICKETED} and ${last};
    insert into tickets (tenant_id, event_id, name, email, zone, zone_source, language, code, told_outbox_id, issued_revision, issued_at, updated_at)
      select e.tenant_id, e.id, initcap(who), who || '@example.com', 'Europe/Madrid', 'contact', 'en', md5(e.id || who), 1000000 + e.id, 1, now(), now()
      from events e, unnest(array['ana', 'ben', 'chie']) who where e.id between ${FIRST} and ${last};
    insert into tickets (tenant_id, id, event_id, customer_id, name, email, zone, zone_source, language, code, uid, told_outbox_id,
        issued_revision, issued_at, updated_at)
      select t.tenant_id, g, ${TICKETED}, t.customer_id, t.name, t.email, t.zone, t.zone_source, t.language, md5('ticket ' || g),
        md5('ticket uid ' || g) || '@harbour-loft.example', 1000000 + ${TICKETED}, 1, now(), now()
      from tickets t, generate_series(1000000, ${1_000_000 + count - 1}) g where t.id = 9022;`,
  );
  const meetings = await query<{ id: string; public_id: string }>(
    dataDir,
    `select id, public_id from events where id between ${FIRST} and ${last} order by id`,
  );
  const json = { 'content-type': 'application/json' };
  const targets: Target[] = meetings.map(({ id, public_id: publicId }, index) =>
    index % 2 === 0
      ? {
          eventId: Number(id),
          ticketId: null,
          path: '/public/calendar/processCancel',
          init: {
            method: 'POST',
            headers: json,
            body: JSON.stringify({ user_id: '32', event_id: publicId, cancel_reason: 'The roof leaks' }),
          },
          isDone: (_status, body) => /"status":"success"|already cancelled/.test(body),
        }
      : {
          eventId: Number(id),
          ticketId: null,
          path: `/api/public/v2.0/calendars/14/events/${id}/cancel`,
          init: {
            method: 'POST',
            headers: { ...json, 'x-access-key-id': 'MBP-demo', 'x-access-key-secret': 'demo-secret' },
            body: JSON.stringify({ cancel_note: 'The roof leaks' }),
          },
          isDone: (status) => status === 200 || status === 404,
        },
  );
  for (let index = 0; index < count; index += 1) {
    const ticketId = 1_000_000 + index;
    targets.splice(index * 3, 0, {
      eventId: TICKETED,
      ticketId,
      path: `/api/public/events/my/${ticketId}`,
      init: { method: 'DELETE', headers: { authorization: `Bearer ${token}` } },
      isDone: (status) => status === 200 || status === 404,
    });
  }
  return targets;
}
