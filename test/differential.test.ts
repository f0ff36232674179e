import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type Choose,
  FIRST,
  type Model,
  type Shown,
  chooser,
  endOf,
  expectedByMeetbit,
  shownByMeetbit,
  startOf,
  text,
  wire,
} from './differential-model.ts';
import { type Clients, addTicketed, openClients } from './differential-world.ts';

const OPERATIONS = 20_000;
const LANES = 8;
const EVENTS_OF_A_LANE = 20;
const CHECK_EVERY = 5_000;
const CAPACITY = 6;

const BEN = 'ben@example.com';
const GUESTS = ['chie@example.com', 'kenji@example.org', 'raj@example.org'];
const PAIR = { user_id: '32' };

let clients: Clients;
beforeAll(async () => {
  clients = await openClients();
});
afterAll(() => clients.demo.close());

async function makeMeeting(choose: Choose, index: number): Promise<Model> {
  const hours = choose(4_000);
  const event = {
    event_title: `Meeting ${index}`,
    event_start_time: wire(FIRST.add({ hours })),
    event_end_time: wire(FIRST.add({ hours: hours + 1 })),
  };
  const answer = await clients.zyntro('createEvent', {
    api_key: 'demo-api-key',
    org_id: '11111111-1111-4111-8111-111111111111',
    member_id: '22222222-2222-4222-8222-222222222222',
    contact_id: 'a1b2c3d4-e5f6-4890-abcd-ef1234567890',
    event_data: {
      ...event,
      calendar_id: '3d21426f-9042-40d9-a0b2-94037f551d51',
      event_timezone: 'UTC',
      location_type: 'video',
      attendee_data: [{ contact_role: 'participant', contact_email: BEN, contact_fname: 'Ben' }],
    },
  });
  expect(answer).toMatchObject({ status: 'success', data: { notifications_sent: 2, meeting_link: null } });
  const { event_id: publicId } = answer.data as { event_id: string };
  const found = await sql<{ id: number }>`select id from events where public_id = ${publicId}`.execute(clients.demo.db);
  return {
    kind: 'meeting',
    id: found.rows[0]!.id,
    publicId,
    typeId: 0,
    title: event.event_title,
    place: null,
    hours,
    minutes: 60,
    cancelled: false,
    note: null,
    people: new Set(['omar@example.org', BEN]),
    tickets: [[], []],
  };
}

async function makeTicketed(choose: Choose, index: number): Promise<Model> {
  const hours = choose(4_000);
  const title = `Evening ${index}`;
  const made = await addTicketed(clients, title, FIRST.add({ hours }), CAPACITY);
  return {
    kind: 'ticketed',
    ...made,
    title,
    place: 'Pier 3',
    hours,
    minutes: 60,
    cancelled: false,
    note: null,
    people: new Set(),
    tickets: [[], []],
  };
}

const NOT_FOUND = { status: 'error', data: ['Event not found'] };
const GONE = { status: 404, body: 'Resource object does not exist.' };

async function cancelByZyntro(event: Model, choose: Choose): Promise<void> {
  const reason = `Storm ${choose(100)}`;
  const answer = await clients.zyntro('processCancel', { ...PAIR, event_id: event.publicId, cancel_reason: reason });
  if (event.kind === 'ticketed') return expect(answer).toEqual(NOT_FOUND);
  if (event.cancelled) return expect(answer).toEqual({ status: 'error', data: ['Event is already cancelled'] });
  expect(answer).toMatchObject({ status: 'success', data: { event_id: event.publicId } });
  Object.assign(event, { cancelled: true, note: reason });
}

async function moveByZyntro(event: Model, choose: Choose): Promise<void> {
  const hours = choose(3) === 0 ? event.hours : choose(4_000);
  const minutes = choose(3) === 0 ? undefined : 30 + 15 * choose(4);
  const [date, time] = wire(FIRST.add({ hours })).split(' ');
  const answer = await clients.zyntro('processReschedule', {
    ...PAIR,
    event_id: event.publicId,
    new_date: date,
    new_time: time,
    target_timezone: 'UTC',
    duration_minutes: minutes,
  });
  if (event.kind === 'ticketed') return expect(answer).toEqual(NOT_FOUND);
  if (event.cancelled) return expect(answer).toEqual({ status: 'error', data: ['Event is already cancelled'] });
  Object.assign(event, { hours, minutes: minutes ?? 30 });
  expect(answer).toMatchObject({ status: 'success', data: { new_start_time: wire(startOf(event)), new_end_time: wire(endOf(event)) } });
}

