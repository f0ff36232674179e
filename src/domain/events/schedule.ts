export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** Wall clock, HH:MM; "24:00" is the end of the day. */
export type OpenBlock = { start: string; end: string };

/** When people can be booked. Blocks are on the clocks of the calendar that is asked about. */
export type Schedule = {
  id: string;
  openBlocks: Partial<Record<Weekday, OpenBlock[]>>;
  slotMinutes: number;
  gapMinutes: number;
  /** Slots offered of one day at most; null: all of them. */
  maxPerDay: number | null;
};

/** When a calendar can be booked in a week, without the id under which other doors name it. */
export type WeeklySchedule = Omit<Schedule, 'id'>;

/** The day whose blocks cannot be kept, null where all can: each begins before it ends, and no two of a day overlap. */
export function badDayOf({ openBlocks }: Pick<Schedule, 'openBlocks'>): Weekday | null {
  return (
    WEEKDAYS.find((day) => {
      const blocks = (openBlocks[day] ?? []).toSorted((one, other) => (one.start < other.start ? -1 : 1));
      return blocks.some(({ start, end }, index) => start >= end || start < (blocks[index - 1]?.end ?? ''));
    }) ?? null
  );
}

export type Slot = { startsAt: Temporal.Instant; endsAt: Temporal.Instant };

export type SlotQuery = {
  /** IANA zone of the calendar. */
  zone: string;
  from: Temporal.Instant;
  /** Calendar days of the zone, counted from `from`. */
  days: number;
  /** free: what can be booked; busy: the slots of the schedule that are taken. */
  mode: 'free' | 'busy';
};

/**
 * The slots of a schedule that begin in a stretch of days, by time: those that no busy interval touches, at most `maxPerDay` of a day, or those that
 * one does. A slot lasts as long as it says on days when clocks change, too: blocks begin and end by the wall clock, what is between is elapsed time.
 */
export function slotsOf(schedule: Schedule, busy: Slot[], { zone, from, days, mode }: SlotQuery): Slot[] {
  const first = from.toZonedDateTimeISO(zone);
  const until = first.add({ days }).toInstant();
  const slots: Slot[] = [];
  // A block may begin the day before and reach over midnight nowhere: it ends with its day.
  for (let date = first.toPlainDate(); ; date = date.add({ days: 1 })) {
    if (Temporal.Instant.compare(date.toZonedDateTime(zone).toInstant(), until) >= 0) return slots;
    const ofDay = slotsOfDay(schedule, date, zone).filter(
      ({ startsAt }) => Temporal.Instant.compare(startsAt, from) >= 0 && Temporal.Instant.compare(startsAt, until) < 0,
    );
    const isTaken = (slot: Slot) => busy.some((one) => overlap(one, slot));
    if (mode === 'busy') slots.push(...ofDay.filter(isTaken));
    else slots.push(...ofDay.filter((slot) => !isTaken(slot)).slice(0, schedule.maxPerDay ?? undefined));
  }
}

function slotsOfDay({ openBlocks, slotMinutes, gapMinutes }: Schedule, date: Temporal.PlainDate, zone: string): Slot[] {
  const weekday = WEEKDAYS[date.dayOfWeek - 1];
  const blocks = (weekday && openBlocks[weekday]) ?? [];
  return blocks
    .flatMap(({ start, end }) => {
      const closes = at(date, end, zone);
      const slots: Slot[] = [];
      for (let startsAt = at(date, start, zone); ; startsAt = startsAt.add({ minutes: slotMinutes + gapMinutes })) {
        const endsAt = startsAt.add({ minutes: slotMinutes });
        if (Temporal.Instant.compare(endsAt, closes) > 0) return slots;
        slots.push({ startsAt, endsAt });
      }
    })
    .toSorted((one, other) => Temporal.Instant.compare(one.startsAt, other.startsAt));
}

/** A wall time of a day; in a gap of the zone it moves on by the gap, in an overlap the earlier instant is meant. */
function at(date: Temporal.PlainDate, clock: string, zone: string): Temporal.Instant {
  if (clock === '24:00') return date.add({ days: 1 }).toZonedDateTime(zone).toInstant();
  return date.toZonedDateTime({ timeZone: zone, plainTime: clock }).toInstant();
}

function overlap(one: Slot, other: Slot): boolean {
  return Temporal.Instant.compare(one.startsAt, other.endsAt) < 0 && Temporal.Instant.compare(one.endsAt, other.startsAt) > 0;
}
