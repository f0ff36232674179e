-- What a key of our own API may do (domain/access/scope.ts). Keys that there were could do everything that there was.
alter table api_keys add column scopes text[] not null default '{}';
update api_keys set scopes = '{admin}' where door = 'v1';
alter table api_keys add constraint api_keys_scopes_check check (door <> 'v1' or scopes <> '{}');

-- Names a tenant elsewhere than here, and goes into the public UUID of everything of its own that has no column for one
-- (domain/public-id.ts): a column and an index on tickets would make a hundred thousand seats dearer than they are.
alter table tenants add column public_id uuid not null default gen_random_uuid();
