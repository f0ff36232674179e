import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { assets } from './assets.ts';

test('issue 9 A4: assets come from memory, so that no client that is slow to read holds a file open', async () => {
  const root = mkdtempSync(join(tmpdir(), 'adjourn-assets-'));
  mkdirSync(join(root, 'assets'));
  writeFileSync(join(root, 'assets/index-4711.css'), 'main { color: teal }');
  const app = assets(root);
  rmSync(root, { recursive: true });
  const answer = await app.request('/assets/index-4711.css');
  expect(await answer.text()).toBe('main { color: teal }');
  expect(answer.headers.get('content-type')).toMatch(/^text\/css/);
  expect((await app.request('/assets/index-4712.css')).status).toBe(404);
});

test('without a build there are none', async () => {
  expect((await assets('/nowhere').request('/assets/index-4711.css')).status).toBe(404);
});
