import { type Browser, chromium } from 'playwright-core';
import { findChromium } from './find-chromium.ts';

/** A headless Chromium; close it in afterAll. Nothing is downloaded: `npm test` finds or installs the browser before it starts. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = await findChromium();
  if (executablePath === undefined) throw new Error('No Chromium here: run `node scripts/ensure-chromium.ts`.');
  return chromium.launch({
    executablePath,
    args: [
      // Root, as in most containers, has no sandbox; the pages under test are our own.
      '--no-sandbox',
      '--disable-gpu',
      // /dev/shm of a container is often 64 MB, which one page can fill.
      '--disable-dev-shm-usage',
      // Nothing of the browser's own goes out.
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
