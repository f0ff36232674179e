import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { type Call, type Driven, type Load, makeLoad } from './driver.ts';

/** Makes a load from a process of its own. Throws when an answer was not the right one: a fast refusal is no figure. */
export async function drive(load: Load): Promise<Driven> {
  const driver = fork(join(import.meta.dirname, 'driver.ts'), { stdio: 'inherit' });
  driver.send(load);
  const [driven] = (await once(driver, 'message')) as [Driven];
  return right(driven);
}

/** Makes one call from this process; answers how many milliseconds it took. */
export async function callOnce(url: string, call: Call): Promise<number> {
  return right(await makeLoad({ url, connections: 1, calls: [call] })).p50;
}

function right(driven: Driven): Driven {
  if (driven.wrong !== null) throw new Error(`a call was answered wrongly: ${driven.wrong}`);
  return driven;
}

const ZONES = ['Europe/Madrid', 'America/New_York', 'Asia/Tokyo'];

/** Makes meeting number `n` with three attendees in three zones, through the Zyntro door. */
export function createMeeting(n: number): Call {
  const day = new Date(Date.now() + (20 + (n % 300)) * 86_400_000).toISOString().slice(0, 10);
  return json('/public/calendar/createEvent', '"event_id"', {
    api_key: 'demo-api-key',
    org_id: '11111111-1111-4111-8111-111111111111',
    member_id: '22222222-2222-4222-8222-222222222222',
    contact_id: 'a1b2c3d4-e5f6-4890-abcd-ef1234567890',
    event_data: {
      calendar_id: '3d21426f-9042-40d9-a0b2-94037f551d51',
      event_title: `Discovery Call ${n}`,
      event_description: 'About the pier, the roof and the way from one to the other.',
      event_start_time: `${day} 10:00:00`,
      event_end_time: `${day} 10:30:00`,
      event_timezone: 'Europe/London',
      attendee_data: ZONES.map((zone, index) => ({
        contact_role: index === 0 ? 'host' : 'participant',
        contact_email: `kenji+${n}.${index}@example.net`,
        contact_fname: 'Kenji',
        contact_timezone: zone,
      })),
    },
  });
}

/** Cancels a meeting through the Zyntro door, as that vendor's own page does it. */
export function cancelMeeting(publicId: string): Call {
  const body = { user_id: '32', event_id: publicId, cancel_reason: 'The roof leaks' };
  return json('/public/calendar/processCancel', '"success"', body);
}

function json(path: string, expect: string, body: unknown): Call {
  return { method: 'POST', path, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body), expect };
}

/** A call without a body. */
export function plainCall(method: string, path: string, expect: string, headers: Record<string, string> = {}): Call {
  return { method, path, headers, body: '', expect };
}
