import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDemo, openDemo } from '../../../test/harness/demo.ts';
import { type TestDoor, openDoor } from '../../../test/harness/door.ts';
import { ana, ben, chie, ledgerOf, request } from '../../../test/harness/world.ts';
import { zyntro } from '../../api/zyntro/routes.ts';
import type { Event } from '../../domain/events/event.ts';
import type { MeetingAction } from '../../domain/notices/link.ts';
import { createEvent } from '../../operations/events/create-event.ts';
import { linkSigner } from '../../crypto/link-signer.ts';
import { rescheduleEvent } from '../../operations/events/reschedule-event.ts';
import { claimDeliveries } from '../../ledger/claim.ts';
import { createNoticeReader } from '../../ledger/notices.ts';
import type { Notice, PlainNotice } from '../../domain/notices/notice.ts';
import { linesOf } from '../../cli/explain.ts';
import { explain } from '../../operations/ledger/explain.ts';
import { updateEvent } from '../../operations/events/update-event.ts';
import { composeEmail } from '../../delivery/email/compose-email.ts';
import { portal } from './routes.ts';

let demo: TestDemo;
let pages: TestDoor;
let door: TestDoor;
beforeAll(async () => {
  demo = await openDemo();
  pages = openDoor(portal({ root: '/nowhere', mailbox: false }), demo, { last: true, throttled: false });
  door = openDoor(zyntro, demo, { throttled: false });
});
afterAll(() => demo.close());

/** A meeting of the account whose people were sent their links: by address, as the mails have them. */
async function make(invitees = [ana, ben, chie]): Promise<{ event: Event; links: Map<string, Record<MeetingAction, string>> }> {
  const startsAt = demo.clock.now().add({ hours: 48 });
  const made = await createEvent(
    demo.context,
    demo.tenant,
    {
      calendar: { id: 14 },
      uidScope: 'event',
      title: 'Discovery Call <b>',
      description: '',
      location: null,
      zone: 'Europe/Madrid',
      startsAt,
      endsAt: startsAt.add({ minutes: 45 }),
      capacity: null,
      organizerName: 'Ana',
      replyTo: 'ana@example.com',
      attendeeLinks: true,
      invitees,
    },
    request,
  );
  if (made.outcome !== 'created') throw new Error(made.outcome);
  return { event: made.event, links: await linksOf(made.event) };
}

/** The notices that wait of an event; they count as sent from then on. */
async function noticesOf(event: Event): Promise<(Notice | PlainNotice)[]> {
  await sql`insert into workers (id, started_at, alive_until) values ('00000000-0000-4000-8000-000000000001', now(), now() + interval '1 hour') on conflict do nothing`.execute(
    demo.db,
  );
  const claimed = (await claimDeliveries(demo.db, '00000000-0000-4000-8000-000000000001', 0, 500, demo.clock.now())).filter(
    ({ eventId }) => eventId === event.id,
  );
  await sql`update deliveries set state = 'sent', leased_by = null, finished_at = due_at, possibly_sent = true where state = 'sending'`.execute(
    demo.db,
  );
  return createNoticeReader(demo.db, 'https://events.example.org', demo.context.links).read(claimed);
}

/** Sends what is queued of an event, and reads the links out of the mails' text. */
async function linksOf(event: Event, again = false): Promise<Map<string, Record<MeetingAction, string>>> {
  if (again)
    await sql`update deliveries set state = 'queued', finished_at = null where event_id = ${event.id} and revision = (select max(revision) from deliveries where event_id = ${event.id})`.execute(
      demo.db,
    );
  const notices = await noticesOf(event);
  return new Map(
    notices.map((notice) => {
      const raw = composeEmail(notice).raw.toString().replaceAll('=\r\n', '').replaceAll('=3D', '=');
      const urls = [...new Set([...raw.matchAll(/https:\/\/events\.example\.org(\/l\/[\w.-]+)/g)].map(([, path = '']) => path))];
      expect(raw).not.toContain(event.publicId);
      return [notice.recipient.email, { reschedule: urls[0] ?? '', cancel: urls[1] ?? '' }];
    }),
  );
}

