-- Indexes lead with what is rarest. Where every index led with the tenant, who is alone on most installations, the planner took all of them for equally
-- good as long as it had no statistics, and a statement that was prepared then read whole tables for ever (docs/decisions/0015).
-- Ties go to the index that was made last, so those that the most statements need come last.

do $$
declare
  hot constant text[] := array['calendars', 'changes', 'customers', 'delivery_attempts', 'events', 'order_lines', 'orders', 'outbox', 'ticket_types', 'tickets', 'users',
    'waitlist_entries', 'webhook_deliveries'];
  one record;
  keys text[] := '{}';
begin
  -- Foreign keys hang on the primary keys that they refer to.
  for one in select conrelid::regclass as of, conname, pg_get_constraintdef(oid) as definition from pg_constraint
    where contype = 'f' and confrelid::regclass::text = any(hot) loop
    execute format('alter table %s drop constraint %I', one.of, one.conname);
    keys := keys || format('alter table %s add constraint %I %s', one.of, one.conname, one.definition);
  end loop;
  -- Partial indexes are for other questions, and some of them are asked of one tenant.
  for one in select schemaname, indexname, indexdef from pg_indexes where schemaname = current_schema() and tablename = any(hot)
    and indexdef ~ '\(tenant_id, ' and indexdef !~ ' WHERE ' and indexname !~ '_pkey$' loop
    execute format('drop index %I', one.indexname);
    execute regexp_replace(one.indexdef, '\(tenant_id, (.*)\)$', '(\1, tenant_id)');
  end loop;
  for one in select conrelid::regclass as of, conname, pg_get_constraintdef(oid) as definition from pg_constraint
    where contype = 'p' and conrelid::regclass::text = any(hot) loop
    execute format('alter table %s drop constraint %I', one.of, one.conname);
    execute format('alter table %s add constraint %I %s', one.of, one.conname, regexp_replace(one.definition, '\(tenant_id, (.*)\)$', '(\1, tenant_id)'));
  end loop;
  for i in 1 .. cardinality(keys) loop
    execute keys[i];
  end loop;
end $$;

drop index changes_by_ticket, outbox_pending, outbox_pending_by_event, tickets_by_customer, tickets_by_email, tickets_one_attendance, orders_pending, order_lines_held,
  waitlist_entries_once, waitlist_entries_waiting;
create index changes_by_ticket on changes (ticket_id, id, tenant_id) where ticket_id is not null;
-- A meeting tells each address once.
create unique index tickets_one_attendance on tickets (event_id, email_folded, tenant_id) where released_revision is null and uid is null;
create index tickets_by_email on tickets (email_folded, event_id, tenant_id);
create index tickets_by_customer on tickets (customer_id, id, tenant_id) where released_revision is null;
create index orders_pending on orders (customer_id, tenant_id) where state = 'pending';
create index order_lines_held on order_lines (event_id, tenant_id) where held;
create unique index waitlist_entries_once on waitlist_entries (event_id, email_folded, tenant_id) where state in ('waiting', 'offered');
create index waitlist_entries_waiting on waitlist_entries (event_id, id, tenant_id) where state = 'waiting';
-- What workers take next; and, for the order of one event's plans, which of its plans wait. Each has a predicate that the other's question does
-- not imply, so that neither is taken for the other.
create index outbox_pending on outbox (lane, planned, id) where state = 'pending' and expanded_at is null;
create index outbox_pending_by_event on outbox (event_id, id) where state = 'pending';

-- The ledger costs each mail its indexes three times (planned, claimed, recorded): few. Only its primary key leads with the tenant, whose list it
-- pages; whatever looks for anything but an id compares the tenant afterwards. Ids are of one sequence for all tenants.
drop index deliveries_by_change, deliveries_by_event, deliveries_by_recipient, deliveries_told_once;
create unique index deliveries_told_once
  on deliveries (subject_id, subject_kind, revision, purpose, occurrence, channel, coalesce(lower(recipient), ''));
create index deliveries_by_recipient on deliveries (lower(recipient));
create index deliveries_by_event on deliveries (event_id, id);
alter table deliveries drop constraint deliveries_pkey, add primary key (tenant_id, id);
