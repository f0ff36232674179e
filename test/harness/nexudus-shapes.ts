import { z } from 'zod';
import { addressOf } from '../../src/domain/people/address.ts';

/** In UTC, with Z, in whole seconds (nexudus.md §10; §11, choice 19). */
const utc = z.iso.datetime({ precision: 0 });
/** Wall clock at the location: the same without a suffix. */
const local = z.string().refine((text) => utc.safeParse(`${text}Z`).success, 'no wall clock time without a suffix');
const id = z.int().positive();
const count = z.int().nonnegative();
const price = z.number().nonnegative();
const text = z.string();
const address = text.refine((given) => addressOf(given) !== null, 'Invalid email address');
const flag = z.boolean();
const currencies = new Set(Intl.supportedValuesOf('currency'));
const currency = text.refine((code) => currencies.has(code), 'no currency of ISO 4217');

type Fields = Record<string, z.ZodType>;

/** The answers to what `_shape` or `_depth` can cut, their objects made by `object` (nexudus.md §3.4, §4, §5 and §7.1). */
function shapesOf(object: (fields: Fields) => z.ZodType) {
  const written = { CreatedOn: local, CreatedOnUtc: utc };
  const changed = { ...written, UpdatedOn: local, UpdatedOnUtc: utc };
  const circle = { OnlyForMembers: flag, OnlyForContacts: flag };
  const business = { Id: id, Name: text };
  const category = object({ Id: id, Title: text });

  // Null where nothing limits the seats or the sale: ours, the pages do not say (README.md).
  const limits = {
    TicketsLeft: count.nullable(),
    Quantity: count.nullable(),
    StartDate: local.nullable(),
    EndDate: local.nullable(),
    StartDateFormatted: text.nullable(),
    EndDateFormatted: text.nullable(),
  };
  const product = object({
    Id: id,
    Name: text,
    Description: text,
    Price: price,
    PriceCurrencyCode: currency,
    PriceFormatted: text,
    Currency: object({ Code: currency, Name: text }),
    IsAvailableNow: flag,
    SoldOut: flag,
    LastFew: flag,
    MaxTicketsPerAttendee: count.nullable(),
    ...limits,
    Expired: flag,
    Future: flag,
    DisplayOrder: z.int(),
    ...circle,
    ...changed,
  });

  const eventFields = {
    Id: id,
    UniqueId: z.guid(),
    Name: text,
    ShortDescription: text,
    LongDescription: text,
    HostFullName: text.nullable(),
    Location: text.nullable(),
    VenueAddress: text.nullable(),
    WebAddress: text.nullable(),
    FacebookPage: text.nullable(),
    StartDate: local,
    EndDate: local,
    StartDateUtc: utc,
    EndDateUtc: utc,
    MultipleDays: flag,
    PublishDate: local,
    PublishDateUtc: utc,
    HasTickets: flag,
    SoldOut: flag,
    ChepeastPrice: price,
    MostExpensivePrice: price,
    ChepeastProduct: product.nullable(),
    MostExpensiveProduct: product.nullable(),
    EventProducts: z.array(product),
    TicketsPage: text.nullable(),
    HasCustomTicketsPage: flag,
    Allocation: count.nullable(),
    ShowInHomePage: flag,
    HasLargeImage: flag,
    Business: object(business),
    EnableWaitList: flag,
    AllowComments: flag,
    EventCategories: z.array(category),
    ShowEventAttendees: flag,
    ...circle,
  };
  const event = object(eventFields);
  const comment = object({
    Id: id,
    Text: text.nullable(),
    Rating: z.int().min(1).max(5).nullable(),
    Published: z.literal(true),
    PostedBy: text,
    ...written,
  });
  const filter = { PastEvents: flag, Categories: z.array(category), Category: category.nullable() };

  const page = (record: z.ZodType) =>
    object({
      Records: z.array(record),
      CurrentPage: id,
      CurrentPageSize: z.int().min(1).max(100),
      PageNumber: id,
      PageSize: id,
      CurrentOrderField: text,
      CurrentSortDirection: z.enum(['ASC', 'DESC']),
      FirstItem: count,
      LastItem: count,
      TotalItems: count,
      TotalPages: count,
      HasNextPage: flag,
      HasPreviousPage: flag,
    }).refine((given) => isCounted(given as Page), 'its counters contradict each other');

  const ticket = object({
    Id: id,
    AttendeeCode: text.regex(/^[A-Z0-9]{6,}$/),
    FullName: text,
    Email: address,
    CalendarEvent: event,
    EventProduct: product,
    EventProductName: text,
    EventProductPrice: price,
    Coworker: object({ Id: id, FullName: text, Email: address }),
    Business: object(business),
    ...changed,
  });

  return {
    product,
    eventList: object({ ...filter, CalendarEvents: page(event) }),
    bareEventList: object({ ...filter, CalendarEvents: z.array(event) }),
    eventPage: object({
      Event: object({ ...eventFields, Comments: z.array(comment) }),
      AttendeeCount: count,
      Attendees: z.array(object({ Id: id, FullName: text })),
      Categories: z.array(category),
      RelatedEvents: z.array(event),
      Comment: z.null(),
    }),
    myEvents: page(ticket),
    profiles: object({
      User: object({ Id: id, FullName: text, Email: address, Active: flag, IsAdmin: flag, AccessToken: text }),
      DefaultBusiness: object({ ...business, WebAddress: text }),
      Profiles: z.array(
        object({
          Id: id,
          FullName: text,
          CompanyName: text,
          Active: flag,
          IsDefaultProfile: flag,
          CoworkerType: count,
          HasVirtualOffice: flag,
          VirtualOfficePaused: flag.nullable(),
          VirtualOfficeContractId: id.nullable(),
        }),
      ),
    }),
    location: object({ ...business, WebAddress: text, Currency: object({ Code: currency }) }),
    configuration: object({ Settings: z.array(object({ Name: text.regex(/^\w+(\.\w+)+$/), Value: text.min(1) })) }),
  };
}

