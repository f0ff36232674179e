import { seededRandom } from './harness/random.ts';

/** What must be so, said without a database. Times in hours after FIRST. */
export type Model = {
  kind: 'meeting' | 'ticketed';
  id: number;
  publicId: string;
  typeId: number;
  title: string;
  place: string | null;
  hours: number;
  minutes: number;
  cancelled: boolean;
  note: string | null;
  /** Addresses, of a meeting. */
  people: Set<string>;
  /** Live tickets by customer, of a ticketed event. */
  tickets: [number[], number[]];
};

export const FIRST = Temporal.Instant.from('2031-03-03T09:00:00Z');
export const startOf = ({ hours }: Model) => FIRST.add({ hours });
export const endOf = (event: Model) => startOf(event).add({ minutes: event.minutes });

/** As MeetBit writes an instant. */
export const text = (instant: Temporal.Instant) => instant.toString({ smallestUnit: 'second' });

/** As Zyntro writes one. */
export const wire = (instant: Temporal.Instant) => text(instant).replace('T', ' ').replace('Z', '');

/** A stream of choices that is the seed's alone. */
export function chooser(seed: string) {
  const random = seededRandom(seed);
  return (below: number): number => new DataView(random.bytes(4).buffer).getUint32(0) % below;
}
export type Choose = ReturnType<typeof chooser>;

export type Shown = {
  id: number;
  title: string;
  start: string;
  end: string;
  location: string | null;
  cancel_note: string | null;
  deleted_at: string | null;
  attendees: { email: string }[];
};

export function shownByMeetbit({ id, title, start, end, location, cancel_note, deleted_at, attendees }: Shown) {
  return {
    id,
    title,
    start,
    end,
    location,
    cancel_note,
    deleted: deleted_at !== null,
    attendees: attendees.map(({ email }) => email).toSorted(),
  };
}

export function expectedByMeetbit(event: Model) {
  const holders = [...event.tickets[0].map(() => 'mina@example.org'), ...event.tickets[1].map(() => 'noor@example.org')];
  const attendees = (event.kind === 'meeting' ? [...event.people] : holders).toSorted();
  return {
    id: event.id,
    title: event.title,
    start: text(startOf(event)),
    end: text(endOf(event)),
    location: event.place,
    cancel_note: event.note,
    deleted: event.cancelled,
    attendees,
  };
}
