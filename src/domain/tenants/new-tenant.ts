import { LANGUAGES } from '../people/people.ts';
import { addressOf, canonical } from '../people/address.ts';
import { lengthOf, plainLine } from '../plain-text.ts';
import { zoneOf } from '../zone.ts';

/** What is asked of whoever sets up a house, in the order it is asked. */
export const NEW_TENANT_FIELDS = ['name', 'host', 'zone', 'locale', 'sender', 'adminEmail', 'adminName', 'password'] as const;
export type NewTenantField = (typeof NEW_TENANT_FIELDS)[number];

/** As somebody typed it. */
export type TypedTenant = Partial<Record<NewTenantField, string>>;

/** What a house begins with, checked. */
export type NewTenant = {
  name: string;
  /** As requests name it: lower case, A-labels, no port. */
  host: string;
  /** IANA. */
  zone: string;
  /** BCP 47, of a language that mails are written in. */
  locale: string;
  /** ORGANIZER and From of its events. */
  senderMailbox: string;
  adminEmail: string;
  adminName: string;
  password: string;
};

/** What is wrong with a field; doors say it in their words. */
export type NewTenantFault =
  | 'missing'
  | 'too_long'
  | 'no_host'
  | 'no_zone'
  | 'no_language'
  | 'no_address'
  | 'password_short'
  | 'password_long';
export type NewTenantFaults = Partial<Record<NewTenantField, NewTenantFault>>;

const MAX_NAME = 100;
/** What an administrator is called who gave no name. */
const NAMELESS = 'Administrator';
// NIST SP 800-63B-4 §3.1.1.2: eight is its floor; longer ones than the other end are no passwords, and cost hashing.
export const LEAST_PASSWORD = 8;
const MOST_PASSWORD = 1_000;

/** Checks what was typed; all faults at once, by field. */
export function checkNewTenant(typed: TypedTenant): { tenant: NewTenant } | { faults: NewTenantFaults } {
  const text = (field: NewTenantField) => plainLine(typed[field] ?? '');
  const password = typed.password ?? '';
  const name = text('name');
  const host = hostOf(text('host'));
  const zone = zoneOf(text('zone'));
  const locale = localeOf(text('locale'));
  const sender = addressOf(text('sender'));
  const adminEmail = addressOf(text('adminEmail'));
  const adminName = text('adminName') || NAMELESS;
  const wrong = (field: NewTenantField, fault: NewTenantFault) => (text(field) === '' ? 'missing' : fault);
  const faults: [NewTenantField, NewTenantFault | false][] = [
    ['name', name === '' ? 'missing' : lengthOf(name) > MAX_NAME && 'too_long'],
    ['host', host === null && wrong('host', 'no_host')],
    ['zone', zone === null && wrong('zone', 'no_zone')],
    ['locale', locale === null && wrong('locale', 'no_language')],
    ['sender', sender === null && wrong('sender', 'no_address')],
    ['adminEmail', adminEmail === null && wrong('adminEmail', 'no_address')],
    ['adminName', lengthOf(adminName) > MAX_NAME && 'too_long'],
    [
      'password',
      password === ''
        ? 'missing'
        : lengthOf(password) < LEAST_PASSWORD
          ? 'password_short'
          : lengthOf(password) > MOST_PASSWORD && 'password_long',
    ],
  ];
  const found = faults.filter(([, fault]) => fault !== false);
  if (found.length > 0 || host === null || zone === null || locale === null || sender === null || adminEmail === null)
    return { faults: Object.fromEntries(found) };
  return { tenant: { name, host, zone, locale, senderMailbox: canonical(sender), adminEmail, adminName, password } };
}

/** The host that requests will name, of one with or without a port; null where it is none, or more than a host. */
function hostOf(typed: string): string | null {
  const url = /[/?#@\\\s]/.test(typed) ? null : URL.parse(`http://${typed}`);
  return url !== null && url.hostname.length <= 253 && /^(?:[a-z\d](?:[a-z\d.-]*[a-z\d])?|\[[\da-f:.]+\])$/.test(url.hostname)
    ? url.hostname
    : null;
}

/** A language tag in its usual spelling; null where mails are not written in that language. */
function localeOf(typed: string): string | null {
  try {
    const { baseName, language } = new Intl.Locale(typed);
    return LANGUAGES.some((one) => one === language) ? baseName : null;
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) return null;
    throw error;
  }
}
