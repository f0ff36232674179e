-- What a sweep could not do, and when it tries again: the rows behind it have their turn meanwhile. A row goes when what it is about is done.
create table setbacks (
  tenant_id bigint not null references tenants (id),
  kind text not null check (kind in ('offers', 'order')),
  subject_id bigint not null,
  tries integer not null check (tries > 0),
  retry_at timestamptz not null,
  primary key (kind, subject_id, tenant_id)
);
