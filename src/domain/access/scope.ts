/** What somebody may be let do through our own API: a subject, and whether it may be read or changed. */
export const SCOPES = [
  'events:read',
  'events:write',
  'attendees:read',
  'attendees:write',
  'check-ins:write',
  'notices:read',
  'notices:write',
  'people:read',
  'people:write',
  'orders:read',
  'orders:write',
  'webhooks:read',
  'webhooks:write',
  'admin',
] as const;

export type Scope = (typeof SCOPES)[number];

/** Whether what is granted lets do what is wanted: `admin` all of it, and who may change a subject may read it. */
export function permits(granted: readonly Scope[], wanted: Scope): boolean {
  return granted.some(
    (one) => one === 'admin' || one === wanted || (wanted.endsWith(':read') && one === wanted.replace(':read', ':write')),
  );
}

/** What a key may do that was made without a word about it: read what is on, and nobody's name or address. */
export const LEAST_SCOPES: readonly Scope[] = ['events:read'];

/** Those of the wanted scopes that somebody cannot hand on, since they have them not. */
export function withoutGrant(granted: readonly Scope[], wanted: readonly Scope[]): Scope[] {
  return wanted.filter((scope) => !permits(granted, scope));
}
