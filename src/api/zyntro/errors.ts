import type { Context } from 'hono';

/**
 * Failures as the vendor words them: `{"data": [sentence], "status": "error"}`, with HTTP 200 wherever the vendor documents the
 * failure (zyntro.md §2). Those from `MISSING_NEW_DATE` on are our choice (zyntro.md §12, 17 and 24).
 */
export const MESSAGES = {
  MISSING_USER_ID: 'Missing service instance',
  MISSING_EVENT_ID: 'Missing event ID',
  NOT_FOUND: 'Event not found',
  ALREADY_CANCELLED: 'Event is already cancelled',
  CANCEL_FAILED: 'Failed to cancel event',
  MISSING_API_KEY: 'Missing service instance',
  INVALID_API_KEY: 'Invalid API Key',
  INACTIVE_USER: 'User is not active',
  MISSING_ORG: 'Missing org ID',
  ORG_NOT_FOUND: 'Organization not found',
  MISSING_BRAND: 'Missing brand ID',
  MISSING_NEW_DATE: 'Missing new date',
  MISSING_NEW_TIME: 'Missing new time',
  MISSING_TARGET_TIMEZONE: 'Missing target timezone',
  INVALID_DATE: 'Invalid date or time',
  IN_PAST: 'Date and time are in the past',
  INVALID_TIMEZONE: 'Invalid timezone',
  INVALID_DURATION: 'Invalid duration',
  TIME_TAKEN: 'Time is not available',
  RESCHEDULE_FAILED: 'Failed to reschedule event',
  MISSING_MEMBER_ID: 'Missing member ID',
  MEMBER_NOT_FOUND: 'Member not found',
  MISSING_CONTACT_ID: 'Missing contact ID',
  CONTACT_NOT_FOUND: 'Contact not found',
  MISSING_SEARCH: 'Missing search string',
  INVALID_SEARCH: 'Invalid search string',
  MISSING_DEVELOPER_SECRET: 'Missing developer secret',
  INVALID_DEVELOPER_SECRET: 'Invalid developer secret',
  MISSING_EVENT_DATA: 'Missing event data',
  MISSING_CALENDAR_ID: 'Missing calendar ID',
  CALENDAR_NOT_FOUND: 'Calendar not found',
  MISSING_TITLE: 'Missing event title',
  TITLE_TOO_LONG: 'Event title is too long',
  DESCRIPTION_TOO_LONG: 'Event description is too long',
  MISSING_START: 'Missing event start time',
  MISSING_END: 'Missing event end time',
  MISSING_TIMEZONE: 'Missing event timezone',
  ENDS_BEFORE_START: 'Event must end after it starts',
  INVALID_ATTENDEES: 'Invalid attendee data',
  TOO_MANY_ATTENDEES: 'Too many attendees',
  INVALID_ATTENDEE_EMAIL: 'Invalid attendee email',
  CREATE_FAILED: 'Failed to create event',
  MISSING_SCHEDULE_ID: 'Missing schedule ID',
  SCHEDULE_NOT_FOUND: 'Schedule not found',
  INVALID_DAYS: 'Invalid number of days',
  INVALID_MODE: 'Invalid mode',
  AVAILABILITY_FAILED: 'Failed to check availability',
  MISSING_WEBHOOK_ID: 'Missing webhook ID',
  MISSING_WEBHOOK_NAME: 'Missing webhook name',
  MISSING_WEBHOOK_ENDPOINT: 'Missing webhook endpoint',
  MISSING_WEBHOOK_EVENTS: 'Missing webhook events',
  INVALID_WEBHOOK_NAME: 'Invalid webhook name',
  INVALID_WEBHOOK_ENDPOINT: 'Invalid webhook endpoint',
  TOO_MANY_WEBHOOKS: 'Too many webhooks',
  INVALID_WEBHOOK_EVENTS: 'Invalid webhook events',
  INVALID_WEBHOOK_AUTH: 'Invalid webhook authentication',
  INVALID_WEBHOOK_TIMEOUT: 'Invalid webhook timeout',
  INVALID_WEBHOOK_STATUS: 'Invalid webhook status',
  WEBHOOK_NOT_FOUND: 'Webhook not found',
  INVALID_TEXT: 'Text holds NUL or half a character',
  UNKNOWN_ROUTE: 'Unknown endpoint',
  WRONG_METHOD: 'Method not allowed',
  WRONG_CONTENT_TYPE: 'Content type must be application/json',
  TOO_LARGE: 'Request body is too large',
  TOO_MANY_REQUESTS: 'Too many requests',
  UNEXPECTED: 'Unexpected error',
} as const;

/** The vendor's symbolic codes, which stay off the wire, and ours in the same manner. */
export type Code = keyof typeof MESSAGES;

/** Where a failure's code is. */
export const CODE_HEADER = 'X-Error-Code';

/** Failures that have an HTTP status of their own; no vendor page knows them. */
const STATUSES = {
  INVALID_TEXT: 400,
  UNKNOWN_ROUTE: 404,
  WRONG_METHOD: 405,
  WRONG_CONTENT_TYPE: 415,
  TOO_LARGE: 413,
  TOO_MANY_REQUESTS: 429,
  UNEXPECTED: 500,
} as const satisfies Partial<Record<Code, number>>;

/** Answers a failure, with nothing in it that depends on which of several causes it had. Its code is in a header (choice 4). */
export function fail(c: Context, code: Code, headers: Record<string, string> = {}): Response {
  return say(c, code, MESSAGES[code], headers);
}

/** No api_key, in the words that the page of fetchWebhooks alone has for it (zyntro.md §3). */
export function failWithoutKey(c: Context): Response {
  return say(c, 'MISSING_API_KEY', 'Missing API Key', {});
}

function say(c: Context, code: Code, sentence: string, headers: Record<string, string>): Response {
  const status = code in STATUSES ? STATUSES[code as keyof typeof STATUSES] : 200;
  return c.json({ data: [sentence], status: 'error' }, status, { [CODE_HEADER]: code, ...headers });
}
