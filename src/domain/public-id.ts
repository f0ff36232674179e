import type { Tenant } from './tenants/tenant.ts';

/**
 * What is named by a number here and by a UUID elsewhere, without a column for it. The codes are part of UUIDs that programs have kept: a new noun
 * takes the next one, and none is ever given to another.
 */
const CODES = {
  ticket: 1,
  ticket_type: 2,
  person: 3,
  customer: 4,
  order: 5,
  waitlist_entry: 6,
  api_key: 7,
  delivery: 8,
  change: 9,
  check_in: 10,
  message: 11,
  suppression: 12,
  audit_entry: 13,
  role: 14,
  outbox_plan: 15,
};

export type NumberedNoun = keyof typeof CODES;

/**
 * The public UUID of a numbered thing (RFC 9562 §5.8, version 8): 52 bits of its tenant's own random UUID, so that no other tenant of any
 * installation has the same, 8 of what it is, and its number. Made and read without a look into the database.
 */
export function publicIdOf(tenant: Pick<Tenant, 'publicId'>, noun: NumberedNoun, id: number): string {
  const own = tenant.publicId.replaceAll('-', '');
  const code = CODES[noun].toString(16).padStart(2, '0');
  const number = id.toString(16).padStart(15, '0');
  return `${own.slice(0, 8)}-${own.slice(8, 12)}-8${own.slice(13, 14)}${code}-8${number.slice(0, 3)}-${number.slice(3)}`;
}

/** The number in a public UUID of that tenant; undefined where it is of another tenant, of something else, or no such UUID at all. */
export function numberOfPublicId(tenant: Pick<Tenant, 'publicId'>, noun: NumberedNoun, publicId: string): number | undefined {
  const id = Number.parseInt(publicId.slice(20).replace('-', ''), 16);
  return Number.isSafeInteger(id) && publicIdOf(tenant, noun, id) === publicId.toLowerCase() ? id : undefined;
}
