-- A key of our own API ends by itself where it was told to, is known to have been used (to the minute), and may have two secrets for a while: the one
-- before opens until `previous_until`, so that a program can be given the new one without a moment in which it is shut out.
alter table api_keys add column expires_at timestamptz;
alter table api_keys add column last_used_at timestamptz;
alter table api_keys add column previous_hash bytea;
alter table api_keys add column previous_until timestamptz;
alter table api_keys add constraint api_keys_previous_check check ((previous_hash is null) = (previous_until is null));
create unique index api_keys_previous_hash on api_keys (previous_hash) where previous_hash is not null;
