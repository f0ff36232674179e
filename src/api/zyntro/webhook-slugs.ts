import type { WebhookTopic } from '../../domain/webhooks/webhook.ts';

/** Slugs of ours beside the one that was seen (zyntro.md §12, choice 30). */
export const SLUGS = {
  appointment_booked: 'created',
  appointment_rescheduled: 'moved',
  appointment_cancelled: 'cancelled',
  appointment_updated: 'updated',
} as const satisfies Record<string, WebhookTopic>;

/** What a webhook is told of, where its topics were chosen through our own API, which knows no slugs. */
export function slugsOf(topics: WebhookTopic[]): string[] {
  // A move is a change of time as well; the vendor has no word for one alone.
  const told = topics.includes('rescheduled') ? [...topics, 'moved'] : topics;
  return Object.entries(SLUGS).flatMap(([slug, topic]) => (told.includes(topic) ? [slug] : []));
}
