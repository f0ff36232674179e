import type { Notice, PlainNotice } from '../../../domain/notices/notice.ts';
import type { Language } from '../../../domain/people/people.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import type { MailKind, MailTexts } from './mail-texts.ts';

const CATALOGUE: Record<Language, MailTexts> = { en, de, es, fr };

/** The texts of a language. */
export function textsOf(language: Language): MailTexts {
  return CATALOGUE[language];
}

/** What kind of mail a notice becomes. */
export function mailKind(notice: Notice | PlainNotice): MailKind {
  if (notice.purpose === 'bare_pair_used') return notice.service.verb === 'cancelled' ? 'cancelled_by_ids' : 'moved_by_ids';
  return notice.purpose === 'ticket_cancelled' && notice.ticket === null ? 'uninvited' : notice.purpose;
}
