import { expect } from 'vitest';

/** What a recipient's mailbox got: the purpose, the event's start in hours after its first one, and the old start it named. */
export type Received = { purpose: string; hours: number; formerly: number | null; sequence: number; dtstamp: number };

type Waiting = { purpose: string; hours: number; formerly: number | null; revision: number; occurrence: number; tried: boolean };
/** `certain`: what they were last told did arrive, or is being sent. */
type Seat = {
  ticketId: number;
  who: number;
  live: boolean;
  told: number | null;
  certain: boolean;
  waiting: Waiting[];
  heard: Omit<Received, 'sequence' | 'dtstamp'>[];
  resentAt: number[];
};

/**
 * The rules of who is told what (docs/architecture.md), said a second time without a database: one event, its seats, and for each
 * seat what waits to be sent and what its holder was last told.
 */
export class Model {
  readonly #ticketed: boolean;
  readonly #seats: Seat[];
  #hours = 0;
  #cancelled = false;
  #revision = 1;

  constructor(ticketed: boolean, invited: number[]) {
    this.#ticketed = ticketed;
    this.#seats = invited.map((ticketId) => this.#newSeat(ticketId, -1));
  }

  move(hours: number): string {
    if (this.#cancelled) return 'already_cancelled';
    if (hours === this.#hours) return 'unchanged';
    this.#hours = hours;
    this.#revision += 1;
    for (const seat of this.#live()) {
      this.#void(seat);
      if (seat.told === null) this.#await(seat, this.#first(), null);
      else if (seat.told !== hours || !seat.certain) this.#await(seat, 'moved', seat.told);
    }
    return 'rescheduled';
  }

  cancel(): string {
    if (this.#cancelled) return 'already_cancelled';
    this.#cancelled = true;
    this.#revision += 1;
    for (const seat of this.#live()) {
      this.#void(seat);
      if (seat.told !== null) this.#await(seat, 'event_cancelled', null);
    }
    return 'cancelled';
  }

  buy(who: number, ticketId: number | null): string {
    if (!this.#ticketed && this.#live().some((seat) => seat.who === who)) return 'attends_already';
    if (this.#cancelled) return 'event_cancelled';
    this.#revision += 1;
    this.#seats.push(this.#newSeat(ticketId ?? -1, who));
    return 'issued';
  }

  giveBack(seat: Seat): string {
    if (!seat.live || this.#cancelled) return 'already_cancelled';
    this.#revision += 1;
    seat.live = false;
    this.#void(seat);
    if (seat.told !== null) this.#await(seat, 'ticket_cancelled', null);
    return 'cancelled';
  }

  resend(seat: Seat, nowMs: number): string {
    if (!seat.live || this.#cancelled) return 'cancelled';
    const recent = seat.resentAt.filter((at) => at > nowMs - 3_600_000);
    if (recent.length >= 5) return 'sent_too_often';
    seat.resentAt.push(nowMs);
    this.#void(seat);
    // The new one says the same sooner than the retry would.
    seat.waiting = seat.waiting.filter((one) => !one.tried);
    this.#await(seat, this.#first(), null, seat.resentAt.length);
    return 'planned';
  }

  /** A waiting notice was handed over, and this is how that ended. */
  handedOver(which: { ticketId: number; revision: number; occurrence: number }, ends: 'sent' | 'lost' | 'deferred'): void {
    const seat = this.#seats.find((one) => one.ticketId === which.ticketId);
    const index = seat?.waiting.findIndex((one) => one.revision === which.revision && one.occurrence === which.occurrence) ?? -1;
    const notice = seat?.waiting[index];
    if (!seat || !notice) throw new Error(`nothing like this was waiting: ${JSON.stringify(which)}`);
    if (index > 0) throw new Error('an older notice was waiting');
    if (ends !== 'deferred') Object.assign(seat, { told: notice.hours, certain: ends === 'sent' });
    notice.tried = true;
    // What failed is not tried again when something later waits for the same person.
    if (ends !== 'sent' && seat.waiting.length === 1) return;
    seat.waiting.splice(index, 1);
    if (ends !== 'sent') return;
    seat.heard.push({ purpose: notice.purpose, hours: notice.hours, formerly: notice.formerly });
  }

  boughtSeat(index: number): Seat | undefined {
    const bought = this.#seats.filter((seat) => seat.who >= 0);
    return bought.length === 0 ? undefined : bought[index % bought.length];
  }

  waiting(): boolean {
    return this.#seats.some((seat) => seat.waiting.length > 0);
  }

  /** Seats whose holders do not know the latest yet, and all of them: what promise 6 adds up. */
  reach(): { seats: number; unreached: number[] } {
    return { seats: this.#seats.length, unreached: this.#seats.filter((seat) => seat.waiting.length > 0).map((seat) => seat.ticketId) };
  }

  /** What the seat's mailbox must hold; numbers are the database's to choose. */
  heard(ticketId: number): unknown[] {
    return (this.#seats.find((seat) => seat.ticketId === ticketId)?.heard ?? []).map((one) => ({
      ...one,
      sequence: expect.any(Number),
      dtstamp: expect.any(Number),
    }));
  }

  stateOf(ticketId: number): { live: boolean; hours: number } {
    const seat = this.#seats.find((one) => one.ticketId === ticketId);
    return { live: seat?.live === true && !this.#cancelled, hours: this.#hours };
  }

  #newSeat(ticketId: number, who: number): Seat {
    const seat: Seat = { ticketId, who, live: true, told: null, certain: true, waiting: [], heard: [], resentAt: [] };
    this.#await(seat, this.#first(), null);
    return seat;
  }

  #first(): string {
    return this.#ticketed ? 'ticket' : 'invitation';
  }

  #live(): Seat[] {
    return this.#seats.filter((seat) => seat.live);
  }

  /** Older notices that wait are voided by a newer revision. */
  #void(seat: Seat): void {
    seat.waiting = seat.waiting.filter((one) => one.revision >= this.#revision);
  }

  #await(seat: Seat, purpose: string, formerly: number | null, occurrence = 0): void {
    seat.waiting.push({ purpose, hours: this.#hours, formerly, revision: this.#revision, occurrence, tried: false });
  }
}
