import { afterAll, beforeEach, expect, test } from 'vitest';
import { type World, openWorld } from '../../../test/harness/world.ts';
import { type BroughtIdentity, type IdentityOutcome, settleIdentity } from './settle-identity.ts';

let world: World | undefined;
beforeEach(async () => {
  await world?.close();
  world = await openWorld();
});
afterAll(() => world?.close());

const HERE = 'https://events.example.org';

async function settle(part: BroughtIdentity['part'], given: Partial<BroughtIdentity> = {}): Promise<IdentityOutcome> {
  const brought = { secretKeys: ['first'], publicUrl: undefined, address: 'http://127.0.0.1:3000', part, takes: false, ...given } as const;
  return await settleIdentity(world!.context, brought);
}

test('issue 9 E30: a process with another SECRET_KEY is refused, whatever it is, and changes nothing', async () => {
  await settle('server');
  for (const part of ['server', 'worker', 'command'] as const)
    expect(await settle(part, { secretKeys: ['second'] })).toEqual({ outcome: 'other_key' });
  expect(await settle('worker')).toEqual({ outcome: 'settled', publicUrl: 'http://127.0.0.1:3000' });
});

test('a key is changed by naming the one before; who has not heard of it is refused from then on', async () => {
  await settle('server');
  expect(await settle('server', { secretKeys: ['second', 'first'] })).toMatchObject({ outcome: 'settled' });
  expect(await settle('worker')).toEqual({ outcome: 'other_key' });
  expect(await settle('worker', { secretKeys: ['second'] })).toMatchObject({ outcome: 'settled' });
});

test('issue 9 E30: a worker without PUBLIC_URL links where the server does; with another it is refused', async () => {
  await settle('server', { publicUrl: HERE });
  expect(await settle('worker')).toEqual({ outcome: 'settled', publicUrl: HERE });
  expect(await settle('worker', { publicUrl: HERE })).toEqual({ outcome: 'settled', publicUrl: HERE });
  expect(await settle('worker', { publicUrl: 'https://elsewhere.example.org' })).toEqual({ outcome: 'other_url', recorded: HERE });
});

test('two servers link to one place, unless neither was told where', async () => {
  await settle('server');
  expect(await settle('server', { address: 'http://127.0.0.1:3001' })).toEqual({ outcome: 'settled', publicUrl: 'http://127.0.0.1:3001' });
  await settle('server', { publicUrl: HERE });
  expect(await settle('server')).toEqual({ outcome: 'other_url', recorded: HERE });
  expect(await settle('server', { publicUrl: 'https://elsewhere.example.org' })).toEqual({ outcome: 'other_url', recorded: HERE });
});

test('what is taken deliberately counts, and a command moves nothing else', async () => {
  await settle('server', { publicUrl: HERE });
  expect(await settle('command', { address: null })).toEqual({ outcome: 'settled', publicUrl: HERE });
  const moved = { secretKeys: ['second'], publicUrl: 'https://elsewhere.example.org' } as const;
  expect(await settle('command', { ...moved, takes: true })).toEqual({ outcome: 'settled', publicUrl: moved.publicUrl });
  expect([await settle('server', moved), await settle('server', { publicUrl: HERE })]).toMatchObject([
    { outcome: 'settled' },
    { outcome: 'other_key' },
  ]);
});
