-- A plan that cannot be expanded waits by itself, for every worker: how often it was tried, and when it is tried again.
alter table outbox add column attempts integer not null default 0, add column retry_at timestamptz;
