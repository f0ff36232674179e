import { createPrivateKey, createPublicKey } from 'node:crypto';
import type { Examined } from '../domain/finding.ts';
import { notesOf } from './notes.ts';

export const SENDER_FINDINGS = {
  spf_missing: { severity: 'warning', mend: 'Publish a TXT record `v=spf1 …` that names the servers that send for this domain.' },
  spf_twice: { severity: 'fault', mend: 'Leave one `v=spf1` record: several are an error to every receiver (RFC 7208 §4.5).' },
  dkim_unset: { severity: 'warning', mend: 'Set DKIM_DOMAIN, DKIM_SELECTOR and DKIM_PRIVATE_KEY_FILE, unless your mail server signs.' },
  dkim_missing: { severity: 'fault', mend: 'Publish the key’s public part at that name: signatures without it count as broken.' },
  dkim_differs: { severity: 'fault', mend: 'Publish the public part of DKIM_PRIVATE_KEY_FILE, or use the key that is published.' },
  dkim_weak: { severity: 'warning', mend: 'Make an RSA key of 2048 bits, under another selector.' },
  dkim_not_aligned: {
    severity: 'warning',
    mend: 'Sign for the domain that mails come from, or one above it: DMARC asks for that (RFC 7489 §3.1).',
  },
  dmarc_missing: {
    severity: 'warning',
    mend: 'Publish a TXT record at _dmarc with `v=DMARC1; p=none; rua=…`; large receivers ask for one.',
  },
  mail_exchange_missing: {
    severity: 'warning',
    mend: 'Publish an MX record: bounces and answers to the sender have nowhere to go, and some receivers refuse such senders.',
  },
  names_unresolved: { severity: 'warning', mend: 'See to the resolver of this machine: what the domain publishes could not be looked up.' },
} as const;

/** How names are looked up; node:dns/promises has this form. */
export type Lookup = {
  resolveTxt(name: string): Promise<string[][]>;
  resolveMx(name: string): Promise<{ exchange: string; priority: number }[]>;
};

export type Signing = { domain: string; selector: string; privateKeyPem: string };

/** RFC 6761, RFC 2606, RFC 8375: nobody sends from these. */
const RESERVED = /(^|\.)(example|test|invalid|localhost|local|internal|example\.(com|net|org))$/;

/**
 * What the domains that mails come from publish: who may send for them, the key of our signatures, and what receivers are to do with the rest. `senders` are
 * the tenants' mailboxes.
 */
export async function checkSenderDomains(senders: string[], signing: Signing | null, lookup: Lookup): Promise<Examined> {
  const notes = notesOf('sender domains', SENDER_FINDINGS);
  const domains = [...new Set(senders.map((mailbox) => mailbox.slice(mailbox.lastIndexOf('@') + 1)))];
  const real = domains.filter((domain) => !RESERVED.test(domain));
  notes.fact('domains', domains.join(' ') || 'none');
  if (real.length > 0 && signing === null) notes.found('dkim_unset', 'Mails are not signed here.');
  for (const domain of real) await checkDomain(domain, signing, lookup, notes);
  if (signing && !RESERVED.test(signing.domain)) await checkKey(signing, lookup, notes);
  return notes.done();
}

type Noted = ReturnType<typeof notesOf<typeof SENDER_FINDINGS>>;

async function checkDomain(domain: string, signing: Signing | null, lookup: Lookup, { fact, found }: Noted): Promise<void> {
  const [policies, reports, exchanges] = await Promise.all([
    textsAt(domain, lookup),
    dmarcOf(domain, lookup),
    orNothing(lookup.resolveMx(domain)),
  ]);
  if (policies === null || reports === null || exchanges === null) return found('names_unresolved', `${domain} could not be looked up.`);
  const spf = policies.filter((text) => /^v=spf1( |$)/i.test(text));
  const [dmarc] = reports;
  fact(`spf ${domain}`, spf.join(' | ') || 'none');
  fact(`dmarc ${domain}`, dmarc ?? 'none');
  if (spf.length === 0) found('spf_missing', `${domain} has no SPF record.`);
  if (spf.length > 1) found('spf_twice', `${domain} has ${spf.length} SPF records.`);
  if (dmarc === undefined) found('dmarc_missing', `${domain} has no DMARC record, nor has a domain above it.`);
  // RFC 7505: a single MX of "." takes no mail.
  if (exchanges.every(({ exchange }) => exchange === '' || exchange === '.')) found('mail_exchange_missing', `${domain} takes no mail.`);
  if (signing && !isWithin(domain, signing.domain) && !isWithin(signing.domain, domain))
    found('dkim_not_aligned', `Mails come from ${domain} and are signed for ${signing.domain}.`);
}

async function checkKey({ domain, selector, privateKeyPem }: Signing, lookup: Lookup, { fact, found }: Noted): Promise<void> {
  const name = `${selector}._domainkey.${domain}`;
  const texts = await textsAt(name, lookup);
  if (texts === null) return found('names_unresolved', `${name} could not be looked up.`);
  const published = texts
    .map((text) => /(?:^|;)\s*p=([A-Za-z0-9+/=\s]*)/.exec(text)?.[1]?.replaceAll(/\s/g, ''))
    .find((key) => key !== undefined);
  if (!published) return found('dkim_missing', `There is no key at ${name}.`);
  const key = createPrivateKey(privateKeyPem);
  const own = createPublicKey(key).export({ type: 'spki', format: 'der' }).toString('base64');
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  fact('dkim_bits', bits);
  if (published !== own) found('dkim_differs', `The key at ${name} is not the one that mails are signed with.`);
  if (bits < 2048) found('dkim_weak', `The key has ${bits} bits.`);
}

/** RFC 7489 §6.6.3: the domain's own, or else one of a domain above it. */
async function dmarcOf(domain: string, lookup: Lookup): Promise<string[] | null> {
  const labels = domain.split('.');
  for (let from = 0; from <= labels.length - 2; from += 1) {
    const texts = await textsAt(`_dmarc.${labels.slice(from).join('.')}`, lookup);
    if (texts === null) return null;
    const found = texts.filter((text) => /^v=DMARC1\b/i.test(text));
    if (found.length > 0) return found;
  }
  return [];
}

async function textsAt(name: string, lookup: Lookup): Promise<string[] | null> {
  return (await orNothing(lookup.resolveTxt(name)))?.map((parts) => parts.join('')) ?? null;
}

/** What was found, nothing where there is nothing, null where nobody could say. */
async function orNothing<Found>(looking: Promise<Found[]>): Promise<Found[] | null> {
  try {
    return await looking;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    return code === 'ENOTFOUND' || code === 'ENODATA' ? [] : null;
  }
}

function isWithin(domain: string, above: string): boolean {
  return domain === above || domain.endsWith(`.${above}`);
}
