-- Every request asks whose its host is.
create index tenants_hosts on tenants using gin (hosts);
-- Tokens and keys are looked up together with the tenant, by what is rarest.
create unique index sessions_token on sessions (token_hash, tenant_id);
create unique index access_keys_id on access_keys (key_id, tenant_id);
