import type { PlainPurpose, Purpose } from '../../../domain/notices/notice.ts';

const WORDS: Record<Purpose | PlainPurpose, { text: string; tone: 'good' | 'news' | 'bad' }> = {
  invitation: { text: 'Invitation', tone: 'good' },
  ticket: { text: 'Ticket', tone: 'good' },
  moved: { text: 'Moved', tone: 'news' },
  updated: { text: 'Updated', tone: 'news' },
  event_cancelled: { text: 'Event cancelled', tone: 'bad' },
  ticket_cancelled: { text: 'Ticket cancelled', tone: 'bad' },
  seat_offered: { text: 'Seat offered', tone: 'good' },
  offer_revoked: { text: 'No longer held', tone: 'bad' },
  offer_withdrawn: { text: 'Offer withdrawn', tone: 'bad' },
  bare_pair_used: { text: 'Ids alone used', tone: 'news' },
  message: { text: 'Message', tone: 'news' },
};

const isPurpose = (value: string): value is Purpose | PlainPurpose => Object.hasOwn(WORDS, value);

/** What a mail was sent for; a purpose this page does not know is shown as it came. */
export function PurposeBadge({ purpose }: { purpose: string }) {
  const { text, tone } = isPurpose(purpose) ? WORDS[purpose] : { text: purpose, tone: 'news' };
  return <span className={`purpose purpose-${tone}`}>{text}</span>;
}
