import { simpleParser } from 'mailparser';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type TestWorker, becomes, startTestWorker, statesOf } from '../../test/harness/delivery.ts';
import { seededRandom } from '../../test/harness/random.ts';
import { type Behaviour, type ReceivedMail, type SmtpServer, startSmtpServer } from '../../test/harness/smtp.ts';
import { type World, addEvent, openWorld, request } from '../../test/harness/world.ts';
import { cancelEvent } from '../operations/events/cancel-event.ts';
import { rescheduleEvent } from '../operations/events/reschedule-event.ts';

let world: World;
let smtp: SmtpServer;
let workers: TestWorker[];

beforeEach(async () => {
  world = await openWorld();
  smtp = await startSmtpServer();
  workers = [];
});
afterEach(async () => {
  await Promise.all(workers.map((worker) => worker.stop()));
  await smtp.close();
  await world.close();
});

const move = async (id: number, hours: number) => {
  const startsAt = world.clock.now().add({ hours });
  await rescheduleEvent(world.context, world.tenant, { id }, { startsAt, endsAt: startsAt.add({ hours: 1 }) }, request);
};
const cancel = async (id: number) => await cancelEvent(world.context, world.tenant, { id }, request);

/** What a mail says to a calendar. */
async function itipOf(mail: ReceivedMail): Promise<{ key: string; sequence: number; method: string }> {
  const parsed = await simpleParser(mail.raw);
  const text = parsed.attachments[0]?.content.toString().replace(/\r\n[ \t]/g, '') ?? '';
  const value = (name: string) => new RegExp(`^${name}:(.*)\r$`, 'm').exec(text)?.[1] ?? '';
  return { key: `${value('UID')} ${mail.to[0]}`, sequence: Number(value('SEQUENCE')), method: value('METHOD') };
}

/** A server that fails at any stage, as the seed says. */
function unruly(seed: string): Behaviour {
  const random = seededRandom(seed);
  return ({ stage }) => {
    const die = random.bytes(1)[0]!;
    if (stage === 'rcpt' && die < 50) return { code: 451, text: '4.7.1 later' };
    if (stage === 'reply' && die < 30) return 'keep-and-drop';
    if (stage === 'reply' && die < 50) return 'drop';
    if (stage === 'reply' && die < 80) return { code: 452, text: '4.3.1 full' };
    return 'accept';
  };
}

test.each(['one', 'two', 'three'])(
  'nobody hears an older state after a newer one, and nothing after a cancel: two workers, an unruly server, seed %s',
  async (seed) => {
    smtp.behave(unruly(seed));
    workers = [startTestWorker(world, smtp.url), startTestWorker(world, smtp.url)];
    const wake = () => workers.forEach((worker) => worker.wake());
    const ids: number[] = [];
    for (let n = 0; n < 6; n += 1) ids.push((await addEvent(world)).id);
    for (const round of [1, 2, 3]) {
      for (const id of ids) {
        wake();
        await move(id, 48 + round);
        world.clock.advance({ seconds: 3 });
      }
    }
    await Promise.all(ids.map(cancel));
    for (const id of ids) {
      await becomes(
        async () => {
          world.clock.advance({ minutes: 10 });
          wake();
          return await statesOf(world, id);
        },
        (states) => !states['queued'] && !states['sending'] && !states['awaiting_retry'],
      );
    }
    const heard = Map.groupBy(await Promise.all(smtp.received.map(itipOf)), (one) => one.key);
    expect(heard.size).toBeGreaterThan(0);
    for (const [key, said] of heard) {
      const numbers = said.map((one) => one.sequence);
      expect({ key, numbers }).toEqual({ key, numbers: numbers.toSorted((a, b) => a - b) });
      expect({ key, last: said.at(-1)?.method }).toEqual({ key, last: 'CANCEL' });
    }
  },
);

test('a cancel is held while the invitation stalls at the server, and goes when that has ended', async () => {
  let stall = true;
  smtp.behave(({ stage }) => (stage === 'reply' && stall ? 'stall' : 'accept'));
  const event = await addEvent(world);
  workers = [startTestWorker(world, smtp.url), startTestWorker(world, smtp.url)];
  await smtp.reached('reply', 3);
  stall = false;
  await cancel(event.id);
  for (const worker of workers) worker.wake();
  const single = await addEvent(world);
  for (const worker of workers) worker.wake();
  await becomes(
    () => statesOf(world, single.id),
    (states) => states['sent'] === 3,
  );
  expect(await statesOf(world, event.id)).toEqual({ queued: 3, sending: 3 });
  smtp.dropAll();
  await becomes(
    () => statesOf(world, event.id),
    (states) => states['sent'] === 3,
  );
  expect(await statesOf(world, event.id)).toEqual({ aborted: 3, sent: 3 });
  const methods = (await Promise.all(smtp.received.map(itipOf))).map((one) => one.method);
  expect(methods.slice(-3)).toEqual(['CANCEL', 'CANCEL', 'CANCEL']);
});
