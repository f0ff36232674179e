import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDemo, openDemo } from '../../../../test/harness/demo.ts';
import { openDoor } from '../../../../test/harness/door.ts';
import { v1Client } from '../../../../test/harness/v1-client.ts';
import type { AdjournClient } from '../../../client/index.ts';
import { v1 } from '../routes.ts';

/*
 * A house's event from its calendar to its cancel, by the client alone.
 */

let demo: TestDemo;
let client: AdjournClient;
beforeAll(async () => {
  demo = await openDemo();
  client = v1Client(openDoor(v1, demo, { throttled: false }));
});
afterAll(() => demo.close());

function given<Data>({ data, error }: { data?: Data; error?: unknown }): NonNullable<Data> {
  if (data === undefined || data === null) throw new Error(JSON.stringify(error));
  return data;
}
const idOf = (id: number | string) => ({ params: { path: { id: String(id) } } });
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

test('calendar, event, ticket types, people, move, cancel, and what was done', async () => {
  const calendar = given(await client.POST('/api/v1/calendars', { body: { name: 'Roof', zone: 'Europe/Madrid' } }));
  expect(given(await client.PATCH('/api/v1/calendars/{id}', { ...idOf(calendar.id), body: { name: 'Roof and hall' } })).name).toBe(
    'Roof and hall',
  );
  expect(given(await client.GET('/api/v1/calendars/{id}', idOf(calendar.public_id))).name).toBe('Roof and hall');
  expect(given(await client.GET('/api/v1/calendars')).data.map(({ id }) => id)).toContain(calendar.id);

  const body = {
    calendar_id: calendar.id,
    title: 'Harbour walk',
    starts_at: '2030-05-01T14:00:00Z',
    ends_at: '2030-05-01T15:00:00Z',
    public: true,
  };
  const made = given(await client.POST('/api/v1/events', { body }));
  const event = idOf(made.public_id);
  const ticketType = given(await client.POST('/api/v1/events/{id}/ticket-types', { ...event, body: { name: 'Standard', capacity: 100 } }));
  const spare = given(await client.POST('/api/v1/events/{id}/ticket-types', { ...event, body: { name: 'Spare' } }));
  const typeOf = (typeId: number) => ({ params: { path: { id: made.public_id, typeId: String(typeId) } } });
  expect((await client.DELETE('/api/v1/events/{id}/ticket-types/{typeId}', typeOf(spare.id))).response.status).toBe(204);
  expect(
    given(await client.PATCH('/api/v1/events/{id}/ticket-types/{typeId}', { ...typeOf(ticketType.id), body: { name: 'Seat' } })).name,
  ).toBe('Seat');
  expect(given(await client.GET('/api/v1/events/{id}/ticket-types/{typeId}', typeOf(ticketType.id))).name).toBe('Seat');
  expect(given(await client.GET('/api/v1/events/{id}/ticket-types', event)).data).toHaveLength(1);

  expect((await client.POST('/api/v1/events/{id}/publish', event)).response.status).toBe(200);
  expect((await client.POST('/api/v1/events/{id}/unpublish', event)).response.status).toBe(200);
  expect((await client.POST('/api/v1/events/{id}/publish', event)).response.status).toBe(200);
  const picture = { params: { path: event.params.path, query: { size: 'large' as const } } };
  const bytes = { body: PNG as never, bodySerializer: (given: unknown) => given as never, headers: { 'content-type': 'image/png' } };
  expect((await client.PUT('/api/v1/events/{id}/image', { ...picture, ...bytes })).response.status).toBe(204);
  const shown = await client.GET('/api/v1/events/{id}/image', { ...picture, parseAs: 'arrayBuffer' });
  expect(Buffer.from(shown.data as unknown as ArrayBuffer)).toEqual(PNG);
  expect((await client.DELETE('/api/v1/events/{id}/image', picture)).response.status).toBe(204);

  const mina = { name: 'Mina', email: 'mina@example.org', ticket_type_id: ticketType.id };
  const attendee = given(await client.POST('/api/v1/events/{id}/attendees', { ...event, body: mina }));
  const changed = given(await client.PATCH('/api/v1/events/{id}', { ...event, body: { location: 'Pier 4' } }));
  expect(changed).toMatchObject({ location: 'Pier 4' });
  const moved = { starts_at: '2030-05-02T14:00:00Z', ends_at: '2030-05-02T15:00:00Z' };
  expect((await client.POST('/api/v1/events/{id}/reschedules', { ...event, body: moved })).response.status).toBe(201);
  expect(given(await client.GET('/api/v1/events/{id}', event))).toMatchObject({ starts_at: moved.starts_at });
  expect(given(await client.GET('/api/v1/events', { params: { query: { q: 'harbour walk' } } })).data).toHaveLength(1);
  expect(given(await client.POST('/api/v1/events/{id}/copy', { ...event, body: { starts_at: '2030-06-05T14:00:00Z' } })).id).not.toBe(
    made.id,
  );

  const one = { params: { path: { id: made.public_id, attendeeId: attendee.public_id } } };
  expect((await client.POST('/api/v1/events/{id}/attendees/{attendeeId}/resend', one)).response.status).toBe(200);
  expect((await client.POST('/api/v1/events/{id}/resends', { ...event, body: { to: 'not_reached' } })).response.status).toBe(200);
  const list = await client.GET('/api/v1/events/{id}/attendees.csv', { ...event, parseAs: 'text' });
  expect(String(list.data)).toContain('mina@example.org');
  expect((await client.GET('/api/v1/events/{id}/call-list', event)).response.status).toBe(200);

  expect((await client.POST('/api/v1/events/{id}/cancellations', { ...event, body: { reason: 'The roof leaks' } })).response.status).toBe(
    201,
  );
  const [last] = given(await client.GET('/api/v1/events/{id}/changes', event)).data;
  expect(given(await client.GET('/api/v1/changes/{id}', idOf(last!.public_id)))).toMatchObject({ reason: 'The roof leaks' });
  const notices = await client.GET('/api/v1/changes/{id}/notices.csv', { ...idOf(last!.id), parseAs: 'text' });
  expect(String(notices.data)).toContain('mina@example.org');
});
