import { readableHost } from './punycode.ts';

// RFC 5321 §4.5.3.1, in octets; the 256 of a path hold two angle brackets.
const MAX_LOCAL = 64;
const MAX_ADDRESS = 254;

// What is longer before IDNA shortens it is not looked at.
const MAX_WRITTEN = 1_000;

/**
 * An atom: atext (RFC 5322 §3.2.3) and, by RFC 6531 §3.3, anything beyond ASCII, of which we refuse what nobody sees: two addresses that look
 * alike must be alike. The joiners stay, since Persian and the languages of India are written with them.
 */
const ATOM = String.raw`(?:[\w!#$%&'*+\-\/=?^\x60\{\|\}~\u200c\u200d]|[^\p{ASCII}\p{White_Space}\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}])+`;
const LOCAL = new RegExp(String.raw`^${ATOM}(?:\.${ATOM})*$`, 'u');
/** What may stand in a host name before IDNA: letters, digits, hyphens, dots and all beyond ASCII. */
const WRITTEN_HOST = /^(?:[A-Za-z\d.-]|[^\p{ASCII}])+$/u;
/** Two labels or more (RFC 1035 §2.3.4), the last with a letter in it: with digits alone it is an IP address. */
const HOST = /^(?=.{1,253}$)(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+(?=[\d-]*[a-z])[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/i;

type Parts = { local: string; shownHost: string; host: string };

/**
 * A mail address as its person spells it, fit to be kept and shown; null when it is none. RFC 5321 §4.1.2 and RFC 6531 §3.3 without quoted local
 * parts, hosts by IDNA as the URL standard does it. The local part is in NFC; a host beyond ASCII as IDNA reads it ("BÜRO.example" →
 * "büro.example"), one in ASCII, also an A-label, stays as written.
 */
export function addressOf(written: string): string | null {
  const parts = partsOf(written);
  return parts && `${parts.local}@${parts.shownHost}`;
}

/**
 * An address as it is sent to and as calendars compare it: a host beyond ASCII as A-labels ("Ben@BÜRO.example" → "Ben@xn--bro-hoa.example"). Text that
 * is no address stays as it is.
 */
export function canonical(address: string): string {
  // Nothing of ASCII is written in another way, whether it is an address or not; and that is nearly everybody.
  if (isAscii(address)) return address;
  const parts = partsOf(address);
  return parts ? `${parts.local}@${parts.host}` : address;
}

/**
 * The one form in which addresses are compared, here and, by the SQL function of this name, in the database: the canonical one with A to Z in
 * lower case. No other letter is folded: every table of case knows another "İ". Text that is no address is folded likewise.
 */
export function folded(address: string): string {
  return canonical(address).replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

export function isSameAddress(one: string, other: string): boolean {
  return folded(one) === folded(other);
}

/** Whether only a server that offers SMTPUTF8 (RFC 6531) can take mail for an address: its local part is not ASCII. */
export function needsSmtpUtf8(address: string): boolean {
  return /[^\p{ASCII}]/u.test(canonical(address));
}

function partsOf(written: string): Parts | null {
  const at = written.lastIndexOf('@');
  if (at < 1 || written.length > MAX_WRITTEN) return null;
  const local = written.slice(0, at).normalize('NFC');
  const writtenHost = written.slice(at + 1);
  const host = hostOf(writtenHost);
  if (host === null || !LOCAL.test(local)) return null;
  const octets = new TextEncoder().encode(local).length;
  if (octets > MAX_LOCAL || octets + 1 + host.length > MAX_ADDRESS) return null;
  return { local, host, shownHost: isAscii(writtenHost) ? writtenHost : readableHost(host) };
}

/** A host name as A-labels, or null. Of one in ASCII the URL standard asks no more than that it be one, whatever its A-labels say. */
function hostOf(written: string): string | null {
  if (!WRITTEN_HOST.test(written)) return null;
  const host = isAscii(written) ? written : (URL.parse(`http://${written}`)?.hostname ?? '');
  return HOST.test(host) ? host : null;
}

function isAscii(text: string): boolean {
  return /^[\u0000-\u007f]*$/.test(text);
}
