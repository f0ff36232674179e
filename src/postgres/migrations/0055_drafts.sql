-- An event that is being prepared: no public door shows it, and nobody is mailed of it before it is published.
alter table events drop constraint events_status_check;
alter table events add constraint events_status_check check (status in ('draft', 'scheduled', 'cancelled'));

-- Whether it gets a page when it is published. What is published has one where published_at says since when.
alter table events add column has_page boolean not null default false;
alter table events add constraint events_drafts_unpublished check (status <> 'draft' or published_at is null);
update events set has_page = true where published_at is not null;

-- A tenant's events in the order they begin in, whatever calendar they are in.
create index events_by_start on events (tenant_id, starts_at, id);

-- The words of title, place and organizer, and the tenant as one more: in one word, which no text has (there is a space in it).
create index events_by_words on events using gin ((
  to_tsvector('simple', title || ' ' || coalesce(location, '') || ' ' || organizer_name) || array_to_tsvector(array['tenant ' || tenant_id])
));

-- Who runs what is in a calendar unless told otherwise, and the hours in which it can be booked.
alter table calendars
  add column organizer_name text,
  add column reply_to       text,
  add column schedule_id    uuid,
  add foreign key (tenant_id, schedule_id) references schedules (tenant_id, id);
