import type { Context } from 'hono';
import type { Webhook } from '../../domain/webhooks/webhook.ts';
import { createWebhook as create } from '../../operations/webhooks/create-webhook.ts';
import { findOrganisation } from '../../operations/tenants/find-organisation.ts';
import { listWebhooks } from '../../operations/webhooks/list-webhooks.ts';
import { updateWebhook as update } from '../../operations/webhooks/update-webhook.ts';
import type { DoorEnv } from '../http/door.ts';
import { type ZyntroDoor, organisationOf } from './auth.ts';
import { fail, failWithoutKey } from './errors.ts';
import { presentMember, presentOrganisation, presentWebhook, succeed } from './present.ts';
import { type Body, isMissing, uuidOf } from './schema.ts';
import { webhookDataOf } from './webhook-data.ts';
import { WEBHOOK_HELP } from './webhook-help.ts';

const DEFAULT_TIMEOUT_SECONDS = 30;

/** POST /public/account/fetchOrganization (zyntro.md §11). */
export async function fetchOrganization(door: ZyntroDoor, c: Context<DoorEnv>, body: Body): Promise<Response> {
  const found = await organisationOf(door, c, body);
  if ('code' in found) return fail(c, found.code);
  const organisation = await findOrganisation(door.context, found.tenant, found.account.organisationId);
  return organisation ? succeed(c, presentOrganisation(organisation)) : fail(c, 'ORG_NOT_FOUND');
}

/** POST /public/account/fetchMembers (zyntro.md §11): active members only. */
export async function fetchMembers(door: ZyntroDoor, c: Context<DoorEnv>, body: Body): Promise<Response> {
  const found = await organisationOf(door, c, body);
  if ('code' in found) return fail(c, found.code);
  if (isMissing(body['brand_id'])) return fail(c, 'MISSING_BRAND');
  const organisation = await findOrganisation(door.context, found.tenant, found.account.organisationId);
  return succeed(c, (organisation?.members ?? []).map(presentMember));
}

/** POST /public/account/createWebhook (zyntro.md §11): the secret is in this answer and in no other. */
export async function createWebhook(door: ZyntroDoor, c: Context<DoorEnv>, body: Body): Promise<Response> {
  if (body['help'] === true) return succeed(c, WEBHOOK_HELP.createWebhook);
  const found = await organisationOf(door, c, body);
  if ('code' in found) return fail(c, found.code);
  const data = webhookDataOf(body);
  if ('code' in data) return fail(c, data.code);
  const { name, url, topics, slugs, auth, timeoutSeconds, status } = data.value;
  if (name === undefined) return fail(c, 'MISSING_WEBHOOK_NAME');
  if (url === undefined) return fail(c, 'MISSING_WEBHOOK_ENDPOINT');
  if (topics === undefined || slugs === undefined) return fail(c, 'MISSING_WEBHOOK_EVENTS');
  const input = {
    dialect: 'zyntro' as const,
    organisationId: found.account.organisationId,
    name,
    url,
    topics,
    slugs,
    auth: auth ?? { type: 'none' as const },
    timeoutSeconds: timeoutSeconds ?? DEFAULT_TIMEOUT_SECONDS,
    status: status ?? ('active' as const),
  };
  const done = await create(door.context, found.tenant, input);
  switch (done.outcome) {
    case 'created':
      return succeed(c, { wh_id: done.webhook.id, wh_secret: done.secret });
    case 'invalid_name':
      return fail(c, 'INVALID_WEBHOOK_NAME');
    case 'invalid_url':
      return fail(c, 'INVALID_WEBHOOK_ENDPOINT');
    case 'too_many':
      return fail(c, 'TOO_MANY_WEBHOOKS');
  }
}

/** POST /public/account/updateWebhook (zyntro.md §11): `wh_events` replaces the list, what is not sent stays. */
export async function updateWebhook(door: ZyntroDoor, c: Context<DoorEnv>, body: Body): Promise<Response> {
  if (body['help'] === true) return succeed(c, WEBHOOK_HELP.updateWebhook);
  const found = await organisationOf(door, c, body);
  if ('code' in found) return fail(c, found.code);
  if (isMissing(body['wh_id'])) return fail(c, 'MISSING_WEBHOOK_ID');
  const data = webhookDataOf(body);
  if ('code' in data) return fail(c, data.code);
  const id = uuidOf(body['wh_id']);
  if (id === null) return fail(c, 'WEBHOOK_NOT_FOUND');
  const done = await update(door.context, found.tenant, { id, organisationId: found.account.organisationId }, data.value);
  switch (done.outcome) {
    case 'updated':
      return succeed(c, presentWebhook(done.webhook));
    case 'invalid_name':
      return fail(c, 'INVALID_WEBHOOK_NAME');
    case 'invalid_url':
      return fail(c, 'INVALID_WEBHOOK_ENDPOINT');
    case 'not_found':
      return fail(c, 'WEBHOOK_NOT_FOUND');
  }
}

/** POST /public/account/fetchWebhooks (zyntro.md §11): all of the organisation's, or the one of `wh_id`. */
export async function fetchWebhooks(door: ZyntroDoor, c: Context<DoorEnv>, body: Body): Promise<Response> {
  if (body['help'] === true) return succeed(c, WEBHOOK_HELP.fetchWebhooks);
  if (isMissing(body['api_key'])) return failWithoutKey(c);
  const found = await organisationOf(door, c, body);
  if ('code' in found) return fail(c, found.code);
  const hooks: Webhook[] = await listWebhooks(door.context, found.tenant, { organisationId: found.account.organisationId });
  const { wh_id: given } = body;
  const wanted = isMissing(given) ? hooks : hooks.filter(({ id }) => id === uuidOf(given));
  return succeed(c, wanted.map(presentWebhook));
}
