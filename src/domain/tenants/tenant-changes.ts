import { languageTagOf } from '../language-tag.ts';
import { addressOf } from '../people/address.ts';
import { isBlank, lengthOf } from '../plain-text.ts';
import { zoneOf } from '../zone.ts';
import type { Tenant } from './tenant.ts';

/** What a tenant is called, where it is, how it writes and by which hosts it is reached; what is absent stays. */
export type TenantChanges = Partial<Pick<Tenant, 'name' | 'zone' | 'locale' | 'senderMailbox' | 'currency'>> & { hosts?: string[] };

const LONGEST_NAME = 200;

/** Reads such changes as a person writes them: in the spelling they are kept in, or everything that is wrong, with what is wanted instead. */
export function readTenantChanges(
  given: TenantChanges,
): { changes: TenantChanges } | { wrong: { name: keyof TenantChanges; wanted: string }[] } {
  const { name, zone, locale, senderMailbox, currency, hosts } = given;
  const knownZone = zone === undefined ? undefined : zoneOf(zone);
  const sender = senderMailbox === undefined ? undefined : addressOf(senderMailbox.trim());
  const tag = locale === undefined ? undefined : languageTagOf(locale);
  const wrong = [
    name !== undefined &&
      (isBlank(name) || lengthOf(name) > LONGEST_NAME) &&
      (['name', `a name of 1 to ${LONGEST_NAME} characters`] as const),
    knownZone === null && (['zone', 'the name of a time zone, like Europe/Madrid'] as const),
    tag === null && (['locale', 'a language, like en or de-AT'] as const),
    sender === null && (['senderMailbox', 'a mail address'] as const),
    currency !== undefined && !/^[A-Z]{3}$/.test(currency) && (['currency', 'three capital letters, like EUR'] as const),
    hosts !== undefined && !hosts.every(isHost) && (['hosts', 'host names without a port, like loft.example.org'] as const),
  ];
  const found = wrong.filter((one) => one !== false);
  if (found.length > 0) return { wrong: found.map(([field, wanted]) => ({ name: field, wanted })) };
  return {
    changes: {
      ...given,
      ...(typeof knownZone === 'string' && { zone: knownZone }),
      ...(typeof sender === 'string' && { senderMailbox: sender }),
      ...(typeof tag === 'string' && { locale: tag }),
      ...(hosts !== undefined && { hosts: [...new Set(hosts.map((host) => host.toLowerCase()))] }),
    },
  };
}

/** A host name, or an IPv4 address, as a Host header has it. */
function isHost(text: string): boolean {
  return text.length <= 253 && /^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?)*$/i.test(text);
}
