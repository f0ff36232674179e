import { sql } from 'kysely';
import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { becomes, startTestWorker } from '../../../test/harness/delivery.ts';
import { type TestDemo, openDemo } from '../../../test/harness/demo.ts';
import { type TestDoor, openDoor } from '../../../test/harness/door.ts';
import { createCaptureTransport } from '../../delivery/capture-transport.ts';
import { cancelEvent } from '../../operations/events/cancel-event.ts';
import { cancelTicket } from '../../operations/seats/cancel-ticket.ts';
import { portal } from './routes.ts';

const root = mkdtempSync(join(tmpdir(), 'adjourn-portal-'));
mkdirSync(join(root, 'assets'));
writeFileSync(join(root, 'index.html'), '<!doctype html><title>Adjourn</title>');
writeFileSync(join(root, 'assets/index-4711.js'), 'export {};');
writeFileSync(join(root, 'secret.txt'), 'not for the web');

let demo: TestDemo;
let open: TestDoor;
let closed: TestDoor;
beforeAll(async () => {
  demo = await openDemo();
  open = openDoor(portal({ root, mailbox: true }), demo, { last: true });
  closed = openDoor(portal({ root, mailbox: false }), demo, { last: true });
});
afterAll(async () => {
  await demo.close();
  rmSync(root, { recursive: true, force: true });
});

describe('pages', () => {
  test('every known path gives the page, never kept, under a policy without strangers or inline scripts', async () => {
    for (const path of ['/', '/login', '/activity/events', '/events/77']) {
      const response = await open.request(path);
      expect([path, response.status, await response.text()]).toEqual([path, 200, '<!doctype html><title>Adjourn</title>']);
      expect(response.headers.get('cache-control')).toBe('no-store');
      const policy = response.headers.get('content-security-policy');
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('unsafe');
    }
  });

  test('what is no page is 404, and still says so in words; a verb that changes nothing here changes nothing', async () => {
    for (const path of [
      '/nowhere',
      '/events/abc',
      '/events/77/more',
      '/index.html',
      '/secret.txt',
      '/assets/../secret.txt',
      '/assets/..%2fsecret.txt',
    ]) {
      const response = await open.request(path);
      expect([path, response.status]).toEqual([path, 404]);
      expect(await response.text()).not.toContain('not for the web');
    }
    expect((await open.request('/activity/events', { method: 'POST' })).status).toBe(404);
  });

  test('built files are kept for ever, since their names change with them; a missing one is not', async () => {
    const asset = await open.request('/assets/index-4711.js');
    expect(await asset.text()).toBe('export {};');
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(asset.headers.get('content-type')).toMatch(/^text\/javascript/);
    const missing = await open.request('/assets/index-4712.js');
    expect([missing.status, missing.headers.get('cache-control')]).toEqual([404, 'no-store']);
  });

  test('without a build a person is told how to make one', async () => {
    const response = await openDoor(portal({ root: join(root, 'absent'), mailbox: false }), demo, { last: true }).request('/');
    expect([response.status, await response.text()]).toEqual([503, 'The portal is not built: `npm run build` does that.']);
  });
});

describe('/portal/settings.json', () => {
  test('tells what this installation is', async () => {
    expect(await (await open.request('/portal/settings.json')).json()).toEqual({
      tenantName: 'Harbour Loft',
      zone: 'Europe/Madrid',
      demo: true,
      mailbox: true,
      events: true,
      feed: true,
      cancelMail: true,
    });
  });

  test('names no list and no feed of events where the tenant has none for everybody', async () => {
    const shown = async (settings: object) => {
      await sql`update tenants set settings = ${JSON.stringify(settings)}::jsonb`.execute(demo.db);
      return (await open.request('/portal/settings.json')).json();
    };
    expect(await shown({ eventsEnabled: false })).toMatchObject({ events: false, feed: false });
    expect(await shown({ eventsInFeed: false })).toMatchObject({ events: true, feed: false });
    expect(await shown({ eventsOpenTo: 'signed_in' })).toMatchObject({ events: true, feed: false });
    await sql`update tenants set settings = ${JSON.stringify(demo.tenant.settings)}::jsonb`.execute(demo.db);
  });

  test('offers no demo where its secrets are refused, and no mailbox where there is none', async () => {
    const settings = openDoor(portal({ root, mailbox: false }), demo, { last: true, demo: false }).request('/portal/settings.json');
    expect(await (await settings).json()).toMatchObject({ demo: false, mailbox: false });
  });
});

