import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { exportPerson } from '../../../operations/people/export-person.ts';
import { forgetPerson } from '../../../operations/people/forget-person.ts';
import type { DoorOptions } from '../../http/door.ts';
import { json, jsonBody, refuse, route } from '../described.ts';
import { type V1Env, requestOf } from '../principal.ts';
import { mailAddress } from '../words.ts';

const erasureSchema = z
  .strictObject({
    address: mailAddress,
    give_back_seats: z.boolean().default(false).openapi({ description: 'Give seats of events to come back first; nobody is told.' }),
  })
  .openapi('Erasure');

const erasedSchema = z
  .object({
    seats_given_back: z.int(),
    counts: z
      .record(z.string(), z.int())
      .openapi({ description: 'How many of what was changed or deleted.', example: { tickets: 3, deliveries: 7 } }),
  })
  .openapi('Erased');

const personDataSchema = z
  .object({
    address: z.string(),
    also: z.array(z.string()).openapi({ description: 'Addresses that were theirs before they were corrected.' }),
    names: z.array(z.string()),
    kept: z
      .record(z.string(), z.array(z.record(z.string(), z.unknown())))
      .openapi({ description: 'Rows as they are kept, by what they are, without hashes and secrets.' }),
  })
  .openapi('PersonData');

const personDataQuery = z.strictObject({
  address: mailAddress.openapi({ param: { name: 'address', in: 'query' }, type: 'string', example: 'kenji@example.net' }),
});

/** What is kept of a person, and its end: /api/v1/people-data and /erasures. */
export function addPrivacyRoutes(app: OpenAPIHono<V1Env>, { context }: DoorOptions): void {
  app.openapi(
    route('admin', {
      operationId: 'getPersonData',
      tag: 'Privacy',
      method: 'get',
      path: '/api/v1/people-data',
      summary: 'Everything that is kept of a person, by their address. That somebody asked is written down.',
      request: { query: personDataQuery },
      responses: { 200: json(personDataSchema, 'What is kept') },
      problems: { 404: 'Nothing is kept of that address' },
    }),
    async (c) => {
      const done = await exportPerson(context, c.get('tenant'), c.req.valid('query').address, requestOf(c));
      if (done.outcome !== 'exported') return refuse(c, 'not-found', { detail: 'Nothing is kept of that address.' });
      return c.json(JSON.parse(JSON.stringify(done.data, inWire)) as z.infer<typeof personDataSchema>, 200);
    },
  );
  app.openapi(
    route('admin', {
      operationId: 'erasePerson',
      tag: 'Privacy',
      method: 'post',
      path: '/api/v1/erasures',
      summary: 'Takes names, addresses and all else that is kept of a person out, for good. Sums and proofs stay without them.',
      request: { body: jsonBody(erasureSchema) },
      responses: { 200: json(erasedSchema, 'They are forgotten') },
      problems: { 404: 'Nothing is kept of that address', 409: 'They have seats to come, are the last administrator, or are being mailed' },
    }),
    async (c) => {
      const { address, give_back_seats: givesBack } = c.req.valid('json');
      const done = await forgetPerson(context, c.get('tenant'), { address, givesBack }, requestOf(c));
      switch (done.outcome) {
        case 'forgotten':
          return c.json({ seats_given_back: done.givenBack, counts: done.counts }, 200);
        case 'has_seats': {
          const seats = done.seats.map(({ title, startsAt }) => `“${title}” (${startsAt.toString({ smallestUnit: 'second' })})`);
          return refuse(c, 'conflict', {
            detail: `They have seats of events to come: ${seats.slice(0, 20).join(', ')}. Send \`give_back_seats\` to give these back.`,
          });
        }
        case 'last_administrator':
          return refuse(c, 'conflict', { detail: 'They are the last administrator: make somebody else one first.' });
        case 'busy':
          return refuse(c, 'conflict', { detail: 'A mail to them is on its way at this moment. Try again in a minute.' });
        case 'not_found':
        case 'no_address':
          return refuse(c, 'not-found', { detail: 'Nothing is kept of that address.' });
      }
    },
  );
}

/** Names of members in snake_case. */
function inWire(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), member]),
  );
}
