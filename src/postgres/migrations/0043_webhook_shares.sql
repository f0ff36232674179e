-- What is due is looked for by receiver, each having its share.
drop index webhook_deliveries_due, webhook_deliveries_sending;
create index webhook_deliveries_due on webhook_deliveries (webhook_id, due_at) where state in ('queued', 'awaiting_retry');
create index webhook_deliveries_sending on webhook_deliveries (webhook_id, leased_until) where state = 'sending';
