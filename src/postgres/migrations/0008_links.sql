-- Meetings whose mails carry a link for each attendee that cancels or moves them; and those whose public UUID others made, so that it proves less.
alter table events
  add column attendee_links boolean not null default false,
  add column imported boolean not null default false;
