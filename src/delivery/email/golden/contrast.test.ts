import { readFileSync } from 'node:fs';
import { simpleParser } from 'mailparser';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../../../../test/harness/chromium.ts';
import { lowContrasts } from '../../../../test/harness/contrast.ts';
import { PLAIN_VECTORS, VECTORS } from './vectors.ts';

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
  page = await browser.newPage({ viewport: { width: 700, height: 900 } });
});
afterAll(() => browser?.close());

/** As Outlook for Windows draws a mail: of backgrounds it honours the attribute of a cell and nothing of the styles, and it knows no style of another element's class. */
const OUTLOOK = `(() => {
  for (const sheet of document.querySelectorAll('style')) sheet.remove();
  for (const styled of document.querySelectorAll('[style]')) {
    styled.style.removeProperty('background');
    styled.style.removeProperty('background-color');
  }
})()`;

test.each(Object.keys({ ...VECTORS, ...PLAIN_VECTORS }))('issue 9 E27: %s can be read in light, in dark, and in Outlook for Windows', async (name) => {
  const { html } = await simpleParser(readFileSync(`${import.meta.dirname}/${name}.eml`));
  if (html === false) throw new Error('there is no HTML');
  const found: Record<string, string[]> = {};
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setContent(html);
    found[colorScheme] = await lowContrasts(page);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.evaluate(OUTLOOK);
  found['outlook'] = await lowContrasts(page);
  expect(found).toEqual({ light: [], dark: [], outlook: [] });
});
