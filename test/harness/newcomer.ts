import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { expect } from 'vitest';
import { becomes } from './delivery.ts';
import type { SmtpServer } from './smtp.ts';

/*
 * What somebody does who has just installed it, in the commands of docs/install.md and the calls of docs/api.md: nothing of ours is imported but what
 * starts processes.
 */

const MAIN = join(import.meta.dirname, '../../src/cli/main.ts');
const ATTENDEES = 120;

export type Ended = { code: number; out: string; err: string };

/** Runs a command to its end; `input` is what stands on its standard input. */
export function adjourn(environment: Record<string, string>, args: string[], input = ''): Promise<Ended> {
  return new Promise((resolve) => {
    const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], ...environment };
    const child = execFile(process.execPath, [MAIN, ...args], { env }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
    });
    child.stdin?.end(input);
  });
}

export type House = { name: string; host: string; key: string };

/** `adjourn init`, all by flags. */
export async function initHouse(environment: Record<string, string>, name: string): Promise<House> {
  const host = `${name.toLowerCase()}.example.org`;
  const flags = { name, host, zone: 'Europe/Madrid', locale: 'en', sender: `events@${host}`, 'admin-email': `mina@${host}` };
  const args = Object.entries({ ...flags, 'admin-password-file': '-' }).flatMap(([flag, value]) => [`--${flag}`, value]);
  const { code, out, err } = await adjourn(environment, ['init', ...args], 'a-password-of-mina\n');
  expect([code, err]).toEqual([0, '']);
  return { name, host, key: /never again: (adj_[\w-]{43})\n/.exec(out)?.[1] ?? '' };
}

/** The same by page, behind the address that a server printed. */
export async function setUpHouse(address: string, name: string): Promise<House> {
  const host = `${name.toLowerCase()}.example.org`;
  const typed = { name, host, zone: 'Europe/Madrid', locale: 'en', sender: `events@${host}`, adminEmail: `mina@${host}` };
  const body = new URLSearchParams({ ...typed, adminName: '', password: 'a-password-of-mina' });
  const response = await fetch(address, { method: 'POST', body });
  const text = await response.text();
  expect([response.status, text]).toEqual([200, expect.stringContaining(`${name} is set up`)]);
  return { name, host, key: /<code>(adj_[\w-]{43})<\/code>/.exec(text)?.[1] ?? '' };
}

