-- What the development mailbox kept is not called sent. Of the demo it counts as told, as before: its people read that mailbox; of a real house nobody was.
alter table deliveries
  drop constraint deliveries_state_check,
  add constraint deliveries_state_check check (state in ('queued', 'sending', 'awaiting_retry', 'sent', 'captured', 'failed', 'bounced', 'aborted')),
  drop constraint deliveries_finished_check,
  add constraint deliveries_finished_check check ((state in ('sent', 'captured', 'failed', 'bounced', 'aborted')) = (finished_at is not null));
update deliveries d set state = 'captured', possibly_sent = te.demo
  from captured_mails c join tenants te on te.id = c.tenant_id
  where c.tenant_id = d.tenant_id and c.delivery_id = d.id and d.state = 'sent';
