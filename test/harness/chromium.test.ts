import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { openBrowser } from './chromium.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test('the browser runs pages and their scripts', async () => {
  const page = await browser.newPage();
  await page.setContent('<button onclick="this.textContent = Temporal.ZonedDateTime.name">Tell</button>');
  await page.getByRole('button').click();
  expect(await page.getByRole('button').textContent()).toBe('ZonedDateTime');
});