describe('the development mailbox', () => {
  const PATHS = ['/mailbox', '/mailbox/1', '/mailbox/api/mails', '/mailbox/api/mails/1'];
  test.each(['evil.example', 'evil.example:3000', '192.0.2.1', 'localhost.evil.example', '127.0.0.1.evil.example', '[::2]', '127.1', ''])(
    'issue 9 D22: a name that may lead elsewhere tomorrow reads no mail: %s',
    async (host) => {
      for (const path of PATHS) {
        const answer = await open.request(path, { headers: { host } });
        expect([path, answer.status, await answer.text()]).toEqual([path, 403, expect.stringContaining('localhost')]);
      }
    },
  );

  test.each(['localhost', 'LOCALHOST:3000', '127.0.0.1:41872', '127.3.2.1', '[::1]', '[::1]:3000'])(
    'issue 9 D22: this machine by its own names does: %s',
    async (host) => {
      expect((await open.request('/mailbox/api/mails', { headers: { host } })).status).toBe(200);
    },
  );

  beforeAll(async () => {
    const { context, tenant } = demo;
    const request = { actor: { kind: 'system' as const, id: 'test' }, cause: 'test', reason: 'Der Regen <b>kommt</b>' };
    const worker = startTestWorker({ ...demo, calendarId: 12 }, '', {
      transport: createCaptureTransport(demo),
      random: { ...context.random, uuid: randomUUID },
    });
    await cancelTicket(context, tenant, 64, 9022, request);
    await cancelEvent(context, tenant, { id: 345 }, request);
    worker.wake();
    await becomes(
      async () => (await list('')).mails,
      (mails) => mails.length === 4,
    );
    await worker.stop();
  });

  test('lists the newest first, with what each is for', async () => {
    const { mails, nextBefore } = await list('');
    expect(mails.map(({ id }) => id)).toEqual(mails.map(({ id }) => id).toSorted((a, b) => b - a));
    expect(mails.map(({ to, purpose, method }) => [/\w+@[\w.]+/.exec(to)?.[0], purpose, method]).toSorted()).toEqual([
      ['ana@example.com', 'event_cancelled', 'CANCEL'],
      ['ben@example.com', 'event_cancelled', 'CANCEL'],
      ['chie@example.com', 'event_cancelled', 'CANCEL'],
      ['mina@example.org', 'ticket_cancelled', 'CANCEL'],
    ]);
    expect(mails[0]).toMatchObject({
      from: expect.stringContaining('events@harbour-loft.example'),
      subject: expect.stringContaining('Site visit'),
      receivedAt: expect.any(String),
    });
    expect(nextBefore).toBeNull();
  });

  test('finds one person’s mails, and continues before a mail', async () => {
    expect((await list('?to=BEN@')).mails).toHaveLength(1);
    expect((await list('?to=%25')).mails).toEqual([]);
    const { mails } = await list('');
    expect((await list(`?before=${mails[1]!.id}`)).mails).toEqual(mails.slice(2));
    expect((await open.request('/mailbox/api/mails?before=x')).status).toBe(400);
  });

  test('shows a mail as a mail program reads it: HTML, text, the calendar part in words, attachments, the raw source', async () => {
    const [mine] = (await list('?to=chie')).mails;
    const mail = (await (await open.request(`/mailbox/api/mails/${mine!.id}`)).json()) as Mail;
    expect(mail).toMatchObject({
      id: mine!.id,
      to: mine!.to,
      subject: mine!.subject,
      html: expect.stringContaining('<'),
      text: expect.stringContaining('Der Regen'),
    });
    expect(mail.html).not.toContain('<b>kommt');
    expect(mail.headers).toContainEqual({ name: 'Subject', value: expect.any(String) });
    expect(mail.calendar?.raw).toContain('METHOD:CANCEL');
    expect(mail.calendar?.summary).toMatch(/cancel|called off/i);
    expect(mail.calendar?.facts.map(({ label }) => label).join('\n')).toMatch(/STATUS:CANCELLED/);
    expect(mail.attachments).toEqual([
      { filename: expect.stringMatching(/\.ics$/), contentType: expect.any(String), size: expect.any(Number) },
    ]);
    expect(mail.raw).toContain('MIME-Version: 1.0');
  });

  test('knows no mail that is none', async () => {
    for (const id of ['0', '999999', 'x', '1e3', '99999999999999999999'])
      expect((await open.request(`/mailbox/api/mails/${id}`)).status).toBe(404);
  });

  test('has a page whose policy lets mails bring their styles, but no scripts', async () => {
    for (const path of ['/mailbox', '/mailbox/7']) {
      const response = await open.request(path);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-security-policy')).toContain("script-src 'self';");
    }
  });

  test('does not exist where it is closed, and the list says nothing there', async () => {
    for (const path of ['/mailbox', '/mailbox/1', '/mailbox/api/mails', '/mailbox/api/mails/1']) {
      const response = await closed.request(path);
      expect([path, response.status]).toEqual([path, 404]);
      expect(await response.text()).toBe('<!doctype html><title>Adjourn</title>');
    }
  });
});

test('nothing above was a fault', () => {
  expect([...open.faults, ...closed.faults]).toEqual([]);
});

type Line = { id: number; receivedAt: string; from: string; to: string; subject: string; purpose: string; method: string | null };
type Mail = Line & {
  headers: { name: string; value: string }[];
  html: string | null;
  calendar: { raw: string; summary: string; facts: { label: string; value: string }[] } | null;
  attachments: unknown[];
  raw: string;
};

async function list(query: string): Promise<{ mails: Line[]; nextBefore: number | null }> {
  return (await (await open.request(`/mailbox/api/mails${query}`)).json()) as { mails: Line[]; nextBefore: number | null };
}
