import { sql } from 'kysely';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { composeEmail } from '../src/delivery/email/compose-email.ts';
import { createNoticeReader } from '../src/ledger/notices.ts';
import { claimDeliveries } from '../src/ledger/claim.ts';
import { type Clients, openClients } from './differential-world.ts';
import { seededRandom } from './harness/random.ts';

type Meeting = { id: number; publicId: string; startsAt: Temporal.Instant };
type Step = { do: 'move'; hours: number } | { do: 'cancel'; reason: string };

const WORKER = '00000000-0000-4000-8000-000000000001';
const HISTORIES = 60;
const wire = (instant: Temporal.Instant) => instant.toString({ smallestUnit: 'second' }).replace('T', ' ').replace('Z', '');

let clients: Clients;
beforeAll(async () => {
  clients = await openClients();
  await sql`update tenants set settings = settings || '{"tellsBarePairs": true}'`.execute(clients.demo.db);
  await sql`insert into workers (id, started_at, alive_until) values (${WORKER}, now(), now() + interval '1 hour')`.execute(
    clients.demo.db,
  );
});
afterAll(() => clients.demo.close());

async function make(): Promise<Meeting> {
  const startsAt = Temporal.Instant.from('2031-03-03T09:00:00Z');
  const answer = await clients.zyntro('createEvent', {
    api_key: 'demo-api-key',
    org_id: '11111111-1111-4111-8111-111111111111',
    member_id: '22222222-2222-4222-8222-222222222222',
    contact_id: 'a1b2c3d4-e5f6-4890-abcd-ef1234567890',
    event_data: {
      calendar_id: '3d21426f-9042-40d9-a0b2-94037f551d51',
      event_title: 'Site visit',
      event_description: 'Bring boots',
      event_start_time: wire(startsAt),
      event_end_time: wire(startsAt.add({ hours: 1 })),
      event_timezone: 'UTC',
      attendee_data: [
        { contact_email: 'ben@example.com', contact_fname: 'Ben', contact_timezone: 'America/New_York' },
        { contact_email: 'chie@example.com', contact_timezone: 'Asia/Tokyo' },
      ],
    },
  });
  const { event_id: publicId } = answer.data as { event_id: string };
  const found = await sql<{ id: number }>`select id from events where public_id = ${publicId}`.execute(clients.demo.db);
  return { id: found.rows[0]!.id, publicId, startsAt };
}

type By = 'zyntro' | 'meetbit';

async function take(by: By, { id, publicId, startsAt }: Meeting, step: Step): Promise<void> {
  if (step.do === 'cancel') {
    if (by === 'zyntro') await clients.zyntro('processCancel', { user_id: '32', event_id: publicId, cancel_reason: step.reason });
    else await clients.meetbit('POST', `/${id}/cancel`, { cancel_note: step.reason });
    return;
  }
  const from = startsAt.add({ hours: step.hours });
  const [date, time] = wire(from).split(' ');
  if (by === 'zyntro')
    await clients.zyntro('processReschedule', {
      user_id: '32',
      event_id: publicId,
      new_date: date,
      new_time: time,
      target_timezone: 'UTC',
      duration_minutes: 60,
    });
  else {
    const attendees = ['omar@example.org', 'ben@example.com', 'chie@example.com'].map((email) => ({ email }));
    await clients.meetbit('PATCH', `/${id}`, {
      title: 'Site visit',
      start: from.toString(),
      end: from.add({ hours: 1 }).toString(),
      attendees,
    });
  }
}

/** What went out about a meeting since last asked: mails as a parser that is not ours reads them, without the ids that are each meeting's own. */
async function mails(meetings: Meeting[]): Promise<Map<number, string[]>> {
  const { demo } = clients;
  const claimed = await claimDeliveries(demo.db, WORKER, 0, 500, demo.clock.now());
  await sql`update deliveries set state = 'sent', leased_by = null, finished_at = due_at, possibly_sent = true where state = 'sending'`.execute(
    demo.db,
  );
  const notices = await createNoticeReader(demo.db, 'https://events.example.org', demo.context.links).read(claimed);
  const seen = new Map<number, string[]>(meetings.map(({ id }) => [id, []]));
  for (const [index, notice] of notices.entries()) {
    // About how a thing was done, not what was done: only one of the doors opens to ids alone.
    if (notice.purpose === 'bare_pair_used') continue;
    const mail = await PostalMime.parse(composeEmail(notice).raw, { attachmentEncoding: 'utf8' });
    const calendar = mail.attachments
      .map(({ content }) => (typeof content === 'string' ? content : new TextDecoder().decode(content)))
      .join('\n');
    const parts = [mail.subject, mail.from?.address, mail.to?.[0]?.address, mail.text, mail.html, calendar]
      .join('\n---\n')
      .replaceAll('\r\n ', '');
    const own = parts.replaceAll(/\/l\/[\w.-]+/g, '/l/LINK').replaceAll(/UID:\S+/g, 'UID:OWN');
    seen.get(claimed[index]!.eventId)?.push(`${notice.purpose}\n${own}`);
  }
  for (const list of seen.values()) list.sort();
  return seen;
}

test(
  '60 histories by one door alone, by the other alone and by both in turn: each person gets the same mails, to the byte but for ids',
  { timeout: 60_000 },
  async () => {
    const random = seededRandom('same mails');
    const draw = (below: number) => (random.bytes(1)[0] ?? 0) % below;
    let compared = 0;
    for (let history = 0; history < HISTORIES; history += 1) {
      const meetings = [await make(), await make(), await make()];
      const ways: ((step: number) => By)[] = [() => 'zyntro', () => 'meetbit', (step) => (step % 2 ? 'zyntro' : 'meetbit')];
      const steps = Array.from({ length: 2 + draw(4) }, (): Step =>
        draw(5) === 0 ? { do: 'cancel', reason: `Storm ${draw(9)} <b>` } : { do: 'move', hours: draw(4) },
      );
      for (const [number, step] of steps.entries()) {
        for (const [way, meeting] of meetings.entries()) await take(ways[way]!(number), meeting, step);
        // Some steps come before the mails of the last were sent.
        if (draw(3) === 0) continue;
        const [first, ...others] = [...(await mails(meetings)).values()];
        for (const other of others) expect(other).toEqual(first);
        compared += first?.length ?? 0;
        clients.demo.clock.advance({ seconds: 90 });
      }
      const [first, ...others] = [...(await mails(meetings)).values()];
      for (const other of others) expect(other).toEqual(first);
      compared += first?.length ?? 0;
    }
    expect(compared).toBeGreaterThan(200);
    expect(clients.faults).toEqual([]);
  },
);
