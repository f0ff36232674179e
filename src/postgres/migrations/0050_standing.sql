-- What the portal's pages ask of something that changed: the tickets a customer no longer holds, and the moves of an event, without reading
-- every change it ever had (a ticket issued is one, and a crowd has a hundred thousand).
create index tickets_given_back on tickets (tenant_id, customer_id, id) where released_revision is not null and customer_id is not null;
create index changes_of_time on changes (tenant_id, event_id, id) where kind in ('event_rescheduled', 'event_updated');
