import type { Mail } from '../mime/read-mail.ts';
import { addressesOf } from './addresses.ts';
import { type Bounce, bounceOf } from './bounce.ts';
import { originalIn } from './original.ts';

/**
 * What a delivery status notification says (RFC 3464): that one recipient did not get it, or that somebody is still trying. Where it speaks of several, the first that failed
 * counts: a mail of ours has one. Null: it says neither, or it arrived.
 */
export function statusIn(mail: Mail): ({ kind: 'bounce' } & Bounce) | { kind: 'delay' } | null {
  const part = mail.parts.find(({ type }) => type === 'message/delivery-status' || type === 'message/global-delivery-status');
  const groups = (part?.content.toString('utf8') ?? '').split(/\r?\n\s*\r?\n/).map(fieldsOf);
  const failed = groups.find((fields) => fields.get('action') === 'failed' && (fields.get('status') ?? '5.').startsWith('5.'));
  if (failed) {
    const recipient = typed(failed.get('original-recipient')) ?? typed(failed.get('final-recipient'));
    // What was said by the server that refused, if its own words are there; else what the one that gave up says.
    const words = failed.get('diagnostic-code')?.replace(/^\s*\S+\s*;\s*/, '') ?? textOf(mail);
    return bounceOf(recipient, /^(5\.\d{1,3}\.\d{1,3})\b/.exec(failed.get('status') ?? '')?.[1] ?? null, words, originalIn(mail.parts));
  }
  // It failed with a 4.x.x: they gave up after days, and nothing is said against the address. Or they are at it still.
  const gaveUp = groups.find((fields) => fields.get('action') === 'failed');
  if (gaveUp) return bounceOf(typed(gaveUp.get('final-recipient')), null, gaveUp.get('diagnostic-code') ?? '', originalIn(mail.parts));
  return groups.some((fields) => fields.get('action') === 'delayed') ? { kind: 'delay' } : null;
}

/** Fields of a group, unfolded; names and the action in lower case. */
function fieldsOf(group: string): Map<string, string> {
  const lines = group.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  const fields = lines.flatMap((line) => {
    const [, name, value] = /^([\w-]+):\s*(.*)$/.exec(line) ?? [];
    return name === undefined || value === undefined
      ? []
      : [[name.toLowerCase(), name.toLowerCase() === 'action' ? value.trim().toLowerCase() : value.trim()] as const];
  });
  return new Map(fields);
}

/** `rfc822; ben@example.com` (RFC 3464 §2.3.1). */
function typed(field: string | undefined): string | null {
  return field === undefined ? null : (addressesOf(field.replace(/^[^;]*;/, ''))[0] ?? null);
}

function textOf(mail: Mail): string {
  return mail.parts.find(({ type }) => type === 'text/plain')?.content.toString('utf8') ?? '';
}
