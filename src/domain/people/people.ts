/** Who did a change: the kind says through which credential, the id is that credential's own. */
export type Actor = {
  kind: 'user' | 'customer' | 'client' | 'account' | 'token' | 'key' | 'system';
  id: string;
  /** Of an attendee who acts for everybody in the organizer's stead: mails then say that they did it. */
  name?: string;
};

/** Where a recipient's time zone was learnt; a mail says so when it was not the person's own word. */
export type ZoneSource = 'person' | 'contact' | 'calendar' | 'tenant' | 'fallback';

/** RFC 5545 §3.2.12, the four we keep, in our spelling. */
export type ParticipationStatus = 'needs-action' | 'accepted' | 'declined' | 'tentative';

/** organizer runs the event; attendee takes part (RFC 5545 §3.2.16 CHAIR and REQ-PARTICIPANT). */
export type AttendeeRole = 'organizer' | 'attendee';

/** Languages that mails are written in; anything else falls back to English. */
export const LANGUAGES = ['en', 'de', 'es', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A BCP 47 tag to the language its mails are written in ("es-MX" → "es", unknown → "en"). */
export function languageOf(tag: string): Language {
  const primary = tag.toLowerCase().split('-')[0];
  return LANGUAGES.find((language) => language === primary) ?? 'en';
}

/** Somebody a notice is for, with all that decides how it reads. */
export type Recipient = { email: string; name: string | null; zone: string; zoneSource: ZoneSource; language: string };
