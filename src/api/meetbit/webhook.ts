import type { WebhookForm, WebhookTopic } from '../../domain/webhooks/webhook.ts';

/** The one name an event of ours has here; a move by update is an update (meetbit.md §12, choice 26). */
const TYPES: Partial<Record<WebhookTopic, string>> = {
  created: 'events.created',
  updated: 'events.updated',
  rescheduled: 'events.rescheduled',
  cancelled: 'events.deleted',
};

/** MeetBit's webhooks (meetbit.md §11). */
export const meetbitWebhook: WebhookForm = {
  body({ topics, facts }) {
    const event = topics.map((topic) => TYPES[topic]).find((type) => type !== undefined);
    return JSON.stringify({ event, data: { id: facts.eventId, calendar_id: facts.calendarId } });
  },
  signed: ({ id, timestamp, body }) => `${id}.${timestamp}.${body}`,
};
