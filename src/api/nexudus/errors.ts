import { DEFAULT_SETTINGS } from '../../domain/tenants/settings.ts';
import { type Tenant, settingsOf } from '../../domain/tenants/tenant.ts';
import { empty, json } from './answer.ts';
import type { Wrong } from './schema.ts';

/** 401, for no token, a foreign or an expired one alike (nexudus.md §11, choice 7). */
export function unauthorized(): Response {
  return json(401, { Message: 'Sign in to continue: there is no valid access token.' }, { 'WWW-Authenticate': 'Bearer' });
}

/** 404 of a ticket: unknown, somebody else's, cancelled and malformed ids get the same bytes (choice 6). */
export function noSuchTicket(): Response {
  return json(404, { Message: 'No attendance record with this ID exists.' });
}

/** 404 of an event: unknown, unpublished, cancelled and malformed ids get the same bytes. */
export function noSuchEvent(): Response {
  return json(404, { Message: 'No event with this ID exists.' });
}

/** 404 of a ticket type: unknown, hidden and another event's, and every kind of missing event. */
export function noSuchProduct(): Response {
  return json(404, { Message: 'No ticket type with this ID exists.' });
}

/** 404 of a location by its name. */
export function noSuchLocation(): Response {
  return json(404, { Message: 'No location has this host.' });
}

/** 404 of a customer profile: unknown, somebody else's, inactive and malformed ids get the same bytes. */
export function noSuchProfile(): Response {
  return json(404, { Message: 'No profile with this ID exists.' });
}

/** 404 of a path that is no route. */
export function noSuchRoute(): Response {
  return json(404, { Message: 'There is nothing at this address.' });
}

/** 405 with the verbs the path knows. */
export function wrongVerb(allow: string): Response {
  return json(405, { Message: `This address answers ${allow} only.` }, { Allow: allow });
}

/** 400 of a rule of the house, in the vendor's envelope (choice 8). Of what was sent, a scalar is told back and nothing else (nexudus.md §6). */
export function refused(message: string, property?: string, sent?: unknown): Response {
  const attempted = typeof sent === 'string' || typeof sent === 'number' || typeof sent === 'boolean' ? sent : null;
  const errors = property === undefined ? [] : [{ AttemptedValue: attempted, Message: message, PropertyName: property }];
  return json(400, { WasSuccessful: false, Status: 400, Message: message, Value: null, Errors: errors });
}

/** 400 of a field of a body, in the same envelope. */
export function invalid({ wrong, property, sent }: Wrong): Response {
  return refused(`${property}: ${wrong}`, property, sent);
}

/** 400 where the operator has switched a section off (nexudus.md §6). */
export function switchedOff(): Response {
  return refused('DISABLED');
}

export function bodyTooLarge(): Response {
  return json(413, { Message: 'The request body is larger than 64 KiB.' });
}

/** 400 of a text, in whatever field, that nothing can hold. */
export function unstorable(): Response {
  return refused('The request holds a text with NUL or half a character in it.');
}

const UNREADABLE = 'The request body could not be read.';

/** 400 of a body that broke off. */
export function bodyUnreadable(): Response {
  return refused(UNREADABLE);
}

/** The same at the token route: a form that cannot be read names no grant. */
export function formUnreadable(): Response {
  return tokenRefused('unsupported_grant_type', UNREADABLE);
}

/** 409 without a body: the vendor's documented throttle (nexudus.md §6), or 429 where the tenant has set that (choice 28). */
export function tooOften(retryAfterSeconds: number, tenant: Tenant | undefined): Response {
  return empty(tenant ? settingsOf(tenant).throttleStatus : DEFAULT_SETTINGS.throttleStatus, { 'Retry-After': String(retryAfterSeconds) });
}

/** The request id is the only trace of the fault that leaves the house. */
export function fault(requestId: string): Response {
  return json(500, { Message: `Something went wrong on our side. Request: ${requestId}` });
}

/** 400 where too many guesses at an account, or from a network, keep this one waiting; how long is in words and in Retry-After. */
export function tooManyGuesses({ whose, waitSeconds }: { whose: 'network' | 'account'; waitSeconds: number }): Response {
  const minutes = Math.ceil(waitSeconds / 60);
  const wait = `Try again in ${minutes} minute${minutes === 1 ? '' : 's'}`;
  const description = {
    account: `Somebody entered too many wrong passwords for this account. ${wait}, or sign in where you have signed in before.`,
    network: `Too many sign-ins failed from your network. ${wait}.`,
  }[whose];
  return tokenRefused('invalid_grant', description, { 'Retry-After': String(waitSeconds) });
}

/** The token route answers in OAuth's form and always with 400 (nexudus.md §3.1). */
export function tokenRefused(
  error: 'unsupported_grant_type' | 'invalid_grant' | 'two_factor_auth_check' | 'must_reset_password',
  description: string,
  headers: Record<string, string> = {},
): Response {
  return json(400, { error, error_description: description }, headers);
}
