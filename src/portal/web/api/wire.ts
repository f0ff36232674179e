/** The fields these pages read from the customer API (nexudus.md §3.1, §3.4, §4, §5, §7.1), in its own spelling. */

/** `StartDate`/`EndDate`: wall clock where the event is, no suffix. `…Utc`: the same instants in UTC. */
export type EventTimes = { StartDate: string; EndDate: string; StartDateUtc: string; EndDateUtc: string };

export type CalendarEvent = EventTimes & {
  Id: number;
  Name: string;
  Location?: string | null;
  VenueAddress?: string | null;
  /** Not the vendor's, who shows no cancelled event: set where `/portal` answered. */
  Cancelled?: boolean;
  /** Not the vendor's: the canceller's own words, plain text. */
  CancelReason?: string | null;
};

export type EventTicket = {
  Id: number;
  AttendeeCode: string;
  FullName: string;
  Email: string;
  CalendarEvent: CalendarEvent;
  EventProductName?: string | null;
  EventProductPrice?: number | null;
};

export type ApiListResult<T> = { Records: T[]; PageNumber: number; TotalItems: number; HasNextPage: boolean };

export type TicketType = {
  Id: number;
  Name: string;
  Description?: string | null;
  Price: number;
  PriceFormatted?: string | null;
  SoldOut?: boolean;
  /** On sale now, with seats left. */
  IsAvailableNow?: boolean;
};

export type EventComment = {
  Id: number;
  Text?: string | null;
  Rating?: number | null;
  Published: boolean;
  PostedBy?: string | null;
  CreatedOnUtc: string;
};

export type EventDetail = {
  Event: CalendarEvent & {
    ShortDescription?: string | null;
    LongDescription?: string | null;
    HostFullName?: string | null;
    SoldOut?: boolean;
    /** Seats offered; null or absent where there is no limit. */
    Allocation?: number | null;
    EnableWaitList?: boolean;
    EventProducts?: TicketType[];
    Comments?: EventComment[];
  };
  AttendeeCount: number;
  Categories?: { Id: number; Title: string }[];
  RelatedEvents?: CalendarEvent[];
};

/** `GET /portal/events/{id}`, our own: how an event stands, also where it is off, and what of it is the reader's. */
export type Standing = {
  Event: CalendarEvent & { ShortDescription: string; HostFullName: string };
  /** When it was to be before its latest move. */
  Was: EventTimes | null;
  /** Every ticket the reader has or had of it. */
  Tickets: { Id: number; AttendeeCode: string; FullName: string; Held: boolean }[];
};

/** A ticket that lets nobody in any more: it was given back, or its event is off. */
export type LostTicket = {
  Id: number;
  AttendeeCode: string;
  FullName: string;
  EventProductName: string | null;
  CalendarEvent: CalendarEvent;
};

/** `GET /portal/my/changes`, our own: `Moved` is of the events that the reader's tickets are for, and comes with the first page. */
export type MyChanges = { Lost: LostTicket[]; HasNextPage: boolean; Moved: { EventId: number; Was: EventTimes }[] };

export type ListedEvent = CalendarEvent & { ShortDescription?: string | null; SoldOut?: boolean; EnableWaitList?: boolean };

/** `GET /api/public/events` (nexudus.md §4.1). */
export type EventList = { Categories: { Id: number; Title: string }[]; CalendarEvents: ApiListResult<ListedEvent> };

export type Profiles = {
  User: { Id: number; FullName: string; Email: string };
  DefaultBusiness?: { Id: number; Name: string } | null;
};

/** `expires_in` in seconds. */
export type TokenGrant = { access_token: string; expires_in: number };

/** `GET /portal/settings.json`, our own: what a page must know before anybody has signed in. */
export type PortalSettings = {
  tenantName: string;
  /** IANA name of the tenant's zone. */
  zone?: string;
  /** The demo people exist here, and their passwords may be shown. */
  demo: boolean;
  /** The development mailbox is open. */
  mailbox: boolean;
  /** There is a list of public events; and a feed of them that calendars subscribe to. */
  events?: boolean;
  feed?: boolean;
  /** False where the holder of a cancelled ticket is not mailed; absent means mailed. */
  cancelMail?: boolean;
};
