import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { AUDIT_ACTIONS } from '../../../domain/audit/audit.ts';
import { publicIdOf } from '../../../domain/public-id.ts';
import { listAudit } from '../../../operations/audit/list-audit.ts';
import type { DoorOptions } from '../../http/door.ts';
import { json, route } from '../described.ts';
import { cursorOf, nextCursor, pageQuery } from '../page.ts';
import type { V1Env } from '../principal.ts';
import { id, instant, publicId } from '../schema.ts';

const auditPageSchema = z
  .object({
    data: z.array(
      z.object({
        id,
        public_id: publicId,
        at: instant,
        actor: z
          .object({ kind: z.string().openapi({ example: 'user' }), id: z.string(), name: z.string().nullable() })
          .openapi({ description: 'Who did it: a person of the house, a key, or the system; `name` is what their number is called now.' }),
        action: z.enum(AUDIT_ACTIONS),
        subject: z
          .object({ kind: z.string().openapi({ example: 'person' }), id: z.string() })
          .nullable()
          .openapi({ description: 'What it was done to.' }),
        details: z.record(z.string(), z.unknown()),
        network: z
          .string()
          .nullable()
          .openapi({ description: 'From where: a /24 or /64; null from the command line.', example: '192.0.2.0/24' }),
        cause: z.string().openapi({ description: 'The door and the request.' }),
      }),
    ),
    next_cursor: nextCursor,
  })
  .openapi('AuditPage');

const auditQuery = z.strictObject({
  action: z
    .enum(AUDIT_ACTIONS)
    .optional()
    .openapi({ param: { name: 'action', in: 'query' } }),
  actor: z
    .string()
    .regex(/^(?:user|key|system):[\w ]{1,30}$/, 'a kind and an id, like user:1 or key:2')
    .optional()
    .openapi({ param: { name: 'actor', in: 'query', description: 'Who did it, like `user:1` or `key:2`.' } }),
  ...pageQuery('h'),
});

/** Who did what in the house itself: /api/v1/audit. */
export function addAuditRoutes(app: OpenAPIHono<V1Env>, { context }: DoorOptions): void {
  app.openapi(
    route('admin', {
      operationId: 'listAudit',
      tag: 'Audit',
      method: 'get',
      path: '/api/v1/audit',
      summary: 'Who did what, when and from where, newest first: sign-ins, keys, settings, people, exports, erasures.',
      request: { query: auditQuery },
      responses: { 200: json(auditPageSchema, 'A page of it') },
    }),
    async (c) => {
      const { action = null, actor, cursor, limit } = c.req.valid('query');
      const [kind = '', who = ''] = actor?.split(':') ?? [];
      const by = actor === undefined ? null : { kind, id: who };
      const { entries, next } = await listAudit(context, c.get('tenant'), { action, actor: by, before: cursor?.[0] ?? null, limit });
      const data = entries.map((one) => ({
        id: one.id,
        public_id: publicIdOf(c.get('tenant'), 'audit_entry', one.id),
        at: one.at.toString(),
        actor: { kind: one.actorKind, id: one.actorId, name: one.actorName },
        action: one.action,
        subject: one.subjectKind === null || one.subjectId === null ? null : { kind: one.subjectKind, id: one.subjectId },
        details: one.details,
        network: one.network,
        cause: one.cause,
      }));
      return c.json({ data, next_cursor: cursorOf('h', next) }, 200);
    },
  );
}
