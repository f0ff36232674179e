-- Every request asks which tenant its host means, and read all tenants to learn it. The hosts of each, one a row; tenants.hosts stays what is written.
create table tenant_hosts (
  host       text not null,
  tenant_id  bigint not null references tenants (id) on delete cascade,
  primary key (host, tenant_id)
);
insert into tenant_hosts select distinct unnest(hosts), id from tenants;

create function keep_tenant_hosts() returns trigger language plpgsql as $$
begin
  delete from tenant_hosts where tenant_id = new.id;
  insert into tenant_hosts select distinct unnest(new.hosts), new.id;
  return null;
end $$;
create trigger tenant_hosts after insert or update of hosts on tenants for each row execute function keep_tenant_hosts();

-- What everybody reads is found by what is rarest, as in 0021: without statistics, an index that leads with a tenant who is alone is no better to the
-- planner than one that reads all of the tenant's rows.
do $$
declare
  read constant text[] := array['access_keys', 'categories', 'clients', 'comments', 'event_categories', 'event_images', 'online_conferences', 'roles', 'sessions'];
  one record;
  keys text[] := '{}';
begin
  -- Foreign keys hang on the primary keys that they refer to.
  for one in select conrelid::regclass as of, conname, pg_get_constraintdef(oid) as definition from pg_constraint
    where contype = 'f' and confrelid::regclass::text = any(read) loop
    execute format('alter table %s drop constraint %I', one.of, one.conname);
    keys := keys || format('alter table %s add constraint %I %s', one.of, one.conname, one.definition);
  end loop;
  for one in select indexname, indexdef from pg_indexes where schemaname = current_schema() and tablename = any(read)
    and indexdef ~ '\(tenant_id, ' and indexname !~ '_pkey$' loop
    execute format('drop index %I', one.indexname);
    execute regexp_replace(one.indexdef, '\(tenant_id, (.*)\)$', '(\1, tenant_id)');
  end loop;
  for one in select conrelid::regclass as of, conname, pg_get_constraintdef(oid) as definition from pg_constraint
    where contype = 'p' and conrelid::regclass::text = any(read) loop
    execute format('alter table %s drop constraint %I', one.of, one.conname);
    execute format('alter table %s add constraint %I %s', one.of, one.conname, regexp_replace(one.definition, '\(tenant_id, (.*)\)$', '(\1, tenant_id)'));
  end loop;
  for i in 1 .. cardinality(keys) loop
    execute keys[i];
  end loop;
end $$;