/** Our own API with a house's key. */
export function apiOf(url: string, { key }: House) {
  const call = async (method: string, path: string, body?: unknown, type = 'application/json'): Promise<Record<string, never>> => {
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${key}`, ...(body !== undefined && { 'content-type': type }) },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return JSON.parse(text === '' ? '{}' : text) as Record<string, never>;
  };
  return {
    get: (path: string) => call('GET', path),
    post: (path: string, body: unknown, type?: string) => call('POST', path, body, type),
    patch: (path: string, body: unknown) => call('PATCH', path, body),
  };
}

type Api = ReturnType<typeof apiOf>;
type Reach = { people: number; reached: number; counts: Record<string, number>; unreached: { recipient: string; why: string }[] };

/** Waits until everybody knows, but for so many. */
export function reaches(api: Api, event: number, unreached = 0): Promise<Reach> {
  return becomes(
    async () => (await api.get(`/events/${event}/unreached`)) as unknown as Reach,
    ({ people, reached, counts }) =>
      people === ATTENDEES && reached === ATTENDEES - unreached && (counts['bounced'] ?? 0) + (counts['suppressed'] ?? 0) === unreached,
  );
}

const addressOf = ({ host }: House, n: number) => `ben+${n}@${host}`;

/** An event with two ticket types and 120 people of a spreadsheet, published; gives its number. */
export async function publishWalk(api: Api, house: House): Promise<number> {
  const { data } = (await api.get('/calendars')) as unknown as { data: { id: number; name: string }[] };
  expect(data).toMatchObject([{ name: 'Events' }]);
  const made = await api.post('/events', {
    calendar_id: data[0]?.id,
    title: `Harbour walk of ${house.name}`,
    location: 'Pier 3',
    starts_at: '2040-05-01T14:00:00Z',
    ends_at: '2040-05-01T15:00:00Z',
    capacity: 150,
    public: true,
  });
  expect(made).toMatchObject({ status: 'draft', kind: 'ticketed' });
  const event = Number(made['id']);
  const standard = await api.post(`/events/${event}/ticket-types`, { name: 'Standard', capacity: 110 });
  await api.post(`/events/${event}/ticket-types`, { name: 'Balcony', capacity: 20 });
  const rows = Array.from(
    { length: ATTENDEES },
    (_, n) => `${addressOf(house, n)},Ben ${n},+34 600 000 ${String(n).padStart(3, '0')},${n % 10 === 0 ? 'Balcony' : 'Standard'}`,
  );
  const imported = await api.post(
    `/events/${event}/attendees/import`,
    `email,name,telephone,ticket_type\n${rows.join('\n')}\n`,
    'text/csv',
  );
  expect(imported).toMatchObject({ added: ATTENDEES, skipped: 0 });
  expect(await api.post(`/events/${event}/publish`, {})).toMatchObject({ status: 'scheduled' });
  expect(await api.get(`/events/${event}/ticket-types/${String(standard['id'])}`)).toMatchObject({ seats_taken: 108 });
  return event;
}

/** Moved: one address is gone, so one person is on the list of those to call, until it is corrected. */
export async function moveWalk(api: Api, house: House, event: number, smtp: SmtpServer): Promise<void> {
  const gone = addressOf(house, 7);
  smtp.behave(({ stage, to }) =>
    stage === 'rcpt' && to.some((one) => one.startsWith('ben+7@')) ? { code: 550, text: '5.1.1 no such user' } : 'accept',
  );
  const moved = await api.post(`/events/${event}/reschedules`, { starts_at: '2040-05-02T14:00:00Z', reason: 'The roof leaks' });
  expect(moved).toMatchObject({ outcome: 'rescheduled', notices: ATTENDEES });
  expect((await reaches(api, event, 1)).unreached).toMatchObject([
    { recipient: gone, why: expect.stringMatching(/^(bounced|suppressed)$/) },
  ]);
  const { data } = (await api.get(`/events/${event}/call-list`)) as unknown as { data: { attendee_id: number }[] };
  expect(data).toMatchObject([
    { name: 'Ben 7', email: gone, telephone: '+34 600 000 007', last_reply: expect.stringContaining('no such user') },
  ]);
  await api.patch(`/events/${event}/attendees/${data[0]?.attendee_id}`, { email: `corrected@${house.host}` });
  await reaches(api, event);
  expect(await api.get(`/events/${event}/call-list`)).toMatchObject({ data: [] });
}

/** Called off; everybody knows, and nobody was told anything twice or of another house. */
export async function cancelWalk(api: Api, house: House, event: number, smtp: SmtpServer): Promise<void> {
  expect(await api.post(`/events/${event}/cancellations`, { reason: 'Storm' })).toMatchObject({ outcome: 'cancelled', notices: ATTENDEES });
  await reaches(api, event);
  const mails = smtp.received.filter(({ from }) => from === `events@${house.host}`);
  expect(mails.filter(({ to }) => !to.every((one) => one.endsWith(`@${house.host}`)))).toEqual([]);
  const perPerson = Map.groupBy(mails, ({ to }) => to[0]);
  for (let n = 0; n < ATTENDEES; n += 1) expect([n, perPerson.get(addressOf(house, n))?.length]).toEqual([n, n === 7 ? 1 : 3]);
  expect(perPerson.get(`corrected@${house.host}`)).toHaveLength(2);
  expect(mails).toHaveLength(3 * ATTENDEES);
}
