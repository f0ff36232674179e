import type { Context } from 'hono';
import { plainLine } from '../../domain/plain-text.ts';
import { findPeople } from '../../operations/people/find-people.ts';
import { searchContacts } from '../../operations/people/search-contacts.ts';
import type { DoorEnv } from '../http/door.ts';
import { type ZyntroDoor, organisationOf } from './auth.ts';
import { fail } from './errors.ts';
import { presentContact, succeed } from './present.ts';
import { type Body, isMissing, uuidOf } from './schema.ts';

// No name and no address is longer, so a longer text finds nobody.
const MAX_SEARCH = 320;

/** POST /apis/v2/public/crm/fetchContact (zyntro.md §11). */
export async function fetchContact(door: ZyntroDoor, c: Context<DoorEnv>, body: Body): Promise<Response> {
  const found = await organisationOf(door, c, body);
  if ('code' in found) return fail(c, found.code);
  if (isMissing(body['member_id'])) return fail(c, 'MISSING_MEMBER_ID');
  if (isMissing(body['contact_id'])) return fail(c, 'MISSING_CONTACT_ID');
  const [memberId, contactId] = [uuidOf(body['member_id']), uuidOf(body['contact_id'])];
  const people =
    memberId === null ? undefined : await findPeople(door.context, found.tenant, memberId, contactId === null ? [] : [contactId]);
  if (!people?.member) return fail(c, 'MEMBER_NOT_FOUND');
  const contact = contactId === null ? undefined : people.contacts.get(contactId);
  return contact ? succeed(c, presentContact(contact)) : fail(c, 'CONTACT_NOT_FOUND');
}

/** POST /apis/v2/public/crm/lookupContact (zyntro.md §11): by a part of a name or an address. */
export async function lookupContact(door: ZyntroDoor, c: Context<DoorEnv>, body: Body): Promise<Response> {
  const found = await organisationOf(door, c, body);
  if ('code' in found) return fail(c, found.code);
  const { search_string: given } = body;
  if (isMissing(given)) return fail(c, 'MISSING_SEARCH');
  const text = typeof given === 'string' ? plainLine(given) : '';
  if (text === '' || text.length > MAX_SEARCH) return fail(c, 'INVALID_SEARCH');
  return succeed(c, (await searchContacts(door.context, found.tenant, text)).map(presentContact));
}
