import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { type TestDemo, openDemo } from '../../test/harness/demo.ts';
import { readConfig } from '../config.ts';
import { buildProgram } from './program.ts';

let demo: TestDemo;
let folder: string;
beforeAll(async () => {
  demo = await openDemo();
  folder = mkdtempSync(join(tmpdir(), 'adjourn-lists-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await demo.close();
});

let out: string[];
let err: string[];
beforeEach(() => {
  [out, err] = [[], []];
  vi.spyOn(console, 'log').mockImplementation((line: string) => void out.push(line));
  vi.spyOn(console, 'error').mockImplementation((line: string) => void err.push(line));
});
afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = 0;
});

/** Runs a command in this process, on the demo; answers how it ended and the lines it said. */
async function adjourn(...words: string[]): Promise<{ code: typeof process.exitCode; out: string[]; err: string[] }> {
  const read = readConfig({ DATABASE_URL: demo.connectionString, SECRET_KEY: 'k'.repeat(32) });
  if (!('config' in read)) throw new Error(read.faults.join('\n'));
  [out, err] = [[], []];
  await buildProgram('0', () => read.config).parseAsync(words, { from: 'user' });
  return { code: process.exitCode, out, err };
}

const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

test('somebody is added, listed, corrected, mailed again and removed', async () => {
  const added = await adjourn('attendees', 'add', '77', '--name', 'Raj', '--email', 'raj@example.org', '--telephone', '+34 600 1');
  expect(added).toMatchObject({ code: 0, err: [] });
  const [, id = '', code = ''] = /^Attendee (\d+) has a seat, code (\w{8})\.$/.exec(added.out[0] ?? '') ?? [];
  const listed = await adjourn('attendees', 'list', '77', '--q', 'raj');
  expect(listed.out).toEqual([expect.stringMatching(`^${id}  ${code}  (?:queued|not_written)  Raj <raj@example.org>  \\+34 600 1$`)]);
  const json = await adjourn('attendees', 'list', '77', '--q', 'raj', '--json');
  expect(JSON.parse(json.out.join('\n'))).toMatchObject([{ id: Number(id), name: 'Raj', state: 'attending' }]);
  expect((await adjourn('attendees', 'list', '77', '--q', 'nobody at all')).out).toEqual(['None.']);
  const corrected = await adjourn('attendees', 'correct', '77', id, '--email', 'omar@example.org', '--name', 'Omar');
  expect(corrected.out[0]).toContain('Omar <omar@example.org>');
  expect(await adjourn('attendees', 'correct', '77', id, '--email', 'omar')).toMatchObject({
    code: 1,
    err: ['email: It must be a mail address, as in ana@example.com.'],
  });
  expect((await adjourn('attendees', 'resend', '77', id)).out).toEqual(['planned: 0', 'on their way: 1']);
  expect(await adjourn('attendees', 'remove', '77', id)).toMatchObject({ code: 0, out: [] });
  expect((await adjourn('attendees', 'list', '77', '--removed')).out).toHaveLength(1);
  expect(await adjourn('attendees', 'remove', '77', id)).toMatchObject({ code: 1, err: ['They were removed before.'] });
});

test('a list comes from a file, whole or with every row that is wrong, and goes into one', async () => {
  const wrong = file('wrong.csv', `email\nmina\n${'noor\n'.repeat(120)}`);
  const refused = await adjourn('attendees', 'import', '77', wrong);
  expect([refused.code, refused.err.length, refused.err[0], ...refused.err.slice(-2)]).toEqual([
    1,
    102,
    'row 2, email: It must be a mail address, as in ana@example.com.',
    '… and 21 more.',
    '121 cells cannot be read. Nobody was added.',
  ]);
  const people = file('people.csv', 'E-Mail;Name;Phone;Size\npia@example.org;Pia;+34 600 2;M\n;Kenji;+81 3 1;L\n');
  expect((await adjourn('attendees', 'import', '77', people, '--dry-run')).out).toEqual([
    'Would add 2, 0 are there already, 2 mails.',
    'Left out: Size.',
  ]);
  expect((await adjourn('attendees', 'import', '77', people, '--no-notify')).out[0]).toBe('Added 2, 0 are there already, 0 mails.');
  const ics = file(
    'people.ics',
    'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nATTENDEE;CN=Pia:mailto:pia@example.org\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
  );
  expect((await adjourn('attendees', 'import', '77', ics)).out).toEqual(['Added 0, 1 are there already, 0 mails.']);
  await adjourn('attendees', 'export', '77', '--to', join(folder, 'out.csv'));
  const exported = readFileSync(join(folder, 'out.csv'), 'utf8');
  expect(exported).toContain("\r\nPia,pia@example.org,'+34 600 2,");
  expect((await adjourn('attendees', 'export', '77')).out.join('\r\n')).toBe(exported.trimEnd());
});

test('on the day: whom to call, a word to everybody, and who comes in', async () => {
  await sql`update tickets set told_outbox_id = null where name = 'Kenji'`.execute(demo.db);
  expect((await adjourn('call-list', '77')).out).toEqual(['Kenji  +81 3 1  not_planned']);
  expect((await adjourn('call-list', '77', '--csv')).out).toEqual([
    'name,telephone,why,last_reply,email,state,attendee_id',
    expect.stringMatching(/^Kenji,'\+81 3 1,not_planned,/),
  ]);
  expect(JSON.parse((await adjourn('call-list', '77', '--json')).out.join('\n'))).toMatchObject([{ name: 'Kenji', why: 'not_planned' }]);
  expect((await adjourn('call-list', '78')).out).toEqual(['None.']);
  const message = ['message', '77', '--subject', 'Doors', '--text', 'At nine.'];
  expect((await adjourn(...message)).out[0]).toMatch(/^3 are mailed, 1 have no address \(change \d+\)\.$/);
  expect(await adjourn(...message)).toMatchObject({ code: 1, err: [expect.stringContaining('sent within the last minute')] });
  expect(await adjourn(...message.slice(0, 4))).toMatchObject({ code: 1, err: ['Give what it says by --text or by --file.'] });
  const found = await sql<{ code: string }>`select code from tickets where name = 'Pia' and event_id = 77`.execute(demo.db);
  const code = found.rows[0]!.code;
  const came = await adjourn('check-in', code);
  expect(came.out[0]).toMatch(/^Pia, .+: in \(check-in \d+\)\.$/);
  expect(await adjourn('check-in', code, '--event', '77')).toMatchObject({
    code: 1,
    err: [expect.stringMatching(/: came in at \S+Z, by system operator \(check-in \d+\)\.$/)],
  });
  expect((await adjourn('check-in', code, '--event', '78')).err[0]).toContain('another event');
  expect(await adjourn('undo-check-in', /check-in (\d+)/.exec(came.out[0] ?? '')?.[1] ?? '')).toMatchObject({ code: 0 });
  expect(await adjourn('check-in', 'NOBODYS')).toMatchObject({ code: 1, err: ['No ticket has this code.'] });
});
