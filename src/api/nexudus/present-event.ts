import type { Circle } from '../../domain/events/circle.ts';
import {
  type Category,
  type PublicEvent,
  type Sale,
  type TicketType,
  isSoldOut,
  saleOf,
  seatsLeft,
} from '../../domain/events/public-event.ts';
import { type Tenant, settingsOf } from '../../domain/tenants/tenant.ts';
import type { PublicEventPage } from '../../operations/events/find-public-event.ts';
import type { CalendarEntry } from '../../operations/events/list-public-calendar.ts';
import { kept } from '../http/kept.ts';
import { currencyNamesIn, momentFormat } from './formats.ts';
import { formatPrice, local, presentBusiness, utc } from './present.ts';

/** `GET /api/public/events/{id}` (nexudus.md §4.2): one event with what stands around it. */
export function presentEventPage({ event, comments, related, attendees }: PublicEventPage, tenant: Tenant, now: Temporal.Instant) {
  return {
    Event: {
      ...presentEvent(event, tenant, now),
      Comments: comments.map((comment) => ({
        Id: comment.id,
        Text: comment.body,
        Rating: comment.rating,
        Published: true,
        PostedBy: comment.postedBy,
        CreatedOn: local(comment.createdAt, tenant),
        CreatedOnUtc: utc(comment.createdAt),
      })),
    },
    AttendeeCount: event.liveTickets,
    Attendees: attendees.map((customer) => ({ Id: customer.id, FullName: customer.fullName })),
    Categories: presentCategories(event.categories),
    RelatedEvents: related.map((other) => presentEvent(other, tenant, now)),
    Comment: null,
  };
}

/** `CalendarEvent` (nexudus.md §4.1; choice 20). The vendor's misspelt `Chepeast` is the wire's. */
export function presentEvent(event: PublicEvent, tenant: Tenant, now: Temporal.Instant) {
  // The sales are all of it that depends on the moment.
  return eventOnSale(event, tenant, event.ticketTypes.map((type) => saleOf(event, type, now)).join());
}

const eventOnSale = kept((event: PublicEvent, tenant: Tenant, sales: string) => {
  const saleOfType = sales.split(',') as Sale[];
  const types = event.ticketTypes.flatMap((type, index) =>
    type.visible ? [typeOnSale(type, event, tenant, saleOfType[index] ?? 'over')] : [],
  );
  const byPrice = types.toSorted((one, other) => one.Price - other.Price);
  const [cheapest, dearest] = [byPrice[0], byPrice.at(-1)];
  const startDate = local(event.startsAt, tenant);
  // An end at midnight belongs to the day before.
  const lastMoment = local(event.endsAt.subtract({ nanoseconds: 1 }), tenant);
  return {
    Id: event.id,
    UniqueId: event.publicId,
    Name: event.title,
    ShortDescription: event.shortDescription,
    LongDescription: htmlOf(event.description),
    HostFullName: event.organizerName,
    Location: event.location,
    VenueAddress: event.venueAddress,
    WebAddress: null,
    FacebookPage: null,
    StartDate: startDate,
    EndDate: local(event.endsAt, tenant),
    StartDateUtc: utc(event.startsAt),
    EndDateUtc: utc(event.endsAt),
    MultipleDays: startDate.slice(0, 10) !== lastMoment.slice(0, 10),
    PublishDate: local(event.publishedAt, tenant),
    PublishDateUtc: utc(event.publishedAt),
    HasTickets: types.length > 0,
    SoldOut: isSoldOut(event),
    ChepeastPrice: cheapest?.Price ?? 0,
    MostExpensivePrice: dearest?.Price ?? 0,
    ChepeastProduct: cheapest ?? null,
    MostExpensiveProduct: dearest ?? null,
    EventProducts: types,
    TicketsPage: null,
    HasCustomTicketsPage: false,
    Allocation: event.capacity,
    ShowInHomePage: event.showInHomePage,
    HasLargeImage: event.hasLargeImage,
    Business: presentBusiness(tenant),
    EnableWaitList: event.waitlistEnabled,
    AllowComments: event.allowComments,
    EventCategories: presentCategories(event.categories),
    ShowEventAttendees: event.showAttendees,
    ...presentCircle(event),
  };
});

/** `EventProduct`, a ticket type (nexudus.md §4.3). `TicketsLeft` and `Quantity` are null where nothing limits them. */
export function presentTicketType(event: PublicEvent, type: TicketType, tenant: Tenant, now: Temporal.Instant) {
  return typeOnSale(type, event, tenant, saleOf(event, type, now));
}

const typeOnSale = kept((type: TicketType, event: PublicEvent, tenant: Tenant, sale: Sale) => {
  const left = seatsLeft(event, type);
  return {
    Id: type.id,
    Name: type.name,
    Description: type.description,
    Price: Number(type.price),
    PriceCurrencyCode: type.currency,
    PriceFormatted: formatPrice(type.price, type.currency, tenant),
    Currency: { Code: type.currency, Name: currencyNamesIn(tenant.locale).of(type.currency) ?? type.currency },
    IsAvailableNow: sale === 'open' && left !== 0,
    SoldOut: left === 0,
    TicketsLeft: left,
    LastFew: left !== null && left > 0 && left <= settingsOf(tenant).lastFewSeats,
    MaxTicketsPerAttendee: type.maxPerAttendee,
    Quantity: type.capacity,
    StartDate: local(type.saleStartsAt, tenant),
    EndDate: local(type.saleEndsAt, tenant),
    StartDateFormatted: inWords(type.saleStartsAt, tenant),
    EndDateFormatted: inWords(type.saleEndsAt, tenant),
    Expired: sale === 'over',
    Future: sale === 'ahead',
    DisplayOrder: type.displayOrder,
    ...presentCircle(type),
    CreatedOn: local(type.createdAt, tenant),
    CreatedOnUtc: utc(type.createdAt),
    UpdatedOn: local(type.updatedAt, tenant),
    UpdatedOnUtc: utc(type.updatedAt),
  };
});

function presentCircle({ openTo }: { openTo: Circle }) {
  return { OnlyForMembers: openTo === 'members', OnlyForContacts: openTo === 'contacts' };
}

export function presentCategories(categories: Category[]) {
  return categories.map(({ id, title }) => ({ Id: id, Title: title }));
}

function inWords(instant: Temporal.Instant | null, tenant: Tenant): string | null {
  return instant && momentFormat(tenant.locale, tenant.zone).format(instant);
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** `LongDescription` is HTML on this wire and plain text with us: what somebody typed must stay text. */
function htmlOf(text: string): string {
  const escaped = text
    .trim()
    .replace(/\r\n?/g, '\n')
    .replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
  if (escaped === '') return '';
  return escaped
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${paragraph.replaceAll('\n', '<br />')}</p>`)
    .join('');
}

/** An entry of the calendar (nexudus.md §4.4): times are wall clock at the location, which is what `ignoreTimezone` says. */
export function presentCalendarEntry(event: CalendarEntry, tenant: Tenant) {
  return {
    id: String(event.id),
    title: event.title,
    start: local(event.startsAt, tenant),
    end: local(event.endsAt, tenant),
    allDay: false,
    shortDescription: event.shortDescription,
    businessName: tenant.name,
    location: event.location,
    venueAddress: event.venueAddress,
    ticketsPage: null,
    webAddress: null,
    url: `/events/${event.id}`,
    event: true,
    editable: false,
    ignoreTimezone: true,
    resourceId: '',
    resourceName: '',
  };
}
