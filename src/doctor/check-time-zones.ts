import type { Examined } from '../domain/finding.ts';
import { notesOf } from './notes.ts';

export const TIME_ZONE_FINDINGS = {
  time_zones_old: {
    severity: 'fault',
    mend: 'Install the Node.js of the lock file (`npm ci`): mails would show times by rules that have changed.',
  },
} as const;

/** Rules that changed lately, each with the offset that counts since: tzdata 2024a (Kazakhstan), 2025a (Paraguay). */
const RULES = [
  { zone: 'Asia/Almaty', at: '2024-06-01T00:00:00Z', offset: '+05:00' },
  { zone: 'America/Asuncion', at: '2025-07-01T00:00:00Z', offset: '-03:00' },
];

/** The time zones that mails and pages are written by. `offsetAt` is Temporal's unless a test has another. */
export function checkTimeZones(
  offsetAt = (zone: string, at: string) => Temporal.Instant.from(at).toZonedDateTimeISO(zone).offset,
  version = process.versions.tz ?? 'unknown',
): Examined {
  const { fact, found, done } = notesOf('time zones', TIME_ZONE_FINDINGS);
  fact('version', version);
  const wrong = RULES.filter(({ zone, at, offset }) => offsetAt(zone, at) !== offset).map(({ zone }) => zone);
  if (wrong.length > 0) found('time_zones_old', `The time zones are those of ${version}; out of date: ${wrong.join(', ')}.`);
  return done();
}
