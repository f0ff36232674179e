import { sql } from 'kysely';
import { meetbit } from '../src/api/meetbit/routes.ts';
import { zyntro } from '../src/api/zyntro/routes.ts';
import { type TestDemo, openDemo } from './harness/demo.ts';
import { openDoor } from './harness/door.ts';
import { openNexudus } from './harness/nexudus.ts';
import { addEvent } from './harness/world.ts';

/** The calendar all of it happens in: its number for MeetBit, its UUID for Zyntro. */
const CALENDAR = { id: 14, publicId: '3d21426f-9042-40d9-a0b2-94037f551d51' };

export type Answer = { status: number; body: string };

/** The three vendors' clients over one demo, each with its own credentials. */
export type Clients = {
  demo: TestDemo;
  faults: unknown[];
  zyntro(action: string, body: Record<string, unknown>): Promise<{ status: string; data: unknown }>;
  meetbit(method: string, path: string, body?: unknown): Promise<Answer>;
  /** `who`: 0 is Mina, 1 is Noor. */
  nexudus(who: number, method: string, path: string, body?: unknown): Promise<Answer>;
};

export async function openClients(): Promise<Clients> {
  const demo = await openDemo();
  await sql`update tenants set settings = settings || '{"resendsPerHour": 1000000, "requestsPerSecond": 1000000, "tellsBarePairs": true}'`.execute(
    demo.db,
  );
  // What the demo has in this calendar is none of ours.
  await sql`update events set calendar_id = 11 where calendar_id = ${CALENDAR.id}`.execute(demo.db);
  const [z, m] = [openDoor(zyntro, demo, { throttled: false }), openDoor(meetbit, demo, { throttled: false })];
  const n = await openNexudus({ demoWorld: demo });
  const tokens = [await n.signIn('mina@example.org'), await n.signIn('noor@example.org')];
  const json = { 'Content-Type': 'application/json' };
  const answer = async (response: Response): Promise<Answer> => ({ status: response.status, body: await response.text() });
  const bodyOf = (body: unknown) => (body === undefined ? {} : { body: JSON.stringify(body) });
  return {
    demo,
    get faults() {
      return [...z.faults, ...m.faults, ...n.faults];
    },
    async zyntro(action, body) {
      const response = await z.request(`/public/calendar/${action}`, { method: 'POST', headers: json, ...bodyOf(body) });
      return (await response.json()) as { status: string; data: unknown };
    },
    async meetbit(method, path, body) {
      const headers = { ...json, 'X-Access-Key-Id': 'MBP-demo', 'X-Access-Key-Secret': 'demo-secret' };
      return answer(await m.request(`/api/public/v2.0/calendars/${CALENDAR.id}/events${path}`, { method, headers, ...bodyOf(body) }));
    },
    async nexudus(who, method, path, body) {
      return answer(await n.as(tokens[who] ?? '', method, path, { headers: json, ...bodyOf(body) }));
    },
  };
}

/** A published event of free tickets in the calendar: no vendor's documented API makes one. Gives its number and that of its ticket type. */
export async function addTicketed(
  { demo }: Clients,
  title: string,
  startsAt: Temporal.Instant,
  capacity: number,
): Promise<{ id: number; publicId: string; typeId: number }> {
  const event = await addEvent({ ...demo, calendarId: CALENDAR.id }, { uidScope: 'ticket', invitees: [], title, capacity });
  await sql`update events set published_at = ${demo.clock.now()}, starts_at = ${startsAt}, ends_at = ${startsAt.add({ hours: 1 })} where id = ${event.id}`.execute(
    demo.db,
  );
  const type = await sql<{ id: number }>`
    insert into ticket_types (tenant_id, event_id, name, currency, created_at, updated_at)
    values (${demo.tenant.id}, ${event.id}, 'Standard', 'EUR', now(), now()) returning id`.execute(demo.db);
  return { id: event.id, publicId: event.publicId, typeId: type.rows[0]!.id };
}
