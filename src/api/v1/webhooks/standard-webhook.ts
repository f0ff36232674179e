import { Webhook } from 'standardwebhooks';
import type { WebhookForm } from '../../../domain/webhooks/webhook.ts';

/** Our own webhooks, after Standard Webhooks (standardwebhooks.com, spec 1.0.0): any of its libraries verifies them. */
export const standardWebhook: WebhookForm = {
  body({ topics, facts, createdAt }) {
    return JSON.stringify({
      type: `event.${topics[0] ?? 'test'}`,
      timestamp: createdAt.toString(),
      data: {
        event_id: facts.eventId,
        event_public_id: facts.publicId,
        calendar_id: facts.calendarId,
        calendar_public_id: facts.calendarPublicId,
        title: facts.title,
        starts_at: facts.startsAt.toString(),
        ends_at: facts.endsAt.toString(),
        status: facts.status,
        topics,
      },
    });
  },
  headers({ id, at, body, secret, isTest }) {
    const now = new Date(at.epochMilliseconds);
    return {
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.epochMilliseconds / 1_000)),
      'webhook-signature': new Webhook(secret).sign(id, now, body),
      ...(isTest && { 'webhook-test': 'true' }),
    };
  },
};
