-- What customers do beyond holding tickets: second factors and forced resets, one-time tokens, the profile they act as.

alter table users
  -- A right password is then answered with a reset token and nothing else.
  add column must_reset_password boolean not null default false,
  -- The key of the second factor, sealed with a key that is not in this database; null: there is none.
  add column totp_sealed bytea,
  -- The last 30-second step whose code was accepted: each code counts once (RFC 6238 §5.2).
  add column totp_last_step bigint;

-- A session knows its client, and the client's refresh token the profile: so a renewed session acts as the same one.
alter table sessions add column client_id text;
alter table refresh_tokens add column customer_id bigint;

-- Tokens that work once and briefly: a link that signs its bearer in, or lets them set a new password.
create table one_time_tokens (
  tenant_id   bigint not null references tenants,
  token_hash  bytea not null,
  user_id     bigint not null,
  purpose     text not null check (purpose in ('sign_in', 'reset_password')),
  created_at  timestamptz not null,
  expires_at  timestamptz not null,
  primary key (tenant_id, token_hash),
  foreign key (tenant_id, user_id) references users (tenant_id, id)
);
create index one_time_tokens_expiry on one_time_tokens (expires_at);

-- Members are customers with a contract that is running; all others are contacts.
alter table customers add column is_member boolean not null default false;

-- Who may see an event, or take a ticket of a type.
alter table events add column open_to text not null default 'everyone'
  check (open_to in ('everyone', 'signed_in', 'members', 'contacts'));
alter table ticket_types add column open_to text not null default 'everyone'
  check (open_to in ('everyone', 'signed_in', 'members', 'contacts'));

-- Pictures of events, as they were given.
create table event_images (
  tenant_id   bigint not null,
  event_id    bigint not null,
  size        text not null check (size in ('small', 'large')),
  media_type  text not null,
  bytes       bytea not null,
  primary key (tenant_id, event_id, size),
  foreign key (tenant_id, event_id) references events (tenant_id, id)
);
-- Pictures are compressed already; trying again costs time and saves nothing.
alter table event_images alter column bytes set storage external;
