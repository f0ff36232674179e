import { sql } from 'kysely';
import type { EventFacts, ItipMethod, MessageWords, Notice, PlainNotice, ServiceFacts, UidScope } from '../domain/notices/notice.ts';
import { type LinkAction, type LinkSigner, type MailedLink, actsForAll } from '../domain/notices/link.ts';
import { languageOf } from '../domain/people/people.ts';
import type { Database } from '../postgres/database.ts';
import type { ClaimedDelivery } from './claim.ts';
import { byId } from './order.ts';

/** What a plan says, the same for all its recipients. */
type PlannedFacts = {
  /** Throws where what is stored is no event. */
  event(): EventFacts;
  /** Null where there is no calendar part. */
  method: ItipMethod | null;
  uidScope: UidScope;
  uid: string;
  reason: string | null;
  offerUntil: Temporal.Instant | null;
  service: ServiceFacts | null;
  message: MessageWords | null;
};

/** What cannot be made into a notice: its rows say too little, or what a newer version of this code understands. */
export type Unreadable = { unreadable: unknown };

/** Plans kept at most: what a plan says never changes, and a crowd's mails all ask for the same two. */
const MAX_KEPT = 200;

/**
 * Makes the notices of claimed deliveries: `read` answers in their order. `publicUrl` is where this installation's pages are,
 * without a trailing slash. The same rows give the same notice, whoever reads them and whenever.
 */
export function createNoticeReader(
  db: Database,
  publicUrl: string,
  links: LinkSigner,
): {
  /** All of them; rejects where one cannot be read. */
  read(claimed: ClaimedDelivery[]): Promise<(Notice | PlainNotice)[]>;
  /** One that cannot be read is so alone. Rejects when the database does not answer. */
  readEach(claimed: ClaimedDelivery[]): Promise<(Notice | PlainNotice | Unreadable)[]>;
} {
  const kept = new Map<string, PlannedFacts>();

  async function load(claimed: ClaimedDelivery[]): Promise<void> {
    const wanted = new Map<string, { tenantId: number; id: number }>();
    for (const { tenantId, outboxId, toldOutboxId } of claimed) {
      for (const id of [outboxId, toldOutboxId]) if (id !== null) wanted.set(keyOf(tenantId, id), { tenantId, id });
    }
    const missing = [...wanted].flatMap(([key, plan]) => (kept.has(key) ? [] : [plan]));
    if (missing.length === 0) return;
    if (kept.size + missing.length > MAX_KEPT) kept.clear();
    const all = kept.size === 0 ? [...wanted.values()] : missing;
    for (const [key, facts] of await loadPlans(db, all)) kept.set(key, facts);
  }

  function plan(tenantId: number, id: number): PlannedFacts {
    const found = kept.get(keyOf(tenantId, id));
    if (!found) throw new Error(`plan ${id} of tenant ${tenantId} is not there`);
    return found;
  }

  function notice(one: ClaimedDelivery): Notice | PlainNotice {
    const told = one.toldOutboxId === null ? null : plan(one.tenantId, one.toldOutboxId).event();
    return noticeOf(one, plan(one.tenantId, one.outboxId), told, publicUrl, links);
  }

  return {
    async read(claimed) {
      await load(claimed);
      return claimed.map(notice);
    },
    async readEach(claimed) {
      await load(claimed);
      return claimed.map((one) => {
        try {
          return notice(one);
        } catch (error) {
          return { unreadable: error };
        }
      });
    },
  };
}

