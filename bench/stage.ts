import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { Client } from 'pg';
import { findRunningPostgres } from '../src/postgres/embedded/connection.ts';

/** A real server on a directory of its own, with a connection to its database beside it. */
export type Stage = { url: string; pid: number; connectionString: string; sql: Client; close(): Promise<void> };

// As `npm start` has them.
const FLAGS = ['--max-semi-space-size=4'];
const main = join(import.meta.dirname, '../src/cli/main.ts');

export async function openStage(environment: Record<string, string> = {}): Promise<Stage> {
  const directory = await mkdtemp(join(tmpdir(), 'adjourn-bench-'));
  const { PATH, HOME } = process.env;
  const child: ChildProcess = spawn(process.execPath, [...FLAGS, main, 'serve'], {
    env: { PATH, HOME, PORT: '0', DATA_DIR: directory, DEMO: 'on', THROTTLE: 'off', LOG_LEVEL: 'info', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const { stdout } = child;
  if (!stdout || child.pid === undefined) throw new Error('the server was not started');
  const url = await new Promise<string>((resolve, reject) => {
    const lines = createInterface({ input: stdout }).on('line', (line) => {
      const told = line.startsWith('{"') && line.includes('"listening"') ? (JSON.parse(line) as { url?: string }) : {};
      if (told.url === undefined) return;
      // Its log is read on, so that it never waits for us, but no longer looked at.
      lines.close();
      stdout.resume();
      resolve(told.url);
    });
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });
  const connectionString = findRunningPostgres(directory);
  if (connectionString === undefined) throw new Error('the server runs without its database');
  const sql = new Client({ connectionString });
  await sql.connect();
  return {
    url,
    pid: child.pid,
    connectionString,
    sql,
    async close() {
      await sql.end();
      const ended = child.exitCode === null ? once(child, 'exit') : undefined;
      child.kill('SIGTERM');
      await ended;
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/**
 * Meetings in the demo's calendar 14 with so many attendees each, everybody told already. Answers their public UUIDs; ids are `first`
 * and following.
 */
export async function plantMeetings(sql: Client, first: number, count: number, attendees: number): Promise<string[]> {
  const last = first + count - 1;
  await sql.query(`
    insert into events (tenant_id, calendar_id, id, public_id, uid_scope, uid, organizer_mailbox, organizer_name, title, zone, starts_at, ends_at,
        dtstamp, created_at, updated_at)
      select e.tenant_id, 14, g, gen_random_uuid(), 'event', gen_random_uuid() || '@harbour-loft.example', e.organizer_mailbox, 'Ana', 'Site visit',
        'Europe/Madrid', now() + interval '2 days', now() + interval '2 days 1 hour', now(), now(), now()
      from events e, generate_series(${first}, ${last}) g where e.id = 345;
    insert into outbox (tenant_id, id, event_id, change_id, revision, purpose, audience, method, sequence, dtstamp, facts, uid_scope, uid, state, lane,
        planned, created_at)
      select e.tenant_id, 100000000 + e.id, e.id, 0, 1, 'invitation', 'joined', 'REQUEST', 0, e.dtstamp, jsonb_build_object('title', e.title,
        'description', '', 'location', 'Pier 3', 'startsAt', to_char(e.starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'endsAt',
        to_char(e.ends_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'zone', e.zone, 'organizerName', 'Ana', 'replyTo', null,
        'organizerMailbox', e.organizer_mailbox, 'createdAt', '2030-01-01T00:00:00Z', 'updatedAt', '2030-01-01T00:00:00Z'),
        e.uid_scope, e.uid, 'expanded', 0, 0, now() from events e where e.id between ${first} and ${last};
    insert into tickets (tenant_id, event_id, name, email, zone, zone_source, language, code, told_outbox_id, issued_revision, issued_at, updated_at)
      select e.tenant_id, e.id, 'Ben', 'ben+' || k || '@example.com', (array['Europe/Madrid', 'America/New_York', 'Asia/Tokyo'])[1 + k % 3], 'contact',
        'en', e.id || '-' || k, 100000000 + e.id, 1, now(), now()
      from events e, generate_series(1, ${attendees}) k where e.id between ${first} and ${last}`);
  await sql.query('analyze events; analyze tickets; analyze outbox');
  const made = await sql.query<{ public_id: string }>(`select public_id from events where id between ${first} and ${last} order by id`);
  return made.rows.map((row) => row.public_id);
}

// The plainest client there is: it shares two cores with the server it measures.
const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** Cancels one meeting through the Zyntro door; throws for any answer but success. */
export async function cancelOverHttp(url: string, publicId: string): Promise<void> {
  const body = JSON.stringify({ user_id: '32', event_id: publicId, cancel_reason: 'The roof leaks' });
  const answer = await new Promise<string>((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const call = request(`${url}/public/calendar/processCancel`, { agent, method: 'POST', headers }, (response) => {
      text(response).then(resolve, reject);
    });
    call.once('error', reject);
    call.end(body);
  });
  if (!answer.includes('"success"')) throw new Error(`not cancelled: ${answer}`);
}
