-- Answers of our own API that are given again when a program repeats a request with the same Idempotency-Key; for a day. `answer_sealed` is null
-- while the request is worked on by whoever holds `claim`.
create table idempotency_keys (
  tenant_id bigint not null references tenants (id),
  principal text not null,
  key text not null,
  fingerprint bytea not null,
  claim uuid not null,
  claimed_at timestamptz not null,
  answer_sealed bytea,
  primary key (key, principal, tenant_id)
);
create index idempotency_keys_age on idempotency_keys (claimed_at);

-- How many requests came of somebody within a window, of all processes together. What a crash forgets of it is a minute's counting, so it
-- is not written twice.
create unlogged table request_counts (
  window_at timestamptz not null,
  counted bytea not null,
  count integer not null,
  primary key (window_at, counted)
);
