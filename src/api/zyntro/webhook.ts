import type { WebhookForm } from '../../domain/webhooks/webhook.ts';
import { timestampOf } from './present.ts';
import { SLUGS } from './webhook-slugs.ts';

const API_VERSION = '2026-01-01';

/** Zyntro's webhooks (zyntro.md §11): `event_id` is the delivery's, the calendar event's is within `data`. */
export const zyntroWebhook: WebhookForm = {
  body({ id, topics, facts, organisationId, createdAt }) {
    return JSON.stringify({
      event_id: id,
      event_type: Object.entries(SLUGS).find(([, topic]) => topics.includes(topic))?.[0],
      api_version: API_VERSION,
      created_at: createdAt.toString({ smallestUnit: 'second' }),
      org_id: organisationId,
      data: {
        event_id: facts.publicId,
        calendar_id: facts.calendarPublicId,
        event_title: facts.title,
        event_start_time: timestampOf(facts.startsAt),
        event_end_time: timestampOf(facts.endsAt),
        event_status: facts.status,
      },
    });
  },
  signed: ({ timestamp, body }) => `${timestamp}.${body}`,
};
