import type { Circle } from '../events/circle.ts';

/** One thing that tenants decide about themselves. */
export type Setting<Value> = {
  /** What counts where nothing was decided. */
  preset: Value;
  /** What it does, as a half-sentence. */
  says: string;
  /** What can be written for it. */
  values: string;
  /** The value that a text stands for, or undefined. */
  read(text: string): Value | undefined;
  write(value: Value): string;
};

/** All of them. A tenant's row holds those that were decided; operations/tenants/change-setting.ts changes them. */
export const SETTINGS = {
  canCancelTickets: flag(true, 'customers may cancel their own tickets'),
  cancelTicketsUntil: oneOf<'end' | 'start' | 'always'>(
    'end',
    ['end', 'start', 'always'],
    'until when: the end of the event, its start, or afterwards, too',
  ),
  tellHolderOfOwnCancel: flag(true, 'a holder is mailed when they cancel their own ticket, so that their calendar obeys too'),
  resendsPerHour: whole(5, 1, 1_000, 'how often one ticket may be asked for again within an hour'),
  requestsPerSecond: whole(10, 1, 100_000, 'requests a second that all clients of the MeetBit door may make together'),
  throttleStatus: oneOf<409 | 429>(409, [409, 429], 'the status of "too many requests" on the Nexudus door'),
  portalOrigins: origins('origins whose pages may call the Nexudus door from a browser'),
  eventsEnabled: flag(true, 'there is a section of public events'),
  eventsOpenTo: oneOf<Circle>(
    'everyone',
    ['everyone', 'signed_in', 'members', 'contacts'],
    'who may read it; each event can be open to fewer',
  ),
  orderHoldMinutes: whole(1_440, 1, 100_000, 'how long an order keeps its seats while it waits for payment'),
  offerHours: whole(24, 1, 1_000, 'how long a seat is held for somebody who waited for it'),
  lastFewSeats: whole(5, 0, 1_000, 'a ticket type with so many seats left, or fewer, is shown as the last few'),
  publishComments: flag(true, 'a comment is shown at once, and not only once somebody of the house has read it'),
  eventsInCalendar: flag(true, 'events are shown in the public calendar'),
  eventsInFeed: flag(true, 'events are in the feed that calendars subscribe to'),
  refusesConflicts: flag(false, 'a meeting is refused where its calendar has another at that time'),
  strictIds: flag(false, 'whoever names a meeting by its ids alone must show a key or a mailed token, too'),
  trustsImportedIds: flag(false, 'ids of imported meetings, which others made, open them without either'),
  tellsBarePairs: flag(true, 'whoever runs a meeting is mailed when somebody changed it with its ids alone'),
  developerNetworks: networks(
    'addresses and networks that may call the v2 paths of the Zyntro door; only from one of them a developer secret tells whose it is',
  ),
  showsErrorCodes: flag(true, 'the Zyntro door names the code of a failure in X-Error-Code'),
  throttledAs200: flag(false, '"too many requests" of the Zyntro door is HTTP 200 like its other failures'),
  maxWebhooks: whole(50, 1, 10_000, 'how many webhooks there may be'),
  personalDataDays: wholeOrNever(1, 36_500, 'how many days after an event names and addresses of who attended it are forgotten'),
  omitsNullDeletion: flag(false, 'the MeetBit door leaves deleted_at and canceled_by_type out of events that live'),
};

export type SettingName = keyof typeof SETTINGS;

type ValueOf<Name extends SettingName> = (typeof SETTINGS)[Name]['preset'];

/** What a tenant has decided. */
export type TenantSettings = { [Name in SettingName]?: ValueOf<Name> } & {
  /** SHA-256 in hex of the secret that calls by the older form of an account's paths must bring; absent: none. Made by operations/access/make-credentials.ts. */
  developerSecretHash?: string;
};

/** The settings of a tenant that has decided nothing. */
export const DEFAULT_SETTINGS = Object.fromEntries(Object.entries(SETTINGS).map(([name, { preset }]) => [name, preset])) as {
  [Name in SettingName]: ValueOf<Name>;
};

/** The setting of a name, or undefined. */
export function settingNamed(name: string): Setting<unknown> | undefined {
  return Object.hasOwn(SETTINGS, name) ? SETTINGS[name as SettingName] : undefined;
}

function flag(preset: boolean, says: string): Setting<boolean> {
  return {
    preset,
    says,
    values: 'on or off',
    read: (text) => ({ on: true, off: false })[text],
    write: (value) => (value ? 'on' : 'off'),
  };
}

function whole(preset: number, least: number, most: number, says: string): Setting<number> {
  return {
    preset,
    says,
    values: `${least} to ${most}`,
    read: (text) => (/^\d{1,9}$/.test(text) && Number(text) >= least && Number(text) <= most ? Number(text) : undefined),
    write: String,
  };
}

function wholeOrNever(least: number, most: number, says: string): Setting<number | 'never'> {
  const days = whole(least, least, most, says);
  return {
    ...days,
    preset: 'never',
    values: `never, or ${days.values}`,
    read: (text) => (text === 'never' ? 'never' : days.read(text)),
    write: String,
  };
}

function oneOf<Value extends string | number>(preset: Value, values: Value[], says: string): Setting<Value> {
  return { preset, says, values: values.join(', '), read: (text) => values.find((value) => String(value) === text), write: String };
}

function origins(says: string): Setting<string[]> {
  return {
    preset: [],
    says,
    values: 'none, or origins like https://portal.example.net with commas between them',
    read(text) {
      if (text === 'none') return [];
      const given = text.split(',').map((one) => one.trim());
      return given.every((one) => /^https?:/.test(one) && URL.canParse(one) && new URL(one).origin === one) ? given : undefined;
    },
    write: (value) => value.join(',') || 'none',
  };
}

function networks(says: string): Setting<string[]> {
  return {
    preset: [],
    says,
    values: 'none, or addresses and networks like 192.0.2.0/24 with commas between them',
    read(text) {
      if (text === 'none') return [];
      const given = text.split(',').map((one) => one.trim());
      return given.every(isNetwork) ? given : undefined;
    },
    write: (value) => value.join(',') || 'none',
  };
}

function isNetwork(text: string): boolean {
  const [address = '', prefix, ...rest] = text.split('/');
  const isV4 = /^(\d{1,3}\.){3}\d{1,3}$/.test(address) && address.split('.').every((part) => Number(part) <= 255);
  const bits = isV4 ? 32 : address.includes(':') && URL.canParse(`http://[${address}]`) ? 128 : -1;
  return rest.length === 0 && bits > 0 && (prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= bits));
}
