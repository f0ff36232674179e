-- A refresh token that was used is as good as one that never was: it goes, instead of staying as used.
delete from refresh_tokens where used_at is not null;
drop index refresh_tokens_live;
alter table refresh_tokens drop column used_at;
-- One refresh token for each client of a user; a new one voids the earlier.
create unique index refresh_tokens_one on refresh_tokens (tenant_id, user_id, client_id);
create index refresh_tokens_expiry on refresh_tokens (expires_at);
