import type { WebhookAuth, WebhookStatus, WebhookTopic } from '../../domain/webhooks/webhook.ts';
import { WEBHOOK_STATUSES, webhookNameFault } from '../../domain/webhooks/webhook.ts';
import { objectOf } from '../http/json-body.ts';
import { type Body, type Parsed, isMissing } from './schema.ts';
import { SLUGS } from './webhook-slugs.ts';

/** Slugs the vendor documents and nothing here fires; they may be asked for. */
const OTHERS = /^(new_contact|form_filled|invoice_paid|subscription\.created|(trigger|billing_customer)\.[a-z0-9_.]{1,60})$/;

const MAX_EVENTS = 50;

export type WebhookData = {
  name?: string;
  url?: string;
  topics?: WebhookTopic[];
  slugs?: string[];
  auth?: WebhookAuth;
  timeoutSeconds?: number;
  status?: WebhookStatus;
};

/** The `wh_*` fields of a body (zyntro.md §11), those that are there. */
export function webhookDataOf(body: Body): Parsed<WebhookData> {
  const { wh_name: name, wh_endpoint: url, wh_events: events, wh_timeout: timeout, wh_status: status } = body;
  const data: WebhookData = {};
  if (!isMissing(name)) {
    if (typeof name !== 'string' || webhookNameFault(name.trim()) !== null) return { code: 'INVALID_WEBHOOK_NAME' };
    data.name = name.trim();
  }
  if (!isMissing(url)) {
    if (typeof url !== 'string') return { code: 'INVALID_WEBHOOK_ENDPOINT' };
    data.url = url.trim();
  }
  if (!isMissing(events)) {
    const slugs = slugsOf(events);
    if (!slugs) return { code: 'INVALID_WEBHOOK_EVENTS' };
    data.slugs = slugs;
    data.topics = slugs.flatMap((slug) => (isOurs(slug) ? [SLUGS[slug]] : []));
  }
  if (!isMissing(timeout)) {
    const seconds = typeof timeout === 'string' && /^\d{1,3}$/.test(timeout) ? Number(timeout) : timeout;
    if (typeof seconds !== 'number' || !Number.isInteger(seconds) || seconds < 5 || seconds > 120)
      return { code: 'INVALID_WEBHOOK_TIMEOUT' };
    data.timeoutSeconds = seconds;
  }
  if (!isMissing(status)) {
    const known = WEBHOOK_STATUSES.find((one) => one === status);
    if (!known) return { code: 'INVALID_WEBHOOK_STATUS' };
    data.status = known;
  }
  const auth = authOf(body);
  if (auth === null) return { code: 'INVALID_WEBHOOK_AUTH' };
  return { value: { ...data, ...(auth && { auth }) } };
}

function slugsOf(given: unknown): string[] | null {
  const list: unknown[] = Array.isArray(given) ? given : [given];
  const slugs = list.filter((slug): slug is string => typeof slug === 'string' && (isOurs(slug) || OTHERS.test(slug)));
  return slugs.length === list.length && slugs.length > 0 && slugs.length <= MAX_EVENTS ? [...new Set(slugs)] : null;
}

const isOurs = (slug: string): slug is keyof typeof SLUGS => Object.hasOwn(SLUGS, slug);

/** Undefined: nothing is said of it; null: what is said cannot be. */
function authOf({ wh_auth_type: type, wh_auth_data: given }: Body): WebhookAuth | undefined | null {
  if (isMissing(type)) return undefined;
  const data = objectOf(given) ?? {};
  const text = (name: string): string | null => {
    const value = data[name];
    // What goes into a header is visible ASCII.
    return typeof value === 'string' && /^[\x21-\x7e][\x20-\x7e]{0,999}$/.test(value) ? value : null;
  };
  const [value, username, password, header] = [text('value'), text('username'), text('password'), text('header')];
  switch (type) {
    case 'none':
      return { type };
    case 'bearer':
    case 'api_key':
      return value === null ? null : { type, value };
    case 'basic':
      return username === null || password === null || username.includes(':') ? null : { type, username, password };
    case 'custom_header':
      return value === null || header === null || !isFreeHeader(header) ? null : { type, header, value };
    default:
      return null;
  }
}

/** A header that HTTP, or the message itself, does not need for something else. */
function isFreeHeader(name: string): boolean {
  return (
    /^[A-Za-z0-9-]{1,60}$/.test(name) &&
    !/^(host|connection|content-.*|transfer-encoding|te|trailer|upgrade|expect|keep-alive|proxy-.*|x-webhook-.*)$/i.test(name)
  );
}