const get = (path: string, headers: Record<string, string> = {}) => pages.request(path, { headers });
const post = (path: string, form: Record<string, string> = {}) =>
  pages.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(form).toString(),
  });
const stateOf = async ({ id }: Event) =>
  (
    await sql<{
      status: string;
      revision: number;
      startsAt: Temporal.Instant;
    }>`select status, revision, starts_at from events where id = ${id}`.execute(demo.db)
  ).rows[0]!;
const act = (action: string, body: Record<string, unknown>) =>
  door
    .request(`/public/calendar/${action}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
    .then(async (response) => (await response.json()) as { status: string; data: unknown });

describe('the links of a mail', () => {
  test('zyntro §8c §13-S6: an invitation carries a link of each kind for each person, and no id of the event', async () => {
    const { links } = await make();
    expect([...links.keys()].toSorted()).toEqual(['ana@example.com', 'ben@example.com', 'chie@example.com']);
    const all = [...links.values()].flatMap(({ cancel, reschedule }) => [cancel, reschedule]);
    expect(new Set(all).size).toBe(6);
    for (const path of all) expect(path).toMatch(/^\/l\/[0-9a-f]{8}\.[0-9a-z-]+\.[\w-]{22}$/);
  });

  test('zyntro §7e §13-S5: a move mails new links, and voids those of before', async () => {
    const { event, links } = await make([ana, ben]);
    const old = links.get('ben@example.com')!;
    await rescheduleEvent(
      demo.context,
      demo.tenant,
      { id: event.id },
      { startsAt: event.startsAt.add({ hours: 1 }), endsAt: event.endsAt.add({ hours: 1 }) },
      request,
    );
    const fresh = (await linksOf(event)).get('ben@example.com')!;
    expect([(await get(old.cancel)).status, (await post(old.cancel)).status]).toEqual([404, 404]);
    expect(await act('processCancel', { user_id: '32', event_id: event.publicId, token: old.cancel.slice(3) })).toEqual({
      status: 'error',
      data: ['Event not found'],
    });
    expect((await get(fresh.cancel)).status).toBe(200);
    expect(await stateOf(event)).toMatchObject({ status: 'scheduled', revision: 2 });
    expect((await post(fresh.reschedule, { date: '2030-06-01', time: '10:00', minutes: '30' })).status).toBe(200);
    expect(await stateOf(event)).toMatchObject({ status: 'scheduled', revision: 3 });
    const freshest = (await linksOf(event)).get('ben@example.com')!;
    expect((await post(freshest.cancel)).status).toBe(200);
    expect(await stateOf(event)).toMatchObject({ status: 'cancelled', revision: 4 });
  });
});

describe('the page of a link', () => {
  test('zyntro §13-S7 §13-S6: opening it, however often, changes nothing and is kept nowhere; its button cancels, in that person’s name, once', async () => {
    const { event, links } = await make([ana, ben]);
    const { cancel } = links.get('ben@example.com')!;
    for (const method of ['GET', 'HEAD', 'GET']) expect((await pages.request(cancel, { method })).status).toBe(200);
    const page = await get(cancel);
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    const html = await page.text();
    expect(html).toContain('Discovery Call &lt;b&gt;');
    expect(html).not.toMatch(/<script|<b>/);
    expect(await stateOf(event)).toMatchObject({ status: 'scheduled', revision: 1 });
    const done = await post(cancel, { reason: 'Ill <i>' });
    expect([done.status, (await done.text()).includes('The meeting is cancelled')]).toEqual([200, true]);
    const change =
      await sql`select actor_kind, reason, cause like 'link %' as by_link from changes where event_id = ${event.id} order by id desc limit 1`.execute(
        demo.db,
      );
    expect(change.rows).toEqual([{ actorKind: 'token', reason: 'Ill <i>', byLink: true }]);
    const told = (await ledgerOf(demo, event.id)).filter(({ purpose }) => purpose === 'event_cancelled');
    expect(told).toHaveLength(2);
    expect((await post(cancel)).status).toBe(200);
    expect((await ledgerOf(demo, event.id)).filter(({ purpose }) => purpose === 'event_cancelled')).toHaveLength(2);
  });

  test('zyntro §7a §7b: its form moves the meeting by the clocks of whoever chose the time; a bad time is asked again and changes nothing', async () => {
    const { event, links } = await make([ana, { ...ben, language: 'de-CH' }]);
    const { reschedule } = links.get('ben@example.com')!;
    const html = await (await get(reschedule)).text();
    expect(html).toContain('<html lang="de">');
    expect(html).toContain('America/New_York');
    for (const bad of [
      {},
      { date: '2030-02-30', time: '10:00', minutes: '30' },
      { date: '2030-06-01', time: '10:00', minutes: '0' },
      { date: '2030-06-01', time: '25:00', minutes: '30' },
    ]) {
      const asked = await post(reschedule, bad);
      expect([asked.status, (await asked.text()).includes('role="alert"')]).toEqual([400, true]);
    }
    expect(await stateOf(event)).toMatchObject({ revision: 1 });
    expect((await post(reschedule, { date: '2030-06-01', time: '10:00', minutes: '30', reason: '' })).status).toBe(200);
    expect((await stateOf(event)).startsAt.toString()).toBe('2030-06-01T14:00:00Z');
  });

  test('zyntro §13-S2 §13-S5: forged, altered, of another key, past its time, of a seat given up: one answer to the byte', async () => {
    const { event, links } = await make();
    const { cancel } = links.get('chie@example.com')!;
    const [id, claims = '', mac] = cancel.slice(3).split('.');
    const other = linkSigner(['another key']).sign({
      action: 'cancel',
      tenantId: demo.tenant.id,
      subjectId: 1,
      startsAt: event.startsAt,
      expiresAt: event.endsAt,
    });
    const ticket = await sql<{ id: number }>`select id from tickets where event_id = ${event.id} and email = 'ben@example.com'`.execute(
      demo.db,
    );
    const expired = demo.context.links.sign({
      action: 'cancel',
      tenantId: demo.tenant.id,
      subjectId: ticket.rows[0]!.id,
      startsAt: event.startsAt,
      expiresAt: demo.clock.now(),
    });
    await sql`update tickets set released_revision = 2, released_at = now() where event_id = ${event.id} and email = 'chie@example.com'`.execute(
      demo.db,
    );
    const paths = [
      'x',
      `${id}.${claims}.${'A'.repeat(22)}`,
      `${id}.${claims.replace(/^0/, '1')}.${mac}`,
      other,
      expired,
      cancel.slice(3),
      '%00',
      'a'.repeat(3_000),
    ];
    const answers = await Promise.all(
      paths.map(async (token) => {
        const response = await get(`/l/${token}`);
        return `${response.status} ${await response.text()}`;
      }),
    );
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toMatch(/^404 /);
    expect(await stateOf(event)).toMatchObject({ revision: 1 });
  });

  test('zyntro §13-S4: calls are counted before a token is looked at, alike for good and forged ones', async () => {
    const throttled = openDoor(portal({ root: '/nowhere', mailbox: false }), demo, { last: true });
    const { links } = await make();
    const { cancel } = links.get('ben@example.com')!;
    const statuses = [];
    for (let call = 0; call < 31; call += 1) statuses.push((await throttled.request(call % 2 ? cancel : '/l/forged', {})).status);
    expect(new Set(statuses.slice(0, 30))).toEqual(new Set([404, 200]));
    expect(statuses[30]).toBe(429);
    expect((await throttled.request(cancel, { from: '198.51.100.9' })).status).toBe(200);
  });
});

describe('who acts for everybody', () => {
  const wordsOf = (event: Event) =>
    noticesOf(event).then(
      (notices) => new Map(notices.map((one) => [one.recipient.email, composeEmail(one).raw.toString().replaceAll('=\r\n', '')])),
    );
  const storyOf = async ({ id }: Event) => (await explain(demo.context, String(id))).flatMap(linesOf).join('\n');
  const move = { date: '2030-06-01', time: '10:00', minutes: '30' };

  test('issue 9 B8: of three, only the organizer does: a guest’s link, page, form and token change nothing, and the page says who can', async () => {
    const { event, links } = await make();
    const { cancel, reschedule } = links.get('ben@example.com')!;
    for (const [path, headline] of [
      [cancel, 'Only the organizer can cancel this meeting'],
      [reschedule, 'Only the organizer can move this meeting'],
    ] as const) {
      const shown = await get(path);
      const html = await shown.text();
      expect([shown.status, html.includes(headline), html.includes('<form')]).toEqual([200, true, false]);
      expect(html).toContain('href="mailto:ana@example.com?subject=Discovery%20Call%20%3Cb%3E"');
      expect((await post(path, move)).status).toBe(403);
      const door = path === cancel ? 'processCancel' : 'processReschedule';
      const body = {
        user_id: '32',
        event_id: event.publicId,
        token: path.slice(3),
        new_date: '2030-06-01',
        new_time: '10:00',
        target_timezone: 'UTC',
      };
      expect(await act(door, body)).toEqual({ status: 'error', data: ['Event not found'] });
    }
    expect(await stateOf(event)).toMatchObject({ status: 'scheduled', revision: 1 });
    expect((await post(links.get('ana@example.com')!.cancel)).status).toBe(200);
    expect(await stateOf(event)).toMatchObject({ status: 'cancelled', revision: 2 });
    const mail = (await wordsOf(event)).get('ben@example.com');
    expect(mail).toContain('Ana has cancelled this event');
    expect(await storyOf(event)).toContain('event cancelled by Ana (a link of their mail)');
  });

  test('issue 9 B8: a guest’s mail names what its links do: of two they act, of three they ask', async () => {
    const { event: pair } = await make([ana, ben]);
    const { event: three } = await make();
    const all = (event: Event) =>
      sql<{ facts: { attendees?: number } }>`select facts from outbox where event_id = ${event.id}`
        .execute(demo.db)
        .then(({ rows }) => rows);
    expect([(await all(pair))[0]?.facts.attendees, (await all(three))[0]?.facts.attendees]).toEqual([2, 3]);
    const again = async (event: Event) => {
      await sql`update deliveries set state = 'queued', finished_at = null where event_id = ${event.id}`.execute(demo.db);
      return wordsOf(event);
    };
    const [ofTwo, ofThree] = [await again(pair), await again(three)];
    expect(ofTwo.get('ben@example.com')).toMatch(/Choose another time:[^]*Cancel this meeting:/);
    expect(ofThree.get('ana@example.com')).toMatch(/Choose another time:[^]*Cancel this meeting:/);
    expect(ofThree.get('ben@example.com')).toMatch(/Ask for another time:[^]*I cannot come:/);
    expect(ofThree.get('ben@example.com')).not.toMatch(/Cancel this meeting/);
  });

  test('issue 9 B8: of two, either side does, and the mails and the history say by name who did', async () => {
    const { event, links } = await make([ana, ben]);
    expect((await post(links.get('ben@example.com')!.reschedule, move)).status).toBe(200);
    const moved = await wordsOf(event);
    expect(moved.get('ana@example.com')).toContain('Ben has moved your event to a new time.');
    expect(moved.get('ben@example.com')).toContain('Ben has moved this event to a new time.');
    const fresh = (await linksOf(event, true)).get('ben@example.com')!;
    expect((await post(fresh.cancel)).status).toBe(200);
    const cancelled = await wordsOf(event);
    expect(cancelled.get('ana@example.com')).toContain('Ben has cancelled your event. It will not take place.');
    expect(cancelled.get('ben@example.com')).not.toContain('Ana has cancelled');
    expect(await storyOf(event)).toMatch(/event cancelled by Ben \(a link of their mail\)[^]*event rescheduled by Ben/);
  });

  test('issue 9 B8: a link mailed while there were two follows the rule when it is opened, once somebody has joined', async () => {
    const { event, links } = await make([ana, ben]);
    const { cancel } = links.get('ben@example.com')!;
    expect(await (await get(cancel)).text()).toContain('<form');
    await updateEvent(demo.context, demo.tenant, { id: event.id }, { invitees: [ana, ben, chie] }, request);
    expect(await (await get(cancel)).text()).toContain('Only the organizer can cancel this meeting');
    expect((await post(cancel)).status).toBe(403);
    expect(await stateOf(event)).toMatchObject({ status: 'scheduled' });
  });
});

describe('a token beside the ids', () => {
  const failure = { status: 'error', data: ['Event not found'] };
  const pair = (event: Event) => ({ user_id: '32', event_id: event.publicId });

  test('zyntro §13-S5 §13-5: must be of that event and that action; who held it is remembered', async () => {
    const { event, links } = await make([ana, ben]);
    const { event: another, links: others } = await make([ana, ben]);
    const token = (path: string | undefined) => path?.slice(3);
    const ours = links.get('ben@example.com')!;
    expect(await act('processCancel', { ...pair(event), token: token(ours.reschedule) })).toEqual(failure);
    expect(await act('processCancel', { ...pair(event), token: token(others.get('ben@example.com')?.cancel) })).toEqual(failure);
    expect(await act('processCancel', { ...pair(event), token: '' })).toEqual(failure);
    expect(await act('processCancel', { ...pair(event), token: 5 })).toEqual(failure);
    expect(await act('processCancel', { ...pair(event), token: token(ours.cancel) })).toMatchObject({ status: 'success' });
    expect(await act('processCancel', pair(another))).toMatchObject({ status: 'success' });
    const { event: keyed } = await make();
    expect(await act('processCancel', { ...pair(keyed), api_key: 'demo-api-key' })).toMatchObject({ status: 'success' });
    const causes = await sql<{
      actorKind: string;
      cause: string;
    }>`select actor_kind, cause from changes where kind = 'event_cancelled' and event_id in (${event.id}, ${another.id}, ${keyed.id}) order by id`.execute(
      demo.db,
    );
    expect(causes.rows).toEqual([
      { actorKind: 'token', cause: expect.stringMatching(/^zyntro token [0-9a-f-]+$/) },
      { actorKind: 'account', cause: expect.stringMatching(/^zyntro pair [0-9a-f-]+ from 192\.0\.2\.0\/24$/) },
      { actorKind: 'account', cause: expect.stringMatching(/^zyntro key [0-9a-f-]+$/) },
    ]);
  });

  test('zyntro §13-S10: in strict mode, and for imported meetings until an administrator trusts their ids, ids alone are a miss; a token or the account’s key is not', async () => {
    const set = (settings: object) =>
      sql`update tenants set settings = settings || ${JSON.stringify(settings)}::jsonb where id = ${demo.tenant.id}`.execute(demo.db);
    const [{ event: first, links }, { event: second }, { event: third }] = [await make([ana, ben]), await make(), await make()];
    await set({ strictIds: true });
    expect(await act('processCancel', pair(first))).toEqual(failure);
    expect(await act('processReschedule', { ...pair(first), new_date: '2030-06-01', new_time: '10:00', target_timezone: 'UTC' })).toEqual(
      failure,
    );
    expect(await act('processCancel', { ...pair(first), api_key: 'wrong' })).toEqual(failure);
    expect(await act('processCancel', { ...pair(first), token: links.get('ben@example.com')?.cancel.slice(3) })).toMatchObject({
      status: 'success',
    });
    expect(await act('processCancel', { ...pair(second), api_key: 'demo-api-key' })).toMatchObject({ status: 'success' });
    await set({ strictIds: false });
    await sql`update events set imported = true where id = ${third.id}`.execute(demo.db);
    expect(await act('processCancel', pair(third))).toEqual(failure);
    await set({ trustsImportedIds: true });
    expect(await act('processCancel', pair(third))).toMatchObject({ status: 'success' });
  });
});

test('zyntro §13-S5: tokens of a key from before are read as long as it is known, and new ones signed with the newest', () => {
  const claims = {
    action: 'cancel' as const,
    tenantId: 1,
    subjectId: 2,
    startsAt: Temporal.Instant.from('2030-05-01T14:00:00Z'),
    expiresAt: Temporal.Instant.from('2030-05-01T15:00:00Z'),
  };
  const before = linkSigner(['the old key']);
  const now = linkSigner(['the new key', 'the old key']);
  expect(now.read(before.sign(claims))).toEqual(claims);
  expect(before.read(now.sign(claims))).toBeNull();
  expect(linkSigner(['the new key']).read(before.sign(claims))).toBeNull();
});
