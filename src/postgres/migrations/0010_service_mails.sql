-- Service mails go to whoever runs an event, at their own address. They hang on the event alone: nobody's seat, nobody's place in a line.
alter table outbox add column service jsonb, drop constraint outbox_audience_check;
alter table outbox add constraint outbox_audience_check check (audience in ('standing', 'joined', 'ticket', 'entry', 'organizer')),
  -- What the mail tells: {verb, network}.
  add constraint outbox_service_check check ((audience = 'organizer') = (service is not null));
alter table deliveries drop constraint deliveries_check;
alter table deliveries add constraint deliveries_check
  check (num_nonnulls(ticket_id, entry_id) = case purpose when 'bare_pair_used' then 0 else 1 end);
create unique index deliveries_told_organizer_once
  on deliveries (tenant_id, event_id, revision, purpose, occurrence, channel, lower(recipient)) where ticket_id is null and entry_id is null;
