import { z } from 'zod';
import { addressOf } from '../../src/domain/people/address.ts';
import { type Answer, type Judge, json } from './answer.ts';

const utc = z.iso.datetime({ precision: 0 });
/** `YYYY-MM-DD HH:MM:SS` (zyntro.md §5). */
const timestamp = z
  .string()
  .refine((text) => /^\S{10} \S{8}$/.test(text) && utc.safeParse(`${text.replace(' ', 'T')}Z`).success, 'no YYYY-MM-DD HH:MM:SS');
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const count = z.int().nonnegative();
const text = z.string();
const address = text.refine((given) => addressOf(given) !== null, 'Invalid email address');
const day = z.enum(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']);

/** `event_id` comes back as the caller spelled it (§6), so any text. */
const changed = { event_id: text.min(1), notifications_sent: count };

/** A webhook without its secrets (§11). */
const webhook = z.strictObject({
  wh_id: z.guid(),
  wh_name: text.min(1).max(100),
  wh_endpoint: z.url({ protocol: /^https$/ }),
  wh_events: z.array(text.min(1)).min(1),
  wh_auth_type: z.enum(['none', 'bearer', 'basic', 'api_key', 'custom_header']),
  wh_timeout: z.int().min(5).max(120),
  wh_status: z.enum(['active', 'paused', 'disabled']),
  wh_last_status: z.int().nullable(),
  wh_failure_count: count,
  wh_last_triggered: timestamp.nullable(),
  wh_retry_count: count,
  wh_retry_delay: count,
  wh_created_at: timestamp,
  wh_updated_at: timestamp,
});

const organisation = z.strictObject({
  org_id: z.guid(),
  org_name: text,
  org_email: address,
  org_timezone: text.refine((zone) => isKnown(() => new Intl.DateTimeFormat('en', { timeZone: zone })), 'no IANA zone'),
  org_language: text.refine((language) => isKnown(() => new Intl.Locale(language)), 'no language'),
  org_working_hours: z.partialRecord(day, z.strictObject({ start: clock, end: clock })),
  org_members: z.array(z.guid()),
  org_admins: z.array(z.guid()),
  // Null: what a tenant has no place for (README.md).
  org_address: text.nullable(),
  default_wallet: text.nullable(),
});
const members = z.array(z.strictObject({ member_id: z.guid(), member_name: text }));
const contact = z.strictObject({
  contact_id: z.guid(),
  contact_fname: text,
  contact_lname: text.nullable(),
  contact_email: address,
  timezone: text.nullable(),
  email_optout: z.boolean(),
  sms_optout: z.boolean(),
  is_test_contact: z.boolean(),
});
/** What `{"help": true}` is answered with (§2). */
const help = z.strictObject({ parameters: z.record(z.string(), text.min(1)) });

/** `data` of a success, by action (§3, §6 to §9, §11; §12, choices 16, 23 and 25). */
const SUCCESSES = {
  'calendar/processCancel': z.strictObject({ ...changed, cancelled_at: timestamp }),
  'calendar/processReschedule': z.strictObject({
    ...changed,
    rescheduled_at: timestamp,
    new_start_time: timestamp,
    new_end_time: timestamp,
  }),
  'calendar/createEvent': z.strictObject({
    event_id: z.guid(),
    event_start_time: timestamp,
    event_end_time: timestamp,
    meeting_link: z.url().nullable(),
    notifications_sent: count,
  }),
  'calendar/checkAvailability': z.array(z.strictObject({ start: timestamp, end: timestamp })),
  'account/fetchOrganization': organisation,
  'account/fetchMembers': members,
  'account/createWebhook': z.union([z.strictObject({ wh_id: z.guid(), wh_secret: text.min(1) }), help]),
  'account/updateWebhook': z.union([webhook, help]),
  'account/fetchWebhooks': z.union([z.array(webhook), help]),
  'crm/fetchContact': contact,
  'crm/lookupContact': z.array(contact).max(50),
  'developers/fetchIdentifiers': z.strictObject({ api_key: z.null(), organization: organisation, members, brands: z.tuple([]) }),
} satisfies Record<string, z.ZodType>;

const successes = new Map<string, z.ZodType>(
  Object.entries(SUCCESSES).map(([action, data]) => [action, z.strictObject({ data, status: z.literal('success') })]),
);
/** Exactly one message (§2). */
const failure = z.strictObject({ data: z.tuple([text.min(1)]), status: z.literal('error') });

/** The sentences that the pages print, and those chosen where they are silent (§3, §6; §12, choice 17), by their codes. */
const SENTENCES: Record<string, string> = {
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
  INVALID_TIMEZONE: 'Invalid timezone',
  INVALID_DURATION: 'Invalid duration',
  RESCHEDULE_FAILED: 'Failed to reschedule event',
};

/** The page of one action words a code in another way (§3). */
function sentencesOf(action: string): Record<string, string> {
  return action === 'account/fetchWebhooks' ? { ...SENTENCES, MISSING_API_KEY: 'Missing API Key' } : SENTENCES;
}

/** Statuses other than 200, their codes and what else they must say (§12, choices 2 and 3; §13, S4). A fault that no page words is 500. */
const REFUSALS: Record<number, { code: string; header?: string }> = {
  404: { code: 'UNKNOWN_ROUTE' },
  400: { code: 'INVALID_TEXT' },
  405: { code: 'WRONG_METHOD', header: 'allow' },
  413: { code: 'TOO_LARGE' },
  415: { code: 'WRONG_CONTENT_TYPE' },
  429: { code: 'TOO_MANY_REQUESTS', header: 'retry-after' },
  500: { code: 'UNEXPECTED' },
};

/** Judges every answer of the Zyntro door by zyntro.md; an action that has no line above may only be unknown. */
export const judgeZyntro: Judge = (answer, asked) => {
  const below = /^\/(?:apis\/v2\/)?public(?:\/|$)/.exec(asked.path);
  if (!below) return null;
  const action = asked.path.slice(below[0].length);
  const isThere = below[0].startsWith('/apis/v2') || !/^(crm|developers)\//.test(action);
  const data = isThere ? successes.get(action) : undefined;
  const done =
    data &&
    asked.method === 'POST' &&
    answer.status === 200 &&
    !answer.headers.has('x-error-code') &&
    !answer.body.endsWith('"status":"error"}');
  if (done) return json(data)(answer, asked);
  return [...json(failure)(answer, asked), ...refusalFaults(answer, statusesOf(data !== undefined, asked.method), sentencesOf(action))];
};

/** What a refusal may have as its status. */
function statusesOf(isAction: boolean, method: string): number[] {
  if (!isAction) return [404];
  return method === 'POST' ? [200, 400, 413, 415, 429, 500] : [405];
}

/** A refusal's status, its code in the header unless a tenant wants none, and the sentence that belongs to the code (§2; §12, choice 4). */
function refusalFaults({ status, headers, body }: Answer, statuses: number[], sentences: Record<string, string>): string[] {
  const code = headers.get('x-error-code');
  const refusal = REFUSALS[body.includes('["Too many requests"]') ? 429 : status];
  const sentence = sentences[code ?? ''];
  return [
    ...(statuses.includes(status) ? [] : [`${status} is none of its answers`]),
    ...(code === null || (refusal ? code === refusal.code : /^[A-Z]+(_[A-Z]+)+$/.test(code)) ? [] : [`X-Error-Code is "${code}"`]),
    ...(refusal?.header === undefined || headers.has(refusal.header) ? [] : [`no ${refusal.header}`]),
    ...(code !== null || refusal || Object.values(sentences).some((one) => body.includes(JSON.stringify([one])))
      ? []
      : ['a message that no page has, and no X-Error-Code']),
    ...(sentence === undefined || body.includes(JSON.stringify([sentence])) ? [] : [`the message of ${code} is "${sentence}"`]),
  ];
}

function isKnown(make: () => unknown): boolean {
  try {
    return make() !== undefined;
  } catch {
    return false;
  }
}
