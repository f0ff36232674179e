-- From where a person signed in before, for 90 days: there, guesses of strangers at their account do not keep them waiting. An address can be found
-- again from its hash by trying all there are, so it is hashed with the installation's key.
create table known_networks (
  network_hash  bytea not null,
  tenant_id     bigint not null,
  user_id       bigint not null,
  seen_at       timestamptz not null,
  primary key (network_hash, tenant_id),
  foreign key (tenant_id, user_id) references users (tenant_id, id) on delete cascade
);
create index known_networks_by_user on known_networks (user_id, seen_at, tenant_id);
