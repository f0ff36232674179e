-- A mail that a server took is one row: when its last attempt began stands beside the words and the end that stand there already. Only attempts that
-- failed have rows of their own.
alter table deliveries
  add column started_at timestamptz,
  -- How often a server put it off, or the way to it broke: what back-off counts. Attempts that ended with our own process are none.
  add column setbacks integer not null default 0;
update deliveries d set setbacks = a.setbacks from (
  select tenant_id, delivery_id, count(*) as setbacks from delivery_attempts where outcome in ('deferred', 'lost') group by tenant_id, delivery_id) a
where d.tenant_id = a.tenant_id and d.id = a.delivery_id and d.state in ('queued', 'sending', 'awaiting_retry');
