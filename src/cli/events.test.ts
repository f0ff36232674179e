import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { type TestDemo, openDemo } from '../../test/harness/demo.ts';
import { readConfig } from '../config.ts';
import { listChanges } from '../operations/ledger/list-changes.ts';
import { buildProgram } from './program.ts';

/*
 * The commands over calendars and events, in process: of the database that they are given.
 */

let demo: TestDemo;
beforeAll(async () => {
  demo = await openDemo();
});
afterAll(() => demo.close());
afterEach(() => {
  process.exitCode = 0;
});

/** A command to its end, without `adjourn`. */
async function adjourn(...words: string[]): Promise<{ code: unknown; out: string; err: string }> {
  const out = vi.spyOn(console, 'log').mockReturnValue();
  const err = vi.spyOn(console, 'error').mockReturnValue();
  try {
    await buildProgram('0', configuration).parseAsync(words, { from: 'user' });
    const said = (spy: typeof out) => spy.mock.calls.flat().join('\n');
    return { code: process.exitCode, out: said(out), err: said(err) };
  } finally {
    out.mockRestore();
    err.mockRestore();
  }
}

function configuration() {
  const read = readConfig({ DATABASE_URL: demo.connectionString, SECRET_KEY: 'k'.repeat(32) });
  if ('faults' in read) throw new Error(read.faults.join());
  return read.config;
}

const walk = ['events', 'create', '--title', 'Harbour walk', '--starts', '2030-06-01 16:00', '--ends', '2030-06-01T15:00:00Z'];

test('issue 10: a calendar and an event with its tickets are made, shown, listed, published, moved, copied and called off by commands', async () => {
  const calendar = await adjourn('calendars', 'create', '--name', 'Roof', '--zone', 'Europe/Madrid', '--organizer', 'Mina', '--json');
  const { id } = JSON.parse(calendar.out) as { id: number };
  expect((await adjourn('calendars', 'list')).out).toContain(`${id}  Roof  Europe/Madrid  Mina`);
  expect((await adjourn(...walk)).err).toBe('There are several calendars: say with --calendar in which it is.');

  const made = await adjourn(
    ...walk,
    '--calendar',
    String(id),
    '--location',
    'Pier 3',
    '--ticket',
    'Standard=12.50x20',
    '--ticket',
    'Child=0',
    '--json',
  );
  const event = JSON.parse(made.out) as { id: number; public_id: string };
  const shown = await adjourn('events', 'show', event.public_id);
  expect(shown.out.replaceAll(/\d+ {2}(?=Standard|Child)/g, 'N  ')).toBe(
    [
      'title     Harbour walk',
      'status    draft',
      'when      2030-06-01 16:00 to 2030-06-01 17:00 Europe/Madrid',
      'where     Pier 3',
      'organizer Mina',
      'seats     0 taken, 0 held, of any number',
      'page      none',
      `UUID      ${event.public_id}`,
      'ticket    N  Standard  12.50 EUR  0 taken, 0 held, of 20',
      'ticket    N  Child  0.00 EUR  0 taken, 0 held, of any number',
    ].join('\n'),
  );
  const list = (...filter: string[]) => adjourn('events', 'list', '--calendar', String(id), ...filter);
  expect((await list('--status', 'draft')).out).toBe(`${event.id}  2030-06-01 16:00 Europe/Madrid  draft  Harbour walk  Pier 3`);
  expect(await list('--search', 'sail')).toEqual({ code: 0, out: 'None.', err: '' });
  expect((await list('--search', 'sail', '--json')).out).toBe('[]');
  expect(JSON.parse((await list('--json')).out)).toMatchObject([{ id: event.id, starts_at: '2030-06-01T14:00:00Z' }]);

  const number = String(event.id);
  expect((await adjourn('events', 'publish', number)).out).toBe(`Event ${number} is published; 0 people are owed a notice.`);
  const moved = await adjourn('events', 'reschedule', number, '--starts', '2030-06-02T16:00', '--reason', 'Wind', '--json');
  expect(JSON.parse(moved.out)).toMatchObject({
    outcome: 'rescheduled',
    starts_at: '2030-06-02T14:00:00Z',
    ends_at: '2030-06-02T15:00:00Z',
  });
  expect((await adjourn('events', 'reschedule', number, '--starts', '2030-06-02T16:00')).out).toBe('It is then already; nobody is told.');
  const copy = await adjourn('events', 'copy', number, '--starts', '2030-07-01 10:00', '--title', 'Harbour walk again', '--json');
  expect(JSON.parse(copy.out)).toMatchObject({ status: 'draft', title: 'Harbour walk again', starts_at: '2030-07-01T08:00:00Z' });
  expect((await adjourn('events', 'cancel', number, '--reason', 'The roof leaks')).out).toBe(
    `Event ${number} is cancelled; 0 people are owed a notice.`,
  );
  expect((await adjourn('events', 'cancel', number)).out).toBe('It is cancelled already; nobody is told again.');
  expect((await adjourn('events', 'show', number)).out).toContain('status    cancelled: The roof leaks');
  const history = await listChanges(demo.context, demo.tenant, event.id, { before: null, limit: 1 });
  expect(history?.changes).toMatchObject([
    { kind: 'event_cancelled', actorId: 'operator', cause: expect.stringMatching(/^adjourn /) as string },
  ]);
});

test('issue 10: what cannot be done is said in sentences, ends with 1 and changes nothing', async () => {
  const [calendar] = JSON.parse((await adjourn('calendars', 'list', '--json')).out) as { id: number }[];
  const wrong = await adjourn(...walk.with(-1, 'tomorrow'), '--calendar', String(calendar?.id));
  expect(wrong).toEqual({
    code: 1,
    out: '',
    err: 'ends_at: It must be a moment by RFC 3339 with Z or an offset, like 2030-05-01T14:00:00Z.',
  });
  expect(await adjourn('events', 'show', '999999')).toEqual({ code: 1, out: '', err: 'There is no such event.' });
  expect(await adjourn('events', 'cancel', 'x')).toMatchObject({ code: 1, err: 'There is no such thing here.' });
  expect((await adjourn('events', 'list', '--status', 'lost')).err).toContain('status: It must be one of draft, scheduled, cancelled.');
});

test('issue 10: an event is given a picture by its bytes, and it is taken away again', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'adjourn-picture-'));
  try {
    const [picture, words] = [join(folder, 'roof.jpg'), join(folder, 'words.jpg')];
    // As little as tells a PNG from other files.
    await writeFile(picture, Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
    await writeFile(words, 'no picture');
    const sizes = async () => (await sql`select length(bytes) as length from event_images where event_id = 79`.execute(demo.db)).rows;
    const before = await sizes();
    expect(await adjourn('events', 'picture', '79', words)).toMatchObject({ code: 1, err: expect.stringContaining('PNG') });
    expect(await sizes()).toEqual(before);
    expect(await adjourn('events', 'picture', '79', picture)).toMatchObject({ out: 'Event 79 has that picture now.' });
    expect(await sizes()).toContainEqual({ length: 16 });
    expect(await adjourn('events', 'picture', '79', 'none')).toMatchObject({ out: 'Event 79 has no picture any more.' });
    expect(await sizes()).not.toContainEqual({ length: 16 });
  } finally {
    await rm(folder, { recursive: true });
  }
});
