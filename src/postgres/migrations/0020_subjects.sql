-- A notice has a subject: a seat (tickets.id), a place in a waiting list (waitlist_entries.id), or the event itself (events.id), for whoever runs it.
-- One key says what is told once, and what keeps order, for all of them.

alter table outbox add column subject_kind text, add column subject_id bigint, drop constraint outbox_audience_check,
  drop constraint outbox_service_check, drop constraint outbox_check, drop constraint outbox_check1;
update outbox set
  subject_kind = case audience when 'ticket' then 'seat' when 'entry' then 'place' else 'event' end,
  subject_id = case audience when 'ticket' then ticket_id when 'entry' then entry_id else event_id end,
  audience = 'one'
where audience in ('ticket', 'entry', 'organizer');
alter table outbox drop column ticket_id, drop column entry_id,
  -- 'standing': had a seat before this revision and still has; 'joined': got it at this revision; 'one': its subject alone.
  add constraint outbox_audience_check check (audience in ('standing', 'joined', 'one')),
  add constraint outbox_subject_check
    check ((audience = 'one') = (subject_id is not null) and (audience = 'one') = (subject_kind is not null) and subject_kind in ('seat', 'place', 'event')),
  -- What a service mail tells: {verb, network}.
  add constraint outbox_service_check check ((subject_kind is not distinct from 'event') = (service is not null));

-- 'superseded': a newer notice says more; 'told_the_same', 'never_told': there was nothing to say; 'over': what it offers is not there any more;
-- 'suppressed', 'no_address': there is nowhere to send it. Null: an attempt ended it, or nothing has.
alter table deliveries add column subject_kind text, add column subject_id bigint, add column ended_because text;
drop index deliveries_told_once, deliveries_told_waiting_once, deliveries_told_organizer_once;
update deliveries set
  subject_kind = case when ticket_id is not null then 'seat' when entry_id is not null then 'place' else 'event' end,
  subject_id = coalesce(ticket_id, entry_id, event_id),
  leased_by = case when state = 'sending' then leased_by end,
  finished_at = case when state in ('sent', 'failed', 'bounced', 'aborted') then coalesce(finished_at, due_at) end,
  ended_because = case
    when state = 'aborted' and last_reply like 'superseded by revision %' then 'superseded'
    when state = 'aborted' and last_reply = 'told the same already' then 'told_the_same'
    when state = 'aborted' and last_reply like 'never told of it, so not told %' then 'never_told'
    when state = 'aborted' and last_reply like 'the offer is %' then 'over'
    when state = 'bounced' and last_reply like 'not sent: this address was refused before (%' then 'suppressed'
    when state = 'failed' and recipient is null then 'no_address' end;
-- Nobody's any more; whoever was sending it may have sent it.
update deliveries set state = 'awaiting_retry', possibly_sent = true where state = 'sending' and leased_by is null;
alter table deliveries drop column ticket_id, drop column entry_id,
  alter column subject_kind set not null, alter column subject_id set not null,
  add constraint deliveries_subject_check check (subject_kind in ('seat', 'place', 'event')),
  add constraint deliveries_lease_check check ((state = 'sending') = (leased_by is not null)),
  add constraint deliveries_finished_check check ((state in ('sent', 'failed', 'bounced', 'aborted')) = (finished_at is not null)),
  add constraint deliveries_ended_check check (ended_because is null or (finished_at is not null
    and ended_because in ('superseded', 'told_the_same', 'never_told', 'over', 'suppressed', 'no_address')));

-- Promise 2: told once. A second enqueue of the same notice is a no-op. It also finds all deliveries of one subject.
create unique index deliveries_told_once
  on deliveries (subject_id, subject_kind, revision, purpose, occurrence, channel, coalesce(lower(recipient), ''), tenant_id);
