-- 014: the same event and the same person, as the coordinator links them; and the views of the inbox that a member keeps.

-- What an incident, or a group of its persons, is linked to: whatever shares a cluster is the same, and nobody is named by it. Resolved
-- when it is written, so that nothing that counts need follow links from one to the next.
create table lykta.same_link (
  network_id uuid not null,
  incident_id uuid not null,
  -- 0-based place among the incident's groups of persons; -1 for the incident itself.
  entry integer not null check (entry >= -1),
  revision integer not null check (revision >= 1),
  -- Null once it is linked to nothing any more.
  cluster_id uuid,
  degree text check (degree in ('certain', 'probable')),
  -- How many groups the incident had: the link rests while it has another number.
  groups integer,
  author text not null,
  created_at timestamptz not null,
  from_position bigint,
  until_position bigint,
  primary key (network_id, incident_id, entry, revision),
  foreign key (network_id, incident_id) references lykta.incident,
  check ((cluster_id is null) = (degree is null)),
  check ((groups is null) = (entry = -1))
);
create index same_link_unstamped on lykta.same_link (network_id) where from_position is null;
create index same_link_position on lykta.same_link (network_id, from_position);
create index same_link_cluster on lykta.same_link (network_id, cluster_id);

-- That two are not the same, so that it is not asked again. The first is the one with the smaller id (and place).
create table lykta.same_refusal (
  network_id uuid not null,
  first_id uuid not null,
  first_entry integer not null check (first_entry >= -1),
  second_id uuid not null,
  second_entry integer not null check (second_entry >= -1),
  revision integer not null check (revision >= 1),
  -- True once it may be asked again.
  withdrawn boolean not null,
  author text not null,
  created_at timestamptz not null,
  from_position bigint,
  until_position bigint,
  primary key (network_id, first_id, first_entry, second_id, second_entry, revision),
  foreign key (network_id, first_id) references lykta.incident,
  foreign key (network_id, second_id) references lykta.incident,
  check ((first_entry = -1) = (second_entry = -1))
);
create index same_refusal_unstamped on lykta.same_refusal (network_id) where from_position is null;

-- No part of the record: which incidents a member likes to list, in codes (JSON text). She makes them and throws them away.
create table lykta.saved_view (
  network_id uuid not null references lykta.network,
  member_id text not null,
  view_id uuid not null,
  content text not null check (octet_length(content) between 2 and 2000),
  created_at timestamptz not null,
  primary key (network_id, member_id, view_id)
);

-- The coordinator links; the core group counts by it. A view is whose it is.
do $$
declare
  in_network constant text := 'network_id = (select lykta.current_network())';
  own_words constant text := 'author = (select lykta.caller_member())';
  coordinator constant text := '(select lykta.caller_role() = ''coordinator'')';
  all_readers constant text := '(select lykta.caller_role() in (''coordinator'', ''core-member''))';
  own_row constant text := '(select lykta.caller_role() in (''coordinator'', ''core-member'')) and member_id = (select lykta.caller_member())';
  t text;
begin
  foreach t in array array['same_link', 'same_refusal', 'saved_view'] loop
    execute format('alter table lykta.%I enable row level security', t);
    execute format('alter table lykta.%I force row level security', t);
    execute format('create policy owner_network on lykta.%I to current_user using (%s) with check (%s)', t, in_network, in_network);
  end loop;
  foreach t in array array['same_link', 'same_refusal'] loop
    execute format('create policy role_reads on lykta.%I for select using (%s and %s)', t, in_network, all_readers);
    execute format('create policy role_adds on lykta.%I for insert with check (%s and %s and %s)', t, in_network, coordinator, own_words);
  end loop;
  execute format('create policy role_reads on lykta.saved_view for select using (%s and %s)', in_network, own_row);
  execute format('create policy role_adds on lykta.saved_view for insert with check (%s and %s)', in_network, own_row);
  execute format('create policy role_takes on lykta.saved_view for delete using (%s and %s)', in_network, own_row);
end $$;

-- As before, with links: what this transaction inserted, what the chain says of it, and its position.
alter function lykta.has_unstamped(uuid) rename to has_unstamped_beside_links;
create function lykta.has_unstamped(p_network uuid) returns boolean
  language sql stable set search_path = pg_catalog, pg_temp
  as $$
  select lykta.has_unstamped_beside_links(p_network)
    or exists (select from lykta.same_link where network_id = p_network and from_position is null)
    or exists (select from lykta.same_refusal where network_id = p_network and from_position is null)
$$;

alter function lykta.unstamped_lines(uuid) rename to unstamped_lines_beside_links;
create function lykta.unstamped_lines(p_network uuid) returns setof text
  language sql stable set search_path = pg_catalog, pg_temp
  as $$
  select l.line from lykta.unstamped_lines_beside_links(p_network) l(line)
  union all
  select 'same-link ' || incident_id || ' ' || entry || ' ' || revision || ' ' || encode(sha256(convert_to(
      jsonb_build_array(cluster_id, degree, groups, author)::text, 'UTF8')), 'hex')
    from lykta.same_link where network_id = p_network and from_position is null
  union all
  select 'same-refusal ' || first_id || ' ' || first_entry || ' ' || second_id || ' ' || second_entry || ' ' || revision || ' '
      || encode(sha256(convert_to(jsonb_build_array(withdrawn, author)::text, 'UTF8')), 'hex')
    from lykta.same_refusal where network_id = p_network and from_position is null
$$;

alter function lykta.stamp_rest(uuid, bigint) rename to stamp_rest_beside_links;
create function lykta.stamp_rest(p_network uuid, p_position bigint) returns void
  language plpgsql set search_path = pg_catalog, pg_temp
  as $$
declare
  v_following bigint;
  v_replaced bigint;
  v_rows bigint;
begin
  perform lykta.stamp_rest_beside_links(p_network, p_position);
  select (select count(*) from lykta.same_link where network_id = p_network and from_position is null and revision > 1)
    + (select count(*) from lykta.same_refusal where network_id = p_network and from_position is null and revision > 1) into v_following;
  update lykta.same_link o set until_position = p_position where network_id = p_network and from_position is not null and until_position is null
    and (incident_id, entry, revision) in (select incident_id, entry, revision - 1 from lykta.same_link where network_id = p_network and from_position is null);
  get diagnostics v_replaced = row_count;
  update lykta.same_refusal o set until_position = p_position where network_id = p_network and from_position is not null and until_position is null
    and (first_id, first_entry, second_id, second_entry, revision) in (select first_id, first_entry, second_id, second_entry, revision - 1
      from lykta.same_refusal where network_id = p_network and from_position is null);
  get diagnostics v_rows = row_count;
  v_replaced := v_replaced + v_rows;
  if v_replaced <> v_following then
    raise exception 'append_audit: a revision does not follow the one that stands' using errcode = '40001';
  end if;
  update lykta.same_link set from_position = p_position where network_id = p_network and from_position is null;
  update lykta.same_refusal set from_position = p_position where network_id = p_network and from_position is null;
end $$;

revoke execute on all functions in schema lykta from public;
