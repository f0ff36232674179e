import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDemo, openDemo } from '../../test/harness/demo.ts';
import { type TestDoor, openDoor } from '../../test/harness/door.ts';
import { addTenant } from '../../test/harness/world.ts';
import type { Tenant } from '../domain/tenants/tenant.ts';
import type { Door } from './http/door.ts';

/** A request to a door. */
export type Call = { path: string; init: RequestInit };

/** All of an answer that a client may lean on. */
export type Answer = { status: number; type: string | null; body: string };

/** Something a vendor's client can cancel: an event, or a ticket of one. `wire` is how that client names it. */
export type Thing = { eventId: number; wire: Record<string, string>; recipients: string[] };

/** Bad input, and what is answered to it. `answer` null: what the vendor answers about a thing that is not there. */
export type Malformed = { what: string; call: Call; answer: Answer | null };

/**
 * What the suite needs to know of a vendor: how it is called and in which bytes it answers. What must hold, the suite says; where a
 * vendor's contract departs from the others', it gives the reason beside.
 */
export type Vendor<Caller> = {
  door: Door;
  /** The lines of its contract that each case proves. */
  proves: Record<'once' | 'twice' | 'inParallel' | 'toldOnce' | 'unknown' | 'foreign' | 'malformed', string>;
  /** Gives a tenant (the demo's, then a second one) what its callers sign in with. */
  admit(demo: TestDemo, tenant: Tenant): Promise<Caller>;
  /** Makes a thing that the caller may cancel, everybody concerned told of it. */
  make(demo: TestDemo, tenant: Tenant, caller: Caller): Promise<Thing>;
  /** The vendor's cancel, with REASON where the wire can carry one. */
  cancel(wire: Thing['wire'], caller: Caller): Call;
  /** The answer to a cancel that succeeds; of JSON, the members that matter. */
  cancelled(thing: Thing): Omit<Answer, 'body'> & { body: unknown };
  /** The words a cancel arrives with: REASON, or null where the wire has no place for any. */
  reason: string | null;
  /** The answer to a second cancel, where a cancelled thing is not simply missing, and why it may be told apart. */
  again?: { answer: Answer; because: string };
  /** The one answer about what is not there for this caller, whatever the cause. */
  missing: Answer;
  /** Names of nothing: never used ids, huge ones, negative ones, no ids at all. */
  unknown: Array<Thing['wire']>;
  /** `wire` names a live thing, which must stay alive. */
  malformed(wire: Thing['wire'], caller: Caller): Malformed[];
};

/** The words that go along with every cancel of the suite, where the wire can carry them. */
export const REASON = 'Water in the cellar \u{1f30a}';