function noticeOf(
  one: ClaimedDelivery,
  plan: PlannedFacts,
  told: EventFacts | null,
  publicUrl: string,
  signer: LinkSigner,
): Notice | PlainNotice {
  const event = plan.event();
  const known = told && { title: told.title, location: told.location, startsAt: told.startsAt, endsAt: told.endsAt };
  const changed = one.purpose === 'moved' || one.purpose === 'updated';
  const common = {
    deliveryId: one.id,
    messageId: one.messageId,
    inReplyTo: one.inReplyTo,
    date: one.createdAt,
    // What is called off is what this person knows of, also where a move before it never reached them.
    event: plan.method === 'CANCEL' ? { ...event, ...known } : event,
    previous: changed ? known : null,
    reason: plan.reason,
    recipient: {
      email: one.recipient,
      name: one.recipientName,
      zone: one.zone,
      zoneSource: one.zoneSource,
      language: languageOf(one.language),
      role: one.role,
      participationStatus: one.participationStatus,
    },
    links: linksOf(one, plan, publicUrl, signer),
    // A meeting has no page of its own for its attendees.
    pageUrl: plan.uidScope === 'ticket' ? `${publicUrl}/events/${one.eventId}` : null,
  };
  if (one.purpose === 'seat_offered' || one.purpose === 'offer_withdrawn' || one.purpose === 'offer_revoked') {
    if (plan.offerUntil === null) throw new Error(`plan ${one.outboxId} offers nothing`);
    return { ...common, purpose: one.purpose, ticket: null, itip: null, offer: { until: plan.offerUntil, typeName: one.ticketTypeName } };
  }
  if (one.purpose === 'bare_pair_used') {
    if (plan.service === null) throw new Error(`plan ${one.outboxId} tells no service`);
    return { ...common, purpose: one.purpose, ticket: null, itip: null, service: plan.service };
  }
  if (one.purpose === 'message') {
    if (plan.message === null) throw new Error(`plan ${one.outboxId} has no words`);
    const because = one.subjectKind === 'place' ? 'waiting' : plan.uidScope === 'ticket' ? 'ticket' : one.role;
    return { ...common, purpose: one.purpose, ticket: null, itip: null, message: { ...plan.message, because } };
  }
  if (plan.method === null || one.ticketCode === null) throw new Error(`plan ${one.outboxId} has no calendar part`);
  return {
    ...common,
    purpose: one.purpose,
    ticket:
      one.ticketUid === null
        ? null
        : { code: one.ticketCode, typeName: one.ticketTypeName, holderName: one.toOther ? one.holderName : null },
    itip: {
      uid: one.ticketUid ?? plan.uid,
      uidScope: plan.uidScope,
      sequence: one.sequence,
      dtstamp: one.dtstamp,
      method: plan.method,
    },
  };
}

/**
 * Where this person moves or cancels the meeting, until it ends, or takes or declines the seat, while it is held; and as long as the event stands where
 * this mail says. All from the plan, so that a retry has the same bytes.
 */
function linksOf(
  { tenantId, subjectKind, subjectId, purpose, role }: ClaimedDelivery,
  plan: PlannedFacts,
  publicUrl: string,
  signer: LinkSigner,
): MailedLink[] {
  const { method, offerUntil } = plan;
  const event = plan.event();
  const links = (expiresAt: Temporal.Instant, actions: LinkAction[]) =>
    actions.map((action) => ({
      action,
      url: `${publicUrl}/l/${signer.sign({ action, tenantId, subjectId, startsAt: event.startsAt, expiresAt })}`,
    }));
  if (purpose === 'seat_offered' && offerUntil !== null) return links(offerUntil, ['take_seat', 'decline_seat']);
  if (method !== 'REQUEST' || !event.attendeeLinks || subjectKind !== 'seat') return [];
  const both = links(event.endsAt, ['reschedule', 'cancel']);
  return event.attendees === undefined || actsForAll(role, event.attendees) ? both : both.map((link) => ({ ...link, asks: true }));
}

const keyOf = (tenantId: number, id: number) => `${tenantId}/${id}`;

const INSTANTS = ['startsAt', 'endsAt', 'createdAt', 'updatedAt'] as const;
type StoredFacts = Omit<EventFacts, (typeof INSTANTS)[number]> & Record<(typeof INSTANTS)[number], string>;

async function loadPlans(db: Database, plans: { tenantId: number; id: number }[]): Promise<[string, PlannedFacts][]> {
  const found = await sql<Omit<PlannedFacts, 'event'> & { tenantId: number; id: number; facts: StoredFacts }>`
    select o.tenant_id, o.id, o.facts, o.method, o.uid_scope, o.uid, o.reason, o.offer_until, o.service, o.message
    from unnest(${plans.map((plan) => plan.tenantId)}::bigint[], ${plans.map((plan) => plan.id)}::bigint[]) as k(tenant_id, id)
    cross join lateral ${sql.raw(byId('outbox', 'k.id', 'k.tenant_id'))} o`.execute(db);
  return found.rows.map(({ tenantId, id, facts, ...plan }) => [keyOf(tenantId, id), { ...plan, event: once(() => factsFrom(facts)) }]);
}

/** A crowd's notices share what they are made of. */
function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

function factsFrom(stored: StoredFacts): EventFacts {
  return {
    ...stored,
    startsAt: Temporal.Instant.from(stored.startsAt),
    endsAt: Temporal.Instant.from(stored.endsAt),
    createdAt: Temporal.Instant.from(stored.createdAt),
    updatedAt: Temporal.Instant.from(stored.updatedAt),
  };
}