async function cancelByMeetbit(event: Model, choose: Choose): Promise<void> {
  const note = `Room flooded ${choose(100)}`;
  const answer = await clients.meetbit('POST', `/${event.id}/cancel`, { cancel_note: note });
  if (event.cancelled) return expect(answer).toEqual(GONE);
  expect(answer.status).toBe(200);
  Object.assign(event, { cancelled: true, note });
  expect(shownByMeetbit(JSON.parse(answer.body).data)).toEqual(expectedByMeetbit(event));
}

async function updateByMeetbit(event: Model, choose: Choose): Promise<void> {
  const hours = choose(2) ? event.hours : choose(4_000);
  const next = {
    ...event,
    hours,
    title: choose(2) ? event.title : `${event.kind} ${choose(1_000)}`,
    place: choose(2) ? event.place : `Pier ${choose(9)}`,
  };
  const invited =
    event.kind === 'ticketed' || choose(2) ? [...event.people] : ['omar@example.org', ...[BEN, ...GUESTS].filter(() => choose(2))];
  const answer = await clients.meetbit('PATCH', `/${event.id}`, {
    title: next.title,
    location: next.place,
    start: text(startOf(next)),
    end: text(endOf(next)),
    attendees: invited.map((email) => ({ email })),
  });
  if (event.cancelled) return expect(answer).toEqual(GONE);
  expect([answer.status, answer.status === 200 ? '' : answer.body]).toEqual([200, '']);
  Object.assign(event, next, event.kind === 'meeting' ? { people: new Set(invited) } : {});
  expect(shownByMeetbit(JSON.parse(answer.body).data)).toEqual(expectedByMeetbit(event));
}

async function buyByNexudus(event: Model, choose: Choose): Promise<void> {
  const who = choose(2);
  const answer = await clients.nexudus(who, 'POST', '/api/public/checkout/basket/invoice', {
    Basket: [{ type: 'event', EventAttendee: { CalendarEventId: event.id, EventProductId: event.typeId } }],
  });
  const full = event.tickets[0].length + event.tickets[1].length >= CAPACITY;
  if (event.kind === 'meeting' || event.cancelled || full) return expect(answer.status).toBe(400);
  expect(answer).toEqual({ status: 200, body: '' });
  const found = await sql<{ id: number }>`select max(id) as id from tickets where event_id = ${event.id}`.execute(clients.demo.db);
  event.tickets[who === 0 ? 0 : 1].push(found.rows[0]!.id);
}

/** Gives back, or asks for again, a ticket of the event: of whoever holds it, or of the other one, for whom it is missing. */
async function ticketByNexudus(event: Model, choose: Choose, verb: 'DELETE' | 'POST'): Promise<void> {
  const who = choose(2) === 0 ? 0 : 1;
  const caller = choose(5) === 0 ? 1 - who : who;
  const id = event.tickets[who][choose(CAPACITY)] ?? 999_999_999;
  const answer = await clients.nexudus(caller, verb, `/api/public/events/my/${id}${verb === 'POST' ? '/sendTicket' : ''}`);
  const theirs = caller === who && event.tickets[who].includes(id) && !event.cancelled;
  expect(answer.status).toBe(theirs ? 200 : 404);
  if (theirs && verb === 'DELETE') event.tickets[who] = event.tickets[who].filter((one) => one !== id);
}

async function readByNexudus(event: Model): Promise<void> {
  const answer = await clients.nexudus(
    0,
    'GET',
    `/api/public/events/${event.id}?_shape=Event.Name,Event.Location,Event.StartDateUtc,Event.EndDateUtc,Event.SoldOut,AttendeeCount`,
  );
  if (event.kind === 'meeting' || event.cancelled) return expect(answer.status).toBe(404);
  const sold = event.tickets[0].length + event.tickets[1].length;
  expect(JSON.parse(answer.body)).toEqual({
    Event: {
      Name: event.title,
      Location: event.place,
      StartDateUtc: text(startOf(event)),
      EndDateUtc: text(endOf(event)),
      SoldOut: sold >= CAPACITY,
    },
    AttendeeCount: sold,
  });
}

/** This vendor has no call that reads a meeting; a move to where it stands changes nothing and says where that is. */
async function readByZyntro(event: Model): Promise<void> {
  const [date, time] = wire(startOf(event)).split(' ');
  const answer = await clients.zyntro('processReschedule', {
    ...PAIR,
    event_id: event.publicId,
    new_date: date,
    new_time: time,
    target_timezone: 'UTC',
    duration_minutes: event.minutes,
  });
  if (event.cancelled) return expect(answer).toEqual({ status: 'error', data: ['Event is already cancelled'] });
  expect(answer).toMatchObject({
    status: 'success',
    data: { new_start_time: wire(startOf(event)), new_end_time: wire(endOf(event)), notifications_sent: 0 },
  });
}

