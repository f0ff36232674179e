import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { addCrowd, attemptsOf, becomes, startTestWorker, statesOf } from '../../test/harness/delivery.ts';
import { startSmtpServer } from '../../test/harness/smtp.ts';
import { openWorld, request } from '../../test/harness/world.ts';
import { cancelEvent } from '../operations/events/cancel-event.ts';
import { createConcurrency } from './concurrency.ts';

test('a burst that is refused together halves the limit once; who is refused afterwards halves it again', () => {
  const limits: number[] = [];
  const concurrency = createConcurrency(20, (limit) => limits.push(limit));
  const burst = Array.from({ length: 20 }, () => concurrency.begin());
  for (const turn of burst.slice(0, 15)) expect(turn.refused()).toEqual({ alone: false, often: false });
  expect(limits).toEqual([10]);
  burst.slice(0, 15).forEach((turn) => turn.over());
  burst.slice(15).forEach((turn) => turn.let());
  const next = concurrency.begin();
  next.refused();
  expect(limits).toEqual([10, 5]);
});

test('it rises with each mail that is let in to where it was refused, then one more with every fifty, and never above what is wanted', () => {
  const concurrency = createConcurrency(8);
  const letIn = (count: number) => {
    for (let n = 0; n < count; n += 1) {
      const turn = concurrency.begin();
      turn.let();
      turn.over();
    }
    return concurrency.limit();
  };
  const other = concurrency.begin();
  const refused = concurrency.begin();
  refused.refused();
  refused.over();
  other.over();
  expect(concurrency.limit()).toBe(4);
  expect(letIn(49)).toBe(4);
  expect(letIn(1)).toBe(5);
  expect(letIn(50)).toBe(6);
  expect(letIn(500)).toBe(8);
});

test('where nobody is let in that says nothing of how many are: it rises at once when the server is back', () => {
  const concurrency = createConcurrency(8);
  const lone = concurrency.begin();
  expect(lone.refused()).toEqual({ alone: true, often: false });
  lone.over();
  for (let n = 0; n < 4; n += 1) {
    const turn = concurrency.begin();
    turn.let();
    turn.over();
  }
  expect(concurrency.limit()).toBe(8);
});

test('as many refused in a row as there can be at once: it is time to leave the server alone', () => {
  const concurrency = createConcurrency(3);
  const turns = [concurrency.begin(), concurrency.begin(), concurrency.begin(), concurrency.begin()];
  expect(turns.slice(0, 3).map((turn) => turn.refused().often)).toEqual([false, false, true]);
});

test('issue 10: a relay that takes two connections gets two; the others cost no mail an attempt, and everybody is served without waiting', async () => {
  const world = await openWorld();
  onTestFinished(() => world.close());
  const smtp = await startSmtpServer({ mostClients: 2 });
  onTestFinished(() => smtp.close());
  const event = await addCrowd(world, 80);
  await cancelEvent(world.context, world.tenant, { id: event.id }, request);
  const worker = startTestWorker(world, smtp.url, { concurrency: 8 });
  onTestFinished(() => worker.stop());
  // The clock stands still: who was put off for seconds would never come.
  await becomes(
    () => statesOf(world, event.id),
    (found) => found['sent'] === 80,
  );
  expect(smtp.received).toHaveLength(80);
  expect((await attemptsOf(world, event.id)).filter(({ outcome }) => outcome !== 'sent')).toEqual([]);
  expect((await sql`select 1 from deliveries where setbacks > 0 or attempts > 1`.execute(world.db)).rows).toEqual([]);
  expect(worker.lines.filter(({ message }) => message.startsWith('the mail server'))).toEqual(
    expect.arrayContaining([expect.objectContaining({ level: 'info', connections: 4 })]),
  );
  expect(worker.figures().smtpConnections).toBeLessThanOrEqual(4);
});
