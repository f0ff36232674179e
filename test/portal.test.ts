import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import { type TOTP, URI } from 'otpauth';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from './harness/chromium.ts';
import { lowContrasts } from './harness/contrast.ts';
import { type RunningServer, startServer } from './harness/server.ts';

let server: RunningServer;
let browser: Browser;
let context: BrowserContext;
let page: Page;
const faults: string[] = [];
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()]);
  context = await browser.newContext({
    baseURL: server.url,
    viewport: { width: 1280, height: 800 },
    timezoneId: 'Europe/Madrid',
    locale: 'en-GB',
  });
  page = await context.newPage();
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  page.on('pageerror', (error) => faults.push(error.message));
});
afterAll(async () => {
  await browser?.close();
  await server?.remove();
});

/** Nothing that axe knows to be wrong, nothing wider than the window, no button whose words are cut, and no text that cannot be read, in light and in dark. */
async function expectAccessible(name: string, of: Page = page): Promise<void> {
  // What is still fading in or out has the contrast of something half there.
  await of.evaluate('Promise.allSettled(document.getAnimations().map((one) => one.finished))');
  // A mail's own frame has no scripts, so axe cannot look inside it.
  const { violations } = await new AxeBuilder({ page: of }).exclude('iframe').setLegacyMode(true).analyze();
  expect(violations.map(({ id, nodes }) => `${name}: ${id} ${nodes[0]?.html}`)).toEqual([]);
  expect(await of.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
  const cut = `[...document.querySelectorAll('.mantine-Button-label')].filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.textContent)`;
  expect(await of.evaluate(cut)).toEqual([]);
  for (const colorScheme of of === page ? (['dark', 'light'] as const) : []) {
    await of.emulateMedia({ colorScheme });
    await of.evaluate('Promise.allSettled(document.getAnimations().map((one) => one.finished))');
    expect({ [`${name} in ${colorScheme}`]: await lowContrasts(of) }).toEqual({ [`${name} in ${colorScheme}`]: [] });
  }
  const pictures = process.env['PICTURES'];
  if (pictures) await of.screenshot({ path: `${pictures}/${name}.png` });
}

async function signIn(of: Page, password: string): Promise<void> {
  await of.getByLabel('Email').fill('mina@example.org');
  await of.getByLabel('Password', { exact: true }).fill(password);
  await of.getByRole('button', { name: 'Sign in' }).click();
}

test('whoever is not signed in is asked to; a wrong password is told in words', async () => {
  await page.goto('/activity/events');
  await page.waitForURL('**/login**');
  await expectAccessible('sign-in');
  await signIn(page, 'wrong');
  await page.getByRole('alert').first().waitFor();
  await expectAccessible('sign-in-refused');
  expect(new URL(page.url()).pathname).toBe('/login');
  faults.length = 0;
});

test('Mina sees her tickets and cancels one: it leaves the list, and the mail it caused is in the mailbox', async () => {
  await signIn(page, 'demo-password');
  await page.waitForURL('**/activity/events');
  await page.getByText('Rooftop Breakfast').first().waitFor();
  await expectAccessible('my-events');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /^Add to calendar for Rooftop Breakfast/ }).click();
  expect((await download).suggestedFilename()).toBe('Rooftop Breakfast.ics');
  expect(await readFile(await (await download).path(), 'utf8')).toMatch(/^BEGIN:VCALENDAR\r\n[^]*SUMMARY:Rooftop Breakfast\r\n/);
  await page.getByRole('button', { name: /^Resend ticket for Letterpress Workshop/ }).click();
  await page
    .getByText(/sent|on its way/i)
    .first()
    .waitFor();
  await page.getByRole('button', { name: /^Cancel ticket for Rooftop Breakfast/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Keep ticket' }).waitFor();
  await expectAccessible('confirm-cancel');
  const deleted = page.waitForRequest((request) => request.method() === 'DELETE');
  await dialog.getByRole('button', { name: 'Cancel ticket' }).click();
  expect(new URL((await deleted).url()).pathname).toBe('/api/public/events/my/9021');
  await page.getByRole('button', { name: /^Cancel ticket for Rooftop Breakfast/ }).waitFor({ state: 'detached' });
  await dialog.waitFor({ state: 'detached' });
  await expectAccessible('cancelled');

  await page.goto('/mailbox');
  const mail = page.getByRole('link', { name: /Rooftop Breakfast/ }).first();
  await mail.waitFor();
  await expectAccessible('mailbox');
  await mail.click();
  await page.locator('iframe').first().waitFor();
  await expectAccessible('mail');
  expect(await page.frameLocator('iframe').locator('body').textContent()).toContain('Rooftop Breakfast');
  expect(faults).toEqual([]);
});

test('issue 9 B11: on an event’s page Mina gets a free ticket and is told that she has it, and waits for one where none is left', async () => {
  await page.goto('/events/77');
  await page.getByRole('button', { name: /^Get ticket/ }).click();
  await page.getByText('You have a ticket.').first().waitFor();
  await expectAccessible('event-ticket');
  await page.reload();
  await page.getByText('You have a ticket for this event').waitFor();
  expect(await page.getByRole('button', { name: /^Get / }).count()).toBe(0);
  await page.getByRole('button', { name: 'I need another ticket' }).click();
  await page.getByRole('button', { name: /^Get another ticket/ }).waitFor();
  await page.keyboard.press('Tab');
  expect(await page.evaluate('document.activeElement?.textContent')).toMatch(/^Get another ticket/);
  await expectAccessible('event-another-ticket');
  await page.getByRole('link', { name: 'My events' }).first().click();
  await page.getByRole('button', { name: /^Cancel ticket for Rooftop Breakfast/ }).waitFor();
  await page.goto('/events/78');
  await page.getByRole('button', { name: 'Join the waiting list' }).click();
  await page.getByText('You are on the waiting list.').first().waitFor();
  await expectAccessible('event-waiting');
  expect(faults).toEqual([]);
  await page.getByRole('button', { name: 'Join the waiting list' }).click();
  await page.getByText('You were not put on the waiting list.').waitFor();
  faults.length = 0;
});

test('P8: a seat that is added is offered to Mina, who waits; the link in her mail gives it to her', async () => {
  const add = async (where: string) => {
    const headers = { authorization: 'Bearer adj_demo_admin', 'content-type': 'application/json' };
    return (await fetch(`${server.url}/api/v1/events/78/${where}`, { method: 'PATCH', headers, body: '{"capacity":3}' })).json();
  };
  expect([await add('ticket-types/502/capacity'), await add('capacity')]).toMatchObject([{ offered: 0 }, { offered: 1 }]);
  await page.goto('/mailbox');
  await page
    .getByRole('link', { name: /A seat for you: Talks by the Water/ })
    .first()
    .click();
  const address = await page.frameLocator('iframe').getByRole('link', { name: 'Take this seat' }).getAttribute('href');
  await page.goto(new URL(address ?? '').pathname);
  await expectAccessible('offer');
  await page.getByRole('button', { name: 'Take this seat' }).click();
  await page.getByText('The seat is yours').waitFor();
  await expectAccessible('offer-taken');
  await page.goto('/activity/events');
  await page.getByRole('button', { name: /^Cancel ticket for Talks by the Water/ }).waitFor();
  expect(faults).toEqual([]);
});

test('issue 9 B10: a cancelled and a moved event stay to be seen by their holder, on the list and on the page that the mail leads to', async () => {
  const headers = { 'X-Access-Key-Id': 'MBP-demo', 'X-Access-Key-Secret': 'demo-secret', 'content-type': 'application/json' };
  const change = async (method: string, path: string, body: object) =>
    (await fetch(`${server.url}/api/public/v2.0/calendars/11/events/${path}`, { method, headers, body: JSON.stringify(body) })).status;
  const was = (await (await fetch(`${server.url}/portal/events/80`)).json()) as { Event: { StartDateUtc: string } };
  const later = (hours: number) => Temporal.Instant.from(was.Event.StartDateUtc).add({ hours }).toString();
  expect(await change('POST', '79/cancel', { cancel_note: 'The press is broken.' })).toBe(200);
  const moved = { title: 'Evening Sail', start: later(24), end: later(26), attendees: [{ email: 'mina@example.org' }] };
  expect(await change('PATCH', '80', moved)).toBe(200);
  await page.goto('/activity/events');
  await page.getByText('Event cancelled').waitFor();
  await page.getByText('Moved, before:').waitFor();
  await expectAccessible('my-events-changed');
  await page.goto('/mailbox');
  await page
    .getByRole('link', { name: /Cancelled: Letterpress Workshop/ })
    .first()
    .click();
  const address = await page.frameLocator('iframe').getByRole('link', { name: 'View event page' }).getAttribute('href');
  await page.goto(new URL(address ?? '').pathname);
  await page.getByText('This event is cancelled.').waitFor();
  await page.getByText('The press is broken.').waitFor();
  await page.getByText('can no longer be used').waitFor();
  await expectAccessible('event-cancelled');
  await page.goto('/events/80');
  await page.getByText('Moved, before:').waitFor();
  await expectAccessible('event-moved');
  // The vendor's own route does not know a cancelled event, and the browser says so.
  expect(faults.filter((fault) => !fault.includes('404'))).toEqual([]);
  faults.length = 0;
});

test('an event has a page of its own, and an address that is none says so', async () => {
  await page.goto('/events/78');
  await page
    .getByText(/sold out/i)
    .first()
    .waitFor();
  await expectAccessible('event');
  expect((await page.goto('/nowhere'))?.status()).toBe(404);
  await expectAccessible('not-found');
  faults.length = 0;
});

test('issue 12: anybody finds an event in the public list, by words and by category, and prints it without buttons', async () => {
  const visitor = await browser.newContext({ baseURL: server.url, viewport: { width: 1280, height: 800 }, timezoneId: 'Europe/Madrid' });
  const list = await visitor.newPage();
  const names = () => list.locator('.events-month h3 a').allTextContents();
  await list.goto('/events');
  await list.getByText('Rooftop Breakfast').waitFor();
  expect(await names()).toEqual(['Rooftop Breakfast', 'Talks by the Water', 'Evening Sail']);
  await expectAccessible('events', list);
  await list.getByLabel('Search events').focus();
  await list.keyboard.type('LIGHTHOUSE');
  await list.getByText('One event with “LIGHTHOUSE”').waitFor();
  expect(await names()).toEqual(['Evening Sail']);
  expect(new URL(list.url()).search).toBe('?q=LIGHTHOUSE');
  await list.getByLabel('Search events').fill('');
  await list.getByRole('button', { name: 'Talks' }).press('Enter');
  await list.getByText('One event', { exact: true }).waitFor();
  await list.reload();
  await list.getByText('Talks by the Water').waitFor();
  expect(await names()).toEqual(['Talks by the Water']);
  await list.getByRole('tab', { name: 'Past' }).click();
  await list.getByRole('button', { name: 'All' }).click();
  await list.getByText('Open Studios').waitFor();
  expect(await list.getByRole('link', { name: 'Subscribe to these events in your calendar' }).getAttribute('href')).toBe(
    '/en/events/feed.ics',
  );
  await list.goto('/events');
  await list.getByText('Rooftop Breakfast').waitFor();
  await list.emulateMedia({ media: 'print', colorScheme: 'dark' });
  expect(await lowContrasts(list)).toEqual([]);
  expect(await list.getByLabel('Search events').isVisible()).toBe(false);
  await list.emulateMedia({ media: 'screen', colorScheme: 'dark' });
  await list.setViewportSize({ width: 375, height: 740 });
  await expectAccessible('phone-events', list);
  await visitor.close();
});

test('zyntro §13-S7: a link of a meeting’s mail asks, and its button cancels for everybody, by keyboard alone', async () => {
  const created = await fetch(`${server.url}/public/calendar/createEvent`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      api_key: 'demo-api-key',
      org_id: '11111111-1111-4111-8111-111111111111',
      member_id: '22222222-2222-4222-8222-222222222222',
      contact_id: 'a1b2c3d4-e5f6-4890-abcd-ef1234567890',
      event_data: {
        calendar_id: '3d21426f-9042-40d9-a0b2-94037f551d51',
        event_title: 'Quay walk',
        event_start_time: '2099-05-01 09:00:00',
        event_end_time: '2099-05-01 09:30:00',
        event_timezone: 'Europe/Madrid',
      },
    }),
  });
  expect(await created.json()).toMatchObject({ status: 'success' });
  await page.goto('/mailbox');
  await page
    .getByRole('link', { name: /Invitation.*Quay walk.*jane@example.net|jane@example.net.*Quay walk/ })
    .first()
    .click();
  const address = await page.frameLocator('iframe').getByRole('link', { name: 'Cancel this meeting' }).getAttribute('href');
  await page.goto(new URL(address ?? '').pathname);
  await page.getByRole('heading', { name: 'Quay walk' }).waitFor();
  await expectAccessible('link-cancel');
  await page.getByLabel('Reason').focus();
  await page.keyboard.type('Storm warning');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByText('The meeting is cancelled').waitFor();
  await expectAccessible('link-cancelled');
  await page.goto('/mailbox');
  await page
    .getByRole('link', { name: /Cancelled: Quay walk/ })
    .first()
    .waitFor();
  expect(faults).toEqual([]);
});

