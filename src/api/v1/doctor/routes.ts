import { type OpenAPIHono, z } from '@hono/zod-openapi';
import type { DoorOptions } from '../../http/door.ts';
import { json, refuse, route } from '../described.ts';
import type { V1Env } from '../principal.ts';

const finding = z
  .object({
    name: z.string().openapi({ description: 'What it is; stable.', example: 'spf_missing' }),
    severity: z
      .enum(['fault', 'warning'])
      .openapi({ description: 'A fault does not work, or soon will not; a warning works, and worse than it could.' }),
    says: z.string().openapi({ example: 'harbour.example has no SPF record.' }),
    mend: z.string().openapi({ example: 'Publish a TXT record `v=spf1 …` that names the servers that send for this domain.' }),
  })
  .openapi('Finding');

const report = z
  .object({
    checks: z.array(
      z.object({
        check: z.string().openapi({ example: 'sender domains' }),
        facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).openapi({ example: { domains: 'harbour.example' } }),
        findings: z.array(finding),
      }),
    ),
  })
  .openapi('DoctorReport');

/** What `adjourn doctor` says: /api/v1/doctor. */
export function addDoctorRoutes(app: OpenAPIHono<V1Env>, { examine }: DoorOptions): void {
  app.openapi(
    route('admin', {
      operationId: 'examineInstallation',
      tag: 'Installation',
      method: 'get',
      path: '/api/v1/doctor',
      summary:
        'Looks at database, mail server, sender domain, clock, disk and public address now, and says how to mend what it finds. Takes seconds.',
      responses: { 200: json(report, 'Every check with what it saw and found') },
      problems: { 404: 'The process that answers does not look at itself' },
    }),
    async (c) => {
      if (!examine) return refuse(c, 'not-found', { detail: 'This process does not look at itself.' });
      return c.json({ checks: await examine(c.get('tenant').id) }, 200);
    },
  );
}
