-- Whose a comment is: it was kept by name alone.
alter table comments add customer_id bigint;

-- Events of long ago whose people were forgotten, so that nobody looks at them again.
create table erased_events (
  tenant_id  bigint not null references tenants,
  event_id   bigint not null,
  erased_at  timestamptz not null,
  primary key (event_id, tenant_id),
  foreign key (tenant_id, event_id) references events (tenant_id, id) on delete cascade
);
