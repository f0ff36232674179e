-- When people can be booked: the open blocks of a week, cut into slots.
create table schedules (
  tenant_id      bigint not null references tenants,
  id             uuid not null,
  name           text not null,
  -- By weekday, monday to sunday: [{"start": "09:00", "end": "17:00"}, ...], on the clocks of the calendar that is asked about.
  open_blocks    jsonb not null,
  slot_minutes   integer not null check (slot_minutes between 1 and 1440),
  gap_minutes    integer not null default 0 check (gap_minutes between 0 and 1440),
  -- Slots offered of one day at most; null: all of them.
  max_per_day    integer check (max_per_day > 0),
  created_at     timestamptz not null,
  primary key (tenant_id, id)
);

-- By weekday as above, one block each: shown to other programs, bound to nothing.
alter table accounts add column working_hours jsonb not null default '{}';
alter table members add column is_admin boolean not null default false;