const STEPS: [weight: number, step: (event: Model, choose: Choose) => Promise<void>][] = [
  [1, cancelByZyntro],
  [1, cancelByMeetbit],
  [6, moveByZyntro],
  [6, updateByMeetbit],
  [6, buyByNexudus],
  [3, (event, choose) => ticketByNexudus(event, choose, 'DELETE')],
  [3, (event, choose) => ticketByNexudus(event, choose, 'POST')],
  [6, readByNexudus],
];
const WEIGHTED = STEPS.flatMap(([weight, step]) => Array.from({ length: weight }, () => step));

/** All three views of everything, against what must be so, and so against each other. */
async function checkViews(events: Model[]): Promise<void> {
  const window = `?from=${text(FIRST)}&to=${text(FIRST.add({ hours: 5_000 }))}&with_trashed=1`;
  for (let at = 0; at < events.length; at += 100) {
    const some = events.slice(at, at + 100);
    // An answer holds 1,000 events at most; more are asked for by number.
    const listed = await Promise.all(some.map(({ id }) => clients.meetbit('GET', `${window}&attribute=id&operator=%3D&value=${id}`)));
    expect(listed.map(({ body }) => (JSON.parse(body) as { data: Shown[] }).data.map(shownByMeetbit))).toEqual(
      some.map((event) => [expectedByMeetbit(event)]),
    );
  }
  for (const who of [0, 1] as const) {
    const mine: number[] = [];
    for (let page = 1; ; page += 1) {
      const answer = await clients.nexudus(
        who,
        'GET',
        `/api/public/events/my?showUpcoming=false&_page=${page}&_pageSize=100&_shape=Records.Id,Records.CalendarEvent.Id,HasNextPage`,
      );
      const { Records, HasNextPage } = JSON.parse(answer.body) as {
        Records: { Id: number; CalendarEvent: { Id: number } }[];
        HasNextPage: boolean;
      };
      mine.push(...Records.filter(({ CalendarEvent }) => events.some(({ id }) => id === CalendarEvent.Id)).map(({ Id }) => Id));
      if (!HasNextPage) break;
    }
    const expected = events.filter(({ cancelled }) => !cancelled).flatMap(({ tickets }) => tickets[who]);
    expect(mine.toSorted((a, b) => a - b)).toEqual(expected.toSorted((a, b) => a - b));
  }
  for (const event of events) {
    await readByNexudus(event);
    if (event.kind === 'meeting') await readByZyntro(event);
  }
}

test(
  '20,000 operations through the three doors, from one seed: each answers as one history says, and their views agree',
  { timeout: 300_000 },
  async () => {
    const all: Model[] = [];
    let made = 0;
    const lanes = await Promise.all(
      Array.from({ length: LANES }, async (_, lane) => {
        const choose = chooser(`lane ${lane}`);
        const events: Model[] = [];
        const add = async () => {
          made += 1;
          const event = choose(2) ? await makeMeeting(choose, made) : await makeTicketed(choose, made);
          events.push(event);
          all.push(event);
        };
        for (let index = 0; index < EVENTS_OF_A_LANE; index += 1) await add();
        return { choose, events, add };
      }),
    );
    for (let done = 0; done < OPERATIONS; done += CHECK_EVERY) {
      await Promise.all(
        lanes.map(async ({ choose, events, add }) => {
          for (let step = 0; step < CHECK_EVERY / LANES; step += 1) {
            const event = events[choose(events.length)]!;
            await WEIGHTED[choose(WEIGHTED.length)]!(event, choose);
            // A cancelled event is asked about a while longer, then another takes its place.
            if (event.cancelled && choose(6) === 0) {
              events.splice(events.indexOf(event), 1);
              await add();
            }
          }
        }),
      );
      clients.demo.clock.advance({ minutes: 1 });
      await checkViews(all);
    }
    expect(clients.faults).toEqual([]);
    const history = await sql<{ changes: number; revisions: number }>`
    select (select count(*) from changes c join events e on e.id = c.event_id where e.calendar_id = 14 and c.kind <> 'ticket_resent') as changes,
      (select sum(revision) from events where calendar_id = 14) as revisions`.execute(clients.demo.db);
    expect(history.rows[0]?.changes).toBe(history.rows[0]?.revisions);
  },
);
