-- What opens the page that sets up the first house of an empty installation, as hashes; gone once a house is there.
create table setup_tokens (
  token_hash  bytea primary key,
  expires_at  timestamptz not null
);
