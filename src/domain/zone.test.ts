import { expect, test } from 'vitest';
import { WINDOWS_ZONES } from './windows-zones.ts';
import { zoneOf } from './zone.ts';

test.each([
  ['europe/madrid', 'Europe/Madrid'],
  ['UTC', 'UTC'],
  ['W. Europe Standard Time', 'Europe/Berlin'],
  ['w. europe STANDARD time', 'Europe/Berlin'],
  ['Romance Standard Time', 'Europe/Paris'],
  ['Eastern Standard Time', 'America/New_York'],
  ['Tokyo Standard Time', 'Asia/Tokyo'],
  ['UTC-11', 'Etc/GMT+11'],
  ['Mars Standard Time', null],
  ['+02:00', null],
  ['', null],
  ['toString', null],
  ['constructor', null],
])('issue 9 C16: %s is %s', (name, zone) => {
  expect(zoneOf(name)).toBe(zone);
});

test('issue 9 C16: every zone of Windows is one that we know, by its name in lower case', () => {
  expect(WINDOWS_ZONES.size).toBeGreaterThan(130);
  for (const [name, zone] of WINDOWS_ZONES) expect([name, zoneOf(name), name.toLowerCase()]).toEqual([name, zone, name]);
});