test('issue 10: the description of our own API is a page that comes from here alone, and each operation can be tried on it', async () => {
  const elsewhere: string[] = [];
  const browse = await browser.newPage({ baseURL: server.url, viewport: { width: 1280, height: 900 } });
  browse.on(
    'request',
    (asked) => !/^(data:|blob:)/.test(asked.url()) && !asked.url().startsWith(server.url) && elsewhere.push(asked.url()),
  );
  browse.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  browse.on('pageerror', (error) => faults.push(error.message));
  expect((await browse.goto('/docs'))?.headers()['content-security-policy']).toContain("script-src 'self'; style-src 'self';");
  await browse.getByRole('button', { name: 'Authorize' }).click();
  await browse.locator('#auth-bearer-value').fill('adj_demo_admin');
  await browse.getByRole('button', { name: 'Apply credentials' }).click();
  await browse.getByRole('button', { name: 'Close' }).click();
  await browse
    .getByRole('button', { name: /listDeliveries/ })
    .first()
    .click();
  const operation = browse.locator('#operations-Notices-listDeliveries');
  await operation.getByRole('button', { name: 'Try it out' }).click();
  await operation.getByRole('button', { name: 'Execute' }).click();
  await operation.locator('.live-responses-table .response-col_status').filter({ hasText: '200' }).waitFor();
  if (process.env['PICTURES']) await browse.screenshot({ path: `${process.env['PICTURES']}/docs.png` });
  expect([elsewhere, faults]).toEqual([[], []]);
  await browse.close();
});

