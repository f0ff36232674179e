-- The conference of an event that is called off goes with it, unless it has started. By a trigger: a cancel reads before it waits for the event's row, so it
-- would not see a conference that was made under the row's lock meanwhile.
create function end_conference() returns trigger language plpgsql as $$
begin
  update online_conferences set deleted_at = new.cancelled_at, updated_at = new.cancelled_at
    where tenant_id = new.tenant_id and event_id = new.id and started_at is null and deleted_at is null;
  return null;
end $$;
create trigger events_end_conference after update of status on events
  for each row when (new.status = 'cancelled' and old.status <> 'cancelled') execute function end_conference();