type Page = {
  Records: unknown[];
  CurrentPage: number;
  CurrentPageSize: number;
  PageNumber: number;
  PageSize: number;
  FirstItem: number;
  LastItem: number;
  TotalItems: number;
  TotalPages: number;
  HasNextPage: boolean;
  HasPreviousPage: boolean;
};

/** Whether the counters of a page fit (nexudus.md §5; §11, choice 14); of a page that was cut nothing can be said. */
function isCounted(page: Page): boolean {
  if (Object.keys(page).length < 13) return true;
  const before = (page.CurrentPage - 1) * page.CurrentPageSize;
  const { length } = page.Records;
  return (
    page.PageNumber === page.CurrentPage &&
    page.PageSize === page.CurrentPageSize &&
    length <= page.PageSize &&
    page.FirstItem === (length === 0 ? 0 : before + 1) &&
    page.LastItem === (length === 0 ? 0 : before + length) &&
    page.TotalPages === Math.ceil(page.TotalItems / page.PageSize) &&
    page.HasNextPage === page.PageNumber < page.TotalPages &&
    page.HasPreviousPage === page.PageNumber > 1
  );
}

/** Answers as they are without `_shape`. */
export const whole = shapesOf((fields) => z.strictObject(fields));
/** The same where fields may have been left out. */
export const cut = shapesOf((fields) => z.strictObject(fields).partial());

const user = { Id: id, FullName: text, Email: address, Active: flag, IsAdmin: flag };
const session = { token_type: z.literal('bearer'), expires_in: z.int().positive(), refresh_token: text.min(1) };
/** What was sent in a field of a body: its scalar, or null. */
const attempted = z.union([text, z.number(), flag, z.null()]);
const confirmation = { WasSuccessful: z.literal(true), Status: z.literal(200), Message: text.nullable(), Errors: z.tuple([]) };

/** Answers that nothing cuts. */
export const fixed = {
  /** §3.1, §3.2 */
  granted: z.strictObject({ access_token: text.min(1), ...session }),
  tokenRefused: z.strictObject({
    error: z.enum(['unsupported_grant_type', 'invalid_grant', 'two_factor_auth_check', 'must_reset_password']),
    error_description: text.min(1),
  }),
  /** §3.3 */
  exchanged: z.strictObject({ token: text.min(1), ...session }),
  /** §6: an ActionConfirmation of `token/refresh`, and of the switch. */
  confirmedToken: z.strictObject({ ...confirmation, Value: text.min(1) }),
  confirmed: z.strictObject({ ...confirmation, Value: z.null() }),
  /** §1 */
  host: z.strictObject({ Id: id, WebAddress: text }),
  /** §3.4, legacy: a profile or a user. */
  profile: z.union([
    z.strictObject({ Id: id, FullName: text, Email: address, Active: flag, CoworkerType: count, IsMember: flag }),
    z.strictObject(user),
  ]),
  user: z.strictObject(user),
  /** §4.4 */
  calendar: z.array(
    z.strictObject({
      id: text.regex(/^[1-9]\d*$/),
      title: text,
      start: local,
      end: local,
      allDay: flag,
      shortDescription: text,
      businessName: text,
      location: text.nullable(),
      venueAddress: text.nullable(),
      ticketsPage: text.nullable(),
      webAddress: text.nullable(),
      url: text.startsWith('/'),
      event: z.literal(true),
      editable: z.literal(false),
      ignoreTimezone: z.literal(true),
      resourceId: text,
      resourceName: text,
    }),
  ),
  /** §8.3; §11, choice 22 (README.md) */
  basket: z.strictObject({
    Lines: z
      .array(
        z.strictObject({
          Type: z.literal('event'),
          Description: text,
          CalendarEventId: id,
          EventProductId: id,
          FullName: text,
          Email: address,
          Price: price,
          PriceFormatted: text,
        }),
      )
      .min(1),
    Total: price,
    TotalFormatted: text,
    CurrencyCode: currency,
    DiscountCode: z.null(),
  }),
  /** §11, choice 7 */
  message: z.strictObject({ Message: text.min(1) }),
  /** §6; §11, choice 8 */
  refused: z
    .strictObject({
      WasSuccessful: z.literal(false),
      Status: z.literal(400),
      Message: text.min(1),
      Value: z.null(),
      Errors: z.array(z.strictObject({ AttemptedValue: attempted, Message: text.min(1), PropertyName: text.min(1) })),
    })
    .refine(({ Message, Errors }) => Errors.every((error) => error.Message === Message), 'its Errors say something else'),
};