/** Runs the promises every cancelling door keeps against one vendor's. */
export function describeVendor<Caller>(name: string, vendor: Vendor<Caller>): void {
  const { proves } = vendor;
  let demo: TestDemo;
  let door: TestDoor;
  let home: Caller;
  let abroad: Caller;
  let foreign: Tenant;
  const again = vendor.again?.answer ?? vendor.missing;

  beforeAll(async () => {
    demo = await openDemo();
    foreign = await addTenant(demo.context, 'Pier Hall');
    await sql`update tenants set hosts = array['tenant' || id || '.example']`.execute(demo.db);
    door = openDoor(vendor.door, demo, { throttled: false });
    home = await vendor.admit(demo, demo.tenant);
    abroad = await vendor.admit(demo, foreign);
  });
  afterAll(() => demo.close());

  const makeOne = () => vendor.make(demo, demo.tenant, home);
  const ask = async ({ path, init }: Call): Promise<Answer> => {
    const response = await door.request(path, init);
    return { status: response.status, type: response.headers.get('content-type'), body: await response.text() };
  };

  describe(`${name} cancels`, () => {
    test(`${proves.once}: once: the thing is cancelled, with one change that says who, why and through which door`, async () => {
      const thing = await makeOne();
      const before = await changesOf(demo, thing);
      expect(read(await ask(vendor.cancel(thing.wire, home)))).toMatchObject(vendor.cancelled(thing));
      const [change, ...more] = (await changesOf(demo, thing)).slice(before.length);
      expect(more).toEqual([]);
      expect(change).toMatchObject({
        kind: expect.stringMatching(/_cancelled$/),
        cause: expect.stringMatching(new RegExp(`^${name} `, 'i')),
      });
      expect(change?.['actorId']).toMatch(/^\d+$/);
    });

    test(`${proves.twice}: twice: the second call changes nothing and tells nobody`, async () => {
      const thing = await makeOne();
      await ask(vendor.cancel(thing.wire, home));
      const after = await traceOf(demo, thing);
      expect(await ask(vendor.cancel(thing.wire, home))).toEqual(again);
      expect(await traceOf(demo, thing)).toEqual(after);
    });

    test(`${proves.inParallel}: in parallel: of 50 calls at once one succeeds, and nobody is told twice`, async () => {
      const thing = await makeOne();
      const answers = await Promise.all(Array.from({ length: 50 }, () => ask(vendor.cancel(thing.wire, home))));
      const [success, ...others] = answers.filter((answer) => JSON.stringify(answer) !== JSON.stringify(again));
      expect(others).toEqual([]);
      expect(read(success ?? vendor.missing)).toMatchObject(vendor.cancelled(thing));
      expect((await cancelsOf(demo, thing)).map((row) => row['recipient'])).toEqual(thing.recipients);
    });

    test(`${proves.toldOnce}: told once: everybody concerned is owed one CANCEL, numbered above all they were sent, with the reason`, async () => {
      const thing = await makeOne();
      await ask(vendor.cancel(thing.wire, home));
      const cancels = await cancelsOf(demo, thing);
      expect(cancels.map((row) => row['recipient'])).toEqual(thing.recipients);
      for (const row of cancels) {
        expect(row).toMatchObject({ method: 'CANCEL', state: 'queued', reason: vendor.reason });
        expect(Number(row['sequence'])).toBeGreaterThan(Number(row['sentBefore']));
        expect(row['later']).toBe(true);
      }
      expect(new Set(cancels.map((row) => row['messageId'])).size).toBe(thing.recipients.length);
    });

    test(`${proves.unknown}: unknown: what does not exist is missing, however it is named`, async () => {
      for (const wire of vendor.unknown) expect([wire, await ask(vendor.cancel(wire, home))]).toEqual([wire, vendor.missing]);
      expect(door.faults).toEqual([]);
    });

    test(`${proves.foreign}: foreign: another tenant's thing is a missing one, and stays`, async () => {
      const thing = await vendor.make(demo, foreign, abroad);
      const before = await traceOf(demo, thing);
      expect(await ask(vendor.cancel(thing.wire, home))).toEqual(vendor.missing);
      expect(await traceOf(demo, thing)).toEqual(before);
      expect(read(await ask(vendor.cancel(thing.wire, abroad)))).toMatchObject(vendor.cancelled(thing));
    });

    test(`${proves.malformed}: malformed: bad input gets the documented error, changes nothing and is no fault`, async () => {
      const thing = await makeOne();
      const before = await traceOf(demo, thing);
      for (const { what, call, answer } of vendor.malformed(thing.wire, home)) {
        expect([what, await ask(call)]).toEqual([what, answer ?? vendor.missing]);
        expect([what, await traceOf(demo, thing)]).toEqual([what, before]);
      }
      expect(door.faults).toEqual([]);
    });
  });
}

/** An answer with its JSON parsed, if it is any. */
function read(answer: Answer): Omit<Answer, 'body'> & { body: unknown } {
  return { ...answer, body: answer.type === 'application/json' ? JSON.parse(answer.body) : answer.body };
}

type Row = Record<string, unknown>;

async function changesOf({ db }: TestDemo, { eventId }: Thing): Promise<Row[]> {
  return (
    await sql<Row>`select kind, actor_kind, actor_id, cause, revision from changes where event_id = ${eventId} order by id`.execute(db)
  ).rows;
}

/** The cancels an event's people are owed, with the highest number each was sent before. */
async function cancelsOf({ db }: TestDemo, { eventId }: Thing): Promise<Row[]> {
  const found = await sql<Row>`
    select d.recipient, d.state, d.sequence, d.message_id, o.method, o.reason, before.sequence as sent_before, d.dtstamp > before.dtstamp as later
    from deliveries d join outbox o on o.tenant_id = d.tenant_id and o.id = d.outbox_id
    cross join lateral (select max(b.sequence) as sequence, max(b.dtstamp) as dtstamp from deliveries b
      where b.subject_id = d.subject_id and b.subject_kind = d.subject_kind and b.tenant_id = d.tenant_id and b.id < d.id) before
    where d.event_id = ${eventId} and o.method = 'CANCEL' order by d.id`.execute(db);
  return found.rows;
}

/** Everything a cancel may leave behind. */
async function traceOf({ db }: TestDemo, { eventId }: Thing): Promise<unknown> {
  const found = await sql<{ trace: unknown }>`
    select jsonb_build_object(
      'event', (select to_jsonb(e) from events e where e.id = ${eventId}),
      'tickets', (select jsonb_agg(t order by t.id) from tickets t where t.event_id = ${eventId}),
      'changes', (select count(*) from changes c where c.event_id = ${eventId}),
      'plans', (select count(*) from outbox o where o.event_id = ${eventId}),
      'deliveries', (select jsonb_agg(d order by d.id) from deliveries d where d.event_id = ${eventId})) as trace`.execute(db);
  return found.rows[0]?.trace;
}
