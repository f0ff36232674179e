-- A dialect of our own: Standard Webhooks, tried for three days.
alter table webhooks drop constraint webhooks_dialect_check;
alter table webhooks add constraint webhooks_dialect_check check (dialect in ('meetbit', 'zyntro', 'standard'));
