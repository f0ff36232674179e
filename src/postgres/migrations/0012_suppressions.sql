-- Addresses that a server said are none: their tenant mails them nothing more until somebody lifts it.
create table suppressions (
  tenant_id    bigint not null references tenants,
  -- In lower case.
  address      text not null,
  -- The server's words.
  reason       text not null,
  delivery_id  bigint not null,
  created_at   timestamptz not null,
  primary key (tenant_id, address)
);
