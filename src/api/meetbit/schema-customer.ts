import type { Customer } from '../../domain/people/customer.ts';
import { objectOf } from '../http/json-body.ts';
import { type Fault, type Parsed, wrongFields } from './schema.ts';
import { fieldsOf } from './schema-fields.ts';

/** E.164: a plus sign and at most 15 digits, the first of which is no zero. */
const NUMBER = /^\+[1-9]\d{1,14}$/;
const MAX_MEMBERS = 20;

/** The body of a new customer (meetbit.md §10): every key is required, and every value but the address may be null; a blank one is. */
export function newCustomer(body: Record<string, unknown>): Parsed<Omit<Customer, 'id' | 'createdAt'>> {
  const faults: Fault[] = [];
  const fields = fieldsOf(body, faults);
  const value = {
    firstName: fields.lineOrNull('first_name'),
    middleName: fields.lineOrNull('middle_name'),
    lastName: fields.lineOrNull('last_name'),
    email: fields.emailOrNull('email'),
    contactNumber: fields.mustBe(
      'contact_number',
      fields.lineOrNull('contact_number'),
      (text) => NUMBER.test(text),
      'must be a number in E.164 format',
    ),
    address: addressOf(body['address'] ?? null, faults),
  };
  return faults.length > 0 ? wrongFields(faults) : { value };
}

/** The pages do not name its members: any few, each a text or null. */
function addressOf(given: unknown, faults: Fault[]): Customer['address'] {
  const members = objectOf(given);
  if (!members) {
    faults.push(['address', given === null ? 'is required' : 'must be an object']);
    return {};
  }
  const names = Object.keys(members);
  if (names.length > MAX_MEMBERS) faults.push(['address', `must not have more than ${MAX_MEMBERS} members`]);
  else if (!names.every((name) => /^[a-z][a-z0-9_]{0,39}$/.test(name)))
    faults.push(['address', 'must have members named in lower-case letters, digits and underscores']);
  else return Object.fromEntries(names.map((name) => [name, fieldsOf(members, faults, 'address.').lineOrNull(name)]));
  return {};
}
