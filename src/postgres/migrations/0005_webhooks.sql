-- Addresses of other programs that want to hear of changes, each in the form of one vendor.
create table webhooks (
  tenant_id        bigint not null references tenants,
  id               uuid not null,
  dialect          text not null check (dialect in ('meetbit', 'zyntro')),
  -- The organisation whose account made it, where the dialect has such.
  organisation_id  uuid,
  name             text not null,
  url              text not null,
  -- What it is told of, in our words.
  topics           text[] not null,
  -- As the vendor's client named them; null where it was made by our own API.
  slugs            text[],
  -- Signs what is sent. Sealed with a key that is not in this database.
  secret_sealed    bytea not null,
  auth_type        text not null default 'none' check (auth_type in ('none', 'bearer', 'basic', 'api_key', 'custom_header')),
  auth_sealed      bytea,
  timeout_seconds  integer not null check (timeout_seconds between 1 and 120),
  status           text not null default 'active' check (status in ('active', 'paused', 'disabled')),
  -- Failed tries since the last success.
  failure_count    integer not null default 0,
  last_status      integer,
  last_tried_at    timestamptz,
  created_at       timestamptz not null,
  updated_at       timestamptz not null,
  primary key (tenant_id, id)
);

-- One for each change and address: written with the change, in its transaction.
create table webhook_deliveries (
  tenant_id     bigint not null,
  -- The same for every try: by this the receiver knows a repeat.
  id            uuid not null default gen_random_uuid(),
  webhook_id    uuid not null,
  change_id     bigint not null,
  topics        text[] not null,
  -- The event as it was: {eventId, publicId, calendarId, calendarPublicId, title, startsAt, endsAt, status}.
  facts         jsonb not null,
  state         text not null default 'queued' check (state in ('queued', 'sending', 'awaiting_retry', 'delivered', 'failed')),
  attempts      integer not null default 0,
  due_at        timestamptz not null,
  -- While it is sent: whoever sends it is taken for dead after this. By the database's clock.
  leased_until  timestamptz,
  last_status   integer,
  last_error    text,
  created_at    timestamptz not null,
  finished_at   timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, webhook_id) references webhooks (tenant_id, id) on delete cascade
);
create unique index webhook_deliveries_once on webhook_deliveries (tenant_id, webhook_id, change_id);
create index webhook_deliveries_due on webhook_deliveries (due_at) where state in ('queued', 'awaiting_retry');
create index webhook_deliveries_sending on webhook_deliveries (leased_until) where state = 'sending';
