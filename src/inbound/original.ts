import type { Part } from '../mime/read-mail.ts';

/** The Message-ID of the message that a report carries, whole or its headers alone (RFC 6522 §3); null where it carries none. */
export function originalIn(parts: Part[]): string | null {
  const part = parts.find(({ type }) =>
    /^(?:message\/(?:rfc822|global)|(?:text|message)\/rfc822-headers|message\/global-headers)$/.test(type),
  );
  return messageIdIn(part?.content.toString('latin1') ?? '');
}

/** The Message-ID that a text quotes; null where it quotes none. */
export function messageIdIn(text: string): string | null {
  return /^[> ]*Message-ID:\s*<([^>\s]+)>/im.exec(text)?.[1] ?? null;
}
