import type { Calendar } from '../calendar.ts';
import type { Mail } from '../../mime/read-mail.ts';

/** One kind of calendar client: what a mail does to its reader's calendar. Models are strict: what a real one may forgive, they do not. */
export type Client = {
  name: string;
  /** Whose behaviour it models, as a half-sentence. */
  models: string;
  read(calendar: Calendar, mail: Mail): void;
};
