import { pageLocale } from '@/time/when';

/** The reader's zone and language, as this browser knows them. */
export const readerZone = Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
export const readerLocale = pageLocale(navigator.languages);
