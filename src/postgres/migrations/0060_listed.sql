-- A plan for some, named one by one as they stood when it was made: whom a message is for, or a resend to all who were not reached. In order, so that it can be
-- written out in steps like any other; and, of a message, its words.
alter table outbox
  add listed bigint[],
  add message jsonb,
  drop constraint outbox_audience_check,
  drop constraint outbox_subject_check,
  add constraint outbox_audience_check check (audience in ('standing', 'joined', 'one', 'listed')),
  add constraint outbox_subject_check check ((audience = 'one') = (subject_id is not null) and (audience in ('one', 'listed')) = (subject_kind is not null)
    and subject_kind in ('seat', 'place', 'event')),
  add constraint outbox_listed_check check ((audience = 'listed') = (listed is not null));
