-- Sign-in of people of the house. A session is a cookie's token, kept as its hash; a renewed one opens for a moment under the token before, too, since a page
-- has several requests under way.
create table house_sessions (
  tenant_id    bigint not null,
  token_hash   bytea not null,
  before_hash  bytea,
  user_id      bigint not null,
  method       text not null check (method in ('password', 'provider')),
  started_at   timestamptz not null,
  renewed_at   timestamptz not null,
  seen_at      timestamptz not null,
  ends_at      timestamptz not null,
  primary key (token_hash, tenant_id),
  foreign key (tenant_id, user_id) references users (tenant_id, id) on delete cascade
);
create index house_sessions_of_user on house_sessions (user_id, tenant_id);
create index house_sessions_before on house_sessions (before_hash) where before_hash is not null;
create index house_sessions_end on house_sessions (ends_at);

-- What opens in place of a lost authenticator, once each.
create table recovery_codes (
  tenant_id  bigint not null,
  user_id    bigint not null,
  code_hash  bytea not null,
  primary key (user_id, code_hash, tenant_id),
  foreign key (tenant_id, user_id) references users (tenant_id, id) on delete cascade
);

-- A mailed token says by itself whose it is: its page opens under any host.
create index one_time_tokens_hash on one_time_tokens (token_hash);
