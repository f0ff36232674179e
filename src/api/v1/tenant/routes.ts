import type { OpenAPIHono, z } from '@hono/zod-openapi';
import { SETTINGS, settingNamed } from '../../../domain/tenants/settings.ts';
import { readTenantChanges } from '../../../domain/tenants/tenant-changes.ts';
import { type Tenant, settingsOf } from '../../../domain/tenants/tenant.ts';
import { changeSettings } from '../../../operations/tenants/change-settings.ts';
import { findTenantOf } from '../../../operations/tenants/find-tenant.ts';
import { type TenantWithHosts, showTenant, updateTenant } from '../../../operations/tenants/update-tenant.ts';
import type { DoorOptions } from '../../http/door.ts';
import { json, jsonBody, refuse, route } from '../described.ts';
import { namedOf } from '../named.ts';
import { type V1Env, requestOf } from '../principal.ts';
import { settingChangesSchema, settingsSchema, tenantChangesSchema, tenantSchema } from './schema.ts';

/** The house itself and what it has decided: /api/v1/tenant and /settings. */
export function addTenantRoutes(app: OpenAPIHono<V1Env>, { context }: DoorOptions): void {
  app.openapi(
    route('events:read', {
      operationId: 'getTenant',
      tag: 'Tenant',
      method: 'get',
      path: '/api/v1/tenant',
      summary: 'What the house is called, where it is, how it writes and by which hosts it is reached.',
      responses: { 200: json(tenantSchema, 'The tenant of the key') },
    }),
    async (c) => c.json(presentTenant(await showTenant(context, c.get('tenant'))), 200),
  );
  app.openapi(
    route('admin', {
      operationId: 'updateTenant',
      tag: 'Tenant',
      method: 'patch',
      path: '/api/v1/tenant',
      summary: 'Changes what is named of it; counts from the next request on. Events that were made keep their organizer’s mailbox.',
      request: { body: jsonBody(tenantChangesSchema) },
      responses: { 200: json(tenantSchema, 'As it is now') },
      problems: { 409: 'Another tenant has a host' },
    }),
    async (c) => {
      const { sender_mailbox: senderMailbox, ...given } = c.req.valid('json');
      const read = readTenantChanges(namedOf({ ...given, senderMailbox }));
      if ('wrong' in read) {
        const parameters = read.wrong.map(({ name, wanted }) => ({
          name: name === 'senderMailbox' ? 'sender_mailbox' : name,
          reason: `It must be ${wanted}.`,
        }));
        return refuse(c, 'invalid-parameters', { detail: 'Some parameters cannot be read.', parameters });
      }
      const done = await updateTenant(context, c.get('tenant'), read.changes, requestOf(c));
      if (done.outcome === 'updated') return c.json(presentTenant(done.tenant), 200);
      return refuse(c, 'conflict', { detail: `Another tenant has the host ${done.hosts.join(', ')}.` });
    },
  );
  app.openapi(
    route('events:read', {
      operationId: 'listSettings',
      tag: 'Tenant',
      method: 'get',
      path: '/api/v1/settings',
      summary: 'What the house has decided: each setting with its value, its preset, what it does and what it may be.',
      responses: { 200: json(settingsSchema, 'All settings') },
    }),
    (c) => c.json(presentSettings(c.get('tenant')), 200),
  );
  app.openapi(
    route('admin', {
      operationId: 'updateSettings',
      tag: 'Tenant',
      method: 'patch',
      path: '/api/v1/settings',
      summary: 'Decides those that are named, all of them or none; counts from the next request on.',
      request: { body: jsonBody(settingChangesSchema) },
      responses: { 200: json(settingsSchema, 'All settings as they are now') },
    }),
    async (c) => {
      const texts = Object.fromEntries(Object.entries(c.req.valid('json')).map(([name, value]) => [name, textOf(value)]));
      const done = await changeSettings(context, c.get('tenant'), texts, requestOf(c));
      if (done.outcome === 'refused') {
        const parameters = done.wrong.map(({ name, values }) => ({
          name,
          reason: values === null ? 'There is no such setting.' : `It must be ${values}.`,
        }));
        return refuse(c, 'invalid-parameters', { detail: 'Nothing was changed.', parameters });
      }
      const tenant = await findTenantOf(context, c.get('tenant').id);
      return c.json(presentSettings(tenant ?? c.get('tenant')), 200);
    },
  );
}

/** A setting's value as the text that stands for it. */
function textOf(value: boolean | number | string | string[] | null): string | null {
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  if (Array.isArray(value)) return value.join(',') || 'none';
  return value === null ? null : String(value);
}

function presentTenant(tenant: TenantWithHosts): z.infer<typeof tenantSchema> {
  const { id, publicId, name, zone, locale, senderMailbox, currency, hosts } = tenant;
  return { id, public_id: publicId, name, zone, locale, sender_mailbox: senderMailbox, currency, hosts };
}

function presentSettings(tenant: Tenant): z.infer<typeof settingsSchema> {
  const now: Record<string, unknown> = settingsOf(tenant);
  type Value = z.infer<typeof settingsSchema>['data'][number]['value'];
  return {
    data: Object.keys(SETTINGS).flatMap((name) => {
      const setting = settingNamed(name);
      if (!setting) return [];
      const { preset, says, values } = setting;
      const decided = Object.hasOwn(tenant.settings, name);
      return [{ name, value: now[name] as Value, preset: preset as Value, decided, does: says, allowed: values }];
    }),
  };
}
