import type { Context } from 'hono';
import type { Event } from '../../domain/events/event.ts';
import type { Slot } from '../../domain/events/schedule.ts';
import { WEBHOOK_RETRY_SECONDS, type Webhook } from '../../domain/webhooks/webhook.ts';
import type { Organisation } from '../../operations/tenants/find-organisation.ts';
import { slugsOf } from './webhook-slugs.ts';
import type { Contact } from '../../operations/people/find-people.ts';

/** `{"data": ..., "status": "success"}`, in that order of keys. */
export function succeed(c: Context, data: Record<string, unknown> | unknown[]): Response {
  return c.json({ data, status: 'success' });
}

/** `eventId` comes back as the caller spelled it. */
export function presentCancelled(eventId: string, event: Event, notices: number) {
  return { event_id: eventId, cancelled_at: timestampOf(event.cancelledAt ?? event.updatedAt), notifications_sent: notices };
}

/** Our guess (zyntro.md §12, choice 16). */
export function presentRescheduled(eventId: string, event: Event, notices: number) {
  return {
    event_id: eventId,
    rescheduled_at: timestampOf(event.updatedAt),
    new_start_time: timestampOf(event.startsAt),
    new_end_time: timestampOf(event.endsAt),
    notifications_sent: notices,
  };
}

/** Our guess (zyntro.md §12, choice 23). There is no video provider, so no link. */
export function presentCreated(event: Event, notices: number) {
  return {
    event_id: event.publicId,
    event_start_time: timestampOf(event.startsAt),
    event_end_time: timestampOf(event.endsAt),
    meeting_link: null,
    notifications_sent: notices,
  };
}

/** Slots on the clocks of a zone. */
export function presentSlots(slots: Slot[], zone: string) {
  const wall = (instant: Temporal.Instant) =>
    instant.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'second' }).replace('T', ' ');
  return slots.map(({ startsAt, endsAt }) => ({ start: wall(startsAt), end: wall(endsAt) }));
}

/** An organisation (zyntro.md §11); what a tenant has no place for is null. */
export function presentOrganisation({ id, name, email, zone, language, workingHours, members }: Organisation) {
  return {
    org_id: id,
    org_name: name,
    org_email: email,
    org_timezone: zone,
    org_language: language,
    org_working_hours: workingHours,
    org_members: members.map((member) => member.id),
    org_admins: members.filter(({ isAdmin }) => isAdmin).map((member) => member.id),
    org_address: null,
    default_wallet: null,
  };
}

export function presentMember({ id, fullName }: Organisation['members'][number]) {
  return { member_id: id, member_name: fullName };
}

/**
 * Somebody of the address book (zyntro.md §11). A name is kept whole here: its first word is the first name, the rest the last. What nobody keeps is
 * null or false.
 */
export function presentContact({ id, fullName, email, zone }: Contact) {
  const [first = '', ...rest] = fullName.split(' ');
  return {
    contact_id: id,
    contact_fname: first,
    contact_lname: rest.join(' ') || null,
    contact_email: email,
    timezone: zone,
    email_optout: false,
    sms_optout: false,
    is_test_contact: false,
  };
}

/** A webhook without its secrets (zyntro.md §11). */
export function presentWebhook(hook: Webhook) {
  return {
    wh_id: hook.id,
    wh_name: hook.name,
    wh_endpoint: hook.url,
    wh_events: hook.slugs ?? slugsOf(hook.topics),
    wh_auth_type: hook.authType,
    wh_timeout: hook.timeoutSeconds,
    wh_status: hook.status,
    wh_last_status: hook.lastStatus,
    wh_failure_count: hook.failureCount,
    wh_last_triggered: hook.lastTriedAt && timestampOf(hook.lastTriedAt),
    wh_retry_count: WEBHOOK_RETRY_SECONDS.zyntro.length,
    wh_retry_delay: WEBHOOK_RETRY_SECONDS.zyntro[0],
    wh_created_at: timestampOf(hook.createdAt),
    wh_updated_at: timestampOf(hook.updatedAt),
  };
}

/** `YYYY-MM-DD HH:MM:SS` in UTC, the vendor's only form of an instant. */
export function timestampOf(instant: Temporal.Instant): string {
  return instant.toString({ smallestUnit: 'second' }).replace('T', ' ').replace('Z', '');
}
