-- What was sent at each try of a message to another program, and what came back: for whoever has to find out why it is not taken.
create table webhook_attempts (
  id          bigint generated always as identity primary key,
  tenant_id   bigint not null,
  message_id  uuid not null,
  url         text not null,
  -- The body that was sent; null where it could not be made. Cut, as the answer is.
  payload     text,
  -- Of the answer; null: none came, and `error` says why.
  status      integer,
  error       text,
  -- The beginning of the answer's body.
  answer      text,
  ended_at    timestamptz not null,
  foreign key (message_id, tenant_id) references webhook_deliveries (id, tenant_id) on delete cascade
);
create index webhook_attempts_of_message on webhook_attempts (message_id, tenant_id, id);

-- A message that tells of no change is a test.
alter table webhook_deliveries alter column change_id drop not null;
