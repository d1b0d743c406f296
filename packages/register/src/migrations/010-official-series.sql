-- 010: series that others have published (reported offences, supported persons), and a network's own earlier totals without incidents.

-- A revision of one series, JSON text as it was read from a file. Nothing of it is counted together with incidents.
create table lykta.official_series (
  network_id uuid not null references lykta.network,
  series_id uuid not null,
  revision integer not null check (revision >= 1),
  content text not null check (octet_length(content) between 2 and 400000),
  -- True: the last revision of a series that is shown no more.
  withdrawn boolean not null,
  author text not null,
  created_at timestamptz not null,
  from_position bigint,
  until_position bigint,
  primary key (network_id, series_id, revision)
);
create index official_series_unstamped on lykta.official_series (network_id) where from_position is null;

-- The coordinator enters them; the core group reads them beside the counts that it sees.
do $$
declare
  in_network constant text := 'network_id = (select lykta.current_network())';
begin
  alter table lykta.official_series enable row level security;
  alter table lykta.official_series force row level security;
  execute format('create policy owner_network on lykta.official_series to current_user using (%s) with check (%s)', in_network, in_network);
  execute format('create policy role_reads on lykta.official_series for select using (%s and (select lykta.caller_role() in (''coordinator'', ''core-member'')))', in_network);
  execute format('create policy role_adds on lykta.official_series for insert with check (%s and (select lykta.caller_role() = ''coordinator'') and author = (select lykta.caller_member()))', in_network);
end $$;

-- As before, with series: what this transaction inserted, what the chain says of it, and its position.
alter function lykta.has_unstamped(uuid) rename to has_unstamped_beside_series;
create function lykta.has_unstamped(p_network uuid) returns boolean
  language sql stable set search_path = pg_catalog, pg_temp
  as $$
  select lykta.has_unstamped_beside_series(p_network)
    or exists (select from lykta.official_series where network_id = p_network and from_position is null)
$$;

alter function lykta.unstamped_lines(uuid) rename to unstamped_lines_beside_series;
create function lykta.unstamped_lines(p_network uuid) returns setof text
  language sql stable set search_path = pg_catalog, pg_temp
  as $$
  select l.line from lykta.unstamped_lines_beside_series(p_network) l(line)
  union all
  select 'official-series ' || series_id || ' ' || revision || ' ' || encode(sha256(convert_to(
      jsonb_build_array(encode(sha256(convert_to(content, 'UTF8')), 'hex'), withdrawn, author)::text, 'UTF8')), 'hex')
    from lykta.official_series where network_id = p_network and from_position is null
$$;

alter function lykta.stamp_rest(uuid, bigint) rename to stamp_rest_beside_series;
create function lykta.stamp_rest(p_network uuid, p_position bigint) returns void
  language plpgsql set search_path = pg_catalog, pg_temp
  as $$
declare
  v_following bigint;
  v_replaced bigint;
begin
  perform lykta.stamp_rest_beside_series(p_network, p_position);
  select count(*) into v_following from lykta.official_series where network_id = p_network and from_position is null and revision > 1;
  update lykta.official_series o set until_position = p_position where network_id = p_network and from_position is not null and until_position is null
    and (series_id, revision) in (select series_id, revision - 1 from lykta.official_series where network_id = p_network and from_position is null);
  get diagnostics v_replaced = row_count;
  if v_replaced <> v_following then
    raise exception 'append_audit: a revision does not follow the one that stands' using errcode = '40001';
  end if;
  update lykta.official_series set from_position = p_position where network_id = p_network and from_position is null;
end $$;

revoke execute on all functions in schema lykta from public;
