-- An order that waits for payment can be cancelled by the house, too.
alter table orders drop constraint orders_state_check;
alter table orders add constraint orders_state_check check (state in ('pending', 'settled', 'expired', 'cancelled'));

-- The line of an event as it is read page by page, those who are out of it included.
create index waitlist_entries_by_event on waitlist_entries (tenant_id, event_id, id);