test('on a phone, by keyboard alone: sign in, past events, sign out', async () => {
  const phone = await browser.newContext({
    baseURL: server.url,
    viewport: { width: 375, height: 740 },
    colorScheme: 'dark',
    timezoneId: 'Asia/Tokyo',
  });
  const small = await phone.newPage();
  await small.goto('/login');
  await small.getByLabel('Email').focus();
  await small.keyboard.type('mina@example.org');
  await small.keyboard.press('Tab');
  await small.keyboard.type('demo-password');
  await small.keyboard.press('Enter');
  await small.waitForURL('**/activity/events');
  await small.getByText('Evening Sail').first().waitFor();
  await expectAccessible('phone-my-events', small);
  await small.goto('/activity/events?show=past');
  await small.getByRole('heading').first().waitFor();
  await expectAccessible('phone-past', small);
  await small.goto('/mailbox');
  await small.getByText('Rooftop Breakfast').first().waitFor();
  await expectAccessible('phone-mailbox', small);
  await small.goto('/activity/events');
  await small.getByRole('button', { name: 'Sign out' }).press('Enter');
  await small.waitForURL('**/login**');
  expect(await small.evaluate(`sessionStorage.getItem('adjourn.session')`)).toBeNull();
  await phone.close();
});

test('issue 10: who forgot their password sets a new one by the link of a mail, and signs in with it and a code', async () => {
  const noor = { email: 'noor@example.org', password: 'demo-password' };
  const ask = async (path: string, body: object) => {
    const answer = await fetch(`${server.url}/api/v1/account/two-factor${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect(answer.status).toBe(200);
    return (await answer.json()) as { key: string; uri: string; recovery_codes: string[] };
  };
  const { key, uri } = await ask('', noor);
  const { recovery_codes: codes } = await ask('/confirm', { ...noor, key, new_code: (URI.parse(uri) as TOTP).generate() });

  const fresh = await browser.newContext({ baseURL: server.url, locale: 'en-GB', viewport: { width: 900, height: 800 } });
  const other = await fresh.newPage();
  await other.goto('/login');
  await other.getByRole('link', { name: 'Forgotten your password?' }).click();
  await expectAccessible('password-forgotten', other);
  await other.getByLabel('Email').fill(noor.email);
  await other.getByRole('button', { name: 'Send the mail' }).click();
  await other.getByText('Look into your mailbox').waitFor();
  await other.goto('/mailbox');
  await other.getByText('A new password at Harbour Loft').first().waitFor();
  const { mails } = (await (await fetch(`${server.url}/mailbox/api/mails?to=noor`)).json()) as { mails: { id: number }[] };
  const { text } = (await (await fetch(`${server.url}/mailbox/api/mails/${mails[0]?.id}`)).json()) as { text: string };
  await other.goto(/\/password\/[\w-]+/.exec(text)?.[0] ?? '');
  await expectAccessible('password-set', other);
  await other.getByLabel('New password').fill('a-new-password');
  await other.getByRole('button', { name: 'Save the password' }).click();
  await other.getByRole('link', { name: 'Sign in' }).click();

  await other.getByLabel('Email').fill(noor.email);
  await other.getByLabel('Password', { exact: true }).fill('a-new-password');
  await other.getByRole('button', { name: 'Sign in' }).click();
  await other.getByLabel('Code').fill(codes[0] ?? '');
  await expectAccessible('sign-in-code', other);
  await other.getByRole('button', { name: 'Sign in' }).click();
  await other.waitForURL('**/activity/events');
  await fresh.close();
});
