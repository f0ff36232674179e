import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type TestDatabase, openTestDatabase } from '../../test/harness/database.ts';
import { createWaker, listenForWakes } from './wakes.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(async () => {
  await database.close();
});

test('a burst of wake-ups arrives as one, on a connection that listens', async () => {
  const onWake = vi.fn<() => void>();
  const listener = listenForWakes(database.connectionString, onWake);
  await vi.waitFor(() => expect(onWake).toHaveBeenCalledTimes(1));
  const waker = createWaker(database.db);
  for (let n = 0; n < 100; n += 1) waker.wake();
  await vi.waitFor(() => expect(onWake).toHaveBeenCalledTimes(2));
  waker.wake();
  await vi.waitFor(() => expect(onWake).toHaveBeenCalledTimes(3));
  await listener.close();
});

test('a listener whose connection breaks comes back and looks for what it missed', async () => {
  const onWake = vi.fn<() => void>();
  const listener = listenForWakes(database.connectionString, onWake);
  await vi.waitFor(() => expect(onWake).toHaveBeenCalledTimes(1));
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'adjourn listen'
    and datname = current_database()`.execute(database.db);
  await vi.waitFor(() => expect(onWake).toHaveBeenCalledTimes(2), 5_000);
  await listener.close();
});

test('a database that is away makes neither a listener nor a waker fail', async () => {
  const nowhere = 'postgres://postgres@127.0.0.1:1/none';
  const listener = listenForWakes(nowhere, () => expect.unreachable());
  createWaker(database.db).wake();
  await listener.close();
});
