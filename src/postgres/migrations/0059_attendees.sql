-- Who attends, as the house keeps it: a telephone number for when no mail arrives; when their ticket was last mailed again, so that two clicks are
-- one mail; and the addresses that were theirs before they were corrected, each with the revision of the event from which it is told nothing more.
alter table tickets add telephone text, add resent_at timestamptz, add former_addresses jsonb;
