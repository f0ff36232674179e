-- Addresses are compared in one form, here and in domain/people/address.ts. lower() folded as the database's locale has it, "İ" otherwise
-- than JavaScript and in Turkish even "I", and knew nothing of hosts that are written in two ways.

-- An address whose host is kept as people read it ("ben@büro.example"), with A-labels instead: punycode, RFC 3492 §6.3.
create function with_a_labels(address text) returns text language plpgsql immutable strict parallel safe as $$
declare
  digits constant text := 'abcdefghijklmnopqrstuvwxyz0123456789';
  host constant text := substring(address from '[^@]*$');
  labels text[] := '{}';
  label text;
  code_points integer[];
  one integer;
  least_left integer;
  n integer;
  delta bigint;
  bias integer;
  basic integer;
  handled integer;
  q bigint;
  k integer;
  threshold integer;
begin
  foreach label in array string_to_array(host, '.') loop
    if octet_length(label) > char_length(label) then
      code_points := array(select ascii(c) from string_to_table(label, null) with ordinality as t (c, place) order by place);
      label := regexp_replace(label, '[^\u0001-\u007f]', '', 'g');
      basic := char_length(label);
      handled := basic;
      label := 'xn--' || label || case when basic > 0 then '-' else '' end;
      n := 128;
      delta := 0;
      bias := 72;
      while handled < cardinality(code_points) loop
        least_left := (select min(c) from unnest(code_points) as c where c >= n);
        delta := delta + (least_left - n)::bigint * (handled + 1);
        n := least_left;
        foreach one in array code_points loop
          if one < n then
            delta := delta + 1;
          elsif one = n then
            q := delta;
            k := 36;
            loop
              threshold := least(greatest(k - bias, 1), 26);
              exit when q < threshold;
              label := label || substr(digits, (threshold + (q - threshold) % (36 - threshold))::integer + 1, 1);
              q := (q - threshold) / (36 - threshold);
              k := k + 36;
            end loop;
            label := label || substr(digits, q::integer + 1, 1);
            delta := delta / case when handled = basic then 700 else 2 end;
            delta := delta + delta / (handled + 1);
            k := 0;
            while delta > 455 loop
              delta := delta / 35;
              k := k + 36;
            end loop;
            bias := k + (36 * delta / (delta + 38))::integer;
            delta := 0;
            handled := handled + 1;
          end if;
        end loop;
        delta := delta + 1;
        n := n + 1;
      end loop;
    end if;
    labels := labels || label;
  end loop;
  return substr(address, 1, char_length(address) - char_length(host)) || array_to_string(labels, '.');
end $$;

-- What folded() of domain/people/address.ts gives for an address that addressOf() let in. Not strict, and its body parsed now: so the planner puts the
-- expression in its place, and a restored dump finds what it calls.
create function folded(address text) returns text language sql immutable parallel safe
  return lower((case when octet_length(address) = char_length(address) then address else with_a_labels(address) end) collate "C");

-- Every index and column that folded by lower() folds by this now.
do $$
declare
  definitions text[];
  index_name text;
  definition text;
begin
  select array_agg(i.indexdef) into definitions from pg_indexes i
  where i.schemaname = current_schema() and i.tablename in ('users', 'customers', 'tickets', 'waitlist_entries', 'deliveries')
    and i.indexdef ~ '\mlower\(|\memail_folded\M';
  for index_name in select i.indexname from pg_indexes i where i.schemaname = current_schema() and i.indexdef = any(definitions) loop
    execute format('drop index %I', index_name);
  end loop;
  alter table tickets drop column email_folded, add column email_folded text generated always as (folded(email)) stored;
  alter table waitlist_entries drop column email_folded, add column email_folded text generated always as (folded(email)) stored;
  foreach definition in array definitions loop
    execute regexp_replace(definition, '\mlower\(', 'folded(', 'g');
  end loop;
end $$;

-- An address that was folded otherwise is suppressed under the form that is looked up from now on.
delete from suppressions s using deliveries d where d.tenant_id = s.tenant_id and d.id = s.delivery_id and s.address <> folded(d.recipient)
  and exists (select from suppressions o where o.tenant_id = s.tenant_id and o.address = folded(d.recipient));
update suppressions s set address = folded(d.recipient) from deliveries d
where d.tenant_id = s.tenant_id and d.id = s.delivery_id and s.address <> folded(d.recipient);
