import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely';
import { Client, type QueryResult } from 'pg';
import type { Tenant } from '../src/domain/tenants/tenant.ts';
import { cancelEvent } from '../src/operations/events/cancel-event.ts';

type Statement = { text: string; values: unknown[] };

/** The statements of one cancel as the driver got them, with the two numbers that differ from cancel to cancel. */
export type Recording = { statements: Statement[]; eventId: number; outboxId: number };

/** Cancels one event through the operation and keeps what went to the driver. */
export async function record(client: Client, tenant: Tenant, eventId: number): Promise<Recording> {
  const statements: Statement[] = [];
  let outboxId = 0;
  const listener = {
    async query(text: string, values: unknown[] = []): Promise<QueryResult> {
      const plain = values.map((value) => (value instanceof Temporal.Instant ? value.toString() : value));
      statements.push({ text, values: plain });
      const answer = await client.query(text, plain);
      outboxId = outboxOf(answer) ?? outboxId;
      return { ...answer, rows: answer.rows.map(instants) };
    },
    release() {},
  };
  const pool = { connect: async () => listener, end: async () => {} };
  const db = new Kysely<never>({
    dialect: new PostgresDialect({ pool: pool as never }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
  const random = { uuid: () => crypto.randomUUID(), bytes: (count: number) => crypto.getRandomValues(new Uint8Array(count)) };
  const context = {
    db: db as never,
    clock: { now: () => Temporal.Now.instant() },
    random,
    sealingKey: null as never,
    links: undefined as never,
    wake() {},
  };
  const request = { actor: { kind: 'account' as const, id: '32' }, cause: 'bench', reason: 'The roof leaks' };
  const { outcome } = await cancelEvent(context, tenant, { id: eventId }, request);
  if (outcome !== 'cancelled') throw new Error(`not recorded: ${outcome}`);
  return { statements, eventId, outboxId };
}

/** The same cancel of another event, straight through the driver, each statement prepared once for a connection. */
export async function replay(client: Client, recording: Recording, eventId: number): Promise<void> {
  let outboxId = 0;
  for (const [index, { text, values }] of recording.statements.entries()) {
    const bound = values.map((value) =>
      Number(value) === recording.eventId ? eventId : Number(value) === recording.outboxId ? outboxId : value,
    );
    const answer = await client.query(bound.length === 0 ? { text } : { name: `r${index}`, text, values: bound });
    outboxId = outboxOf(answer) ?? outboxId;
  }
}

function outboxOf(answer: QueryResult): number | undefined {
  const row = (Array.isArray(answer) ? undefined : answer.rows?.[0]) as { outbox?: { id: number }[] } | undefined;
  return row?.outbox?.[0]?.id;
}

/** As the product's own connection gives them: instants as Temporal, bigint as numbers. */
function instants(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      value instanceof Date ? value.toTemporalInstant() : typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value,
    ]),
  );
}
