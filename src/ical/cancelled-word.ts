import type { Language } from '../domain/people/people.ts';

const CANCELLED_WORD: Record<Language, string> = {
  en: 'Cancelled:',
  de: 'Abgesagt:',
  es: 'Cancelado:',
  fr: 'Annulé\u00a0:',
};

/** A title that says the event is off, for calendars that keep the entry and show its name, but not its status. */
export function cancelledTitle(title: string, language: Language): string {
  return `${CANCELLED_WORD[language]} ${title}`;
}
