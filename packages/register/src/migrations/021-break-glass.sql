-- 021: opening at once where waiting would put somebody in danger: for an hour, with a coded reason, seen by the core group and reviewed by another.

-- Somebody breaks the glass: reads more than the few that anybody may open in a while, or opens one incident for her own organisation.
create table lykta.break_glass (
  network_id uuid not null references lykta.network,
  glass_id uuid not null,
  -- A code of packages/incident/src/grounds/glass-reasons.ts; nothing is written freely.
  reason text not null check (reason ~ '^[a-z][a-z0-9-]{0,39}$'),
  -- What it opened (012, 'taken'); null: it reads many.
  share_id uuid,
  expires_at timestamptz not null,
  author text not null,
  created_at timestamptz not null,
  from_position bigint,
  primary key (network_id, glass_id),
  unique (network_id, share_id),
  foreign key (network_id, share_id) references lykta.share
);
create index break_glass_unstamped on lykta.break_glass (network_id) where from_position is null;

-- Ended before its time, by anybody of the core group; and what another found afterwards. Each at most once.
create table lykta.break_glass_step (
  network_id uuid not null,
  glass_id uuid not null,
  act text not null check (act in ('end', 'review')),
  finding text check (finding in ('justified', 'not-justified')),
  author text not null,
  created_at timestamptz not null,
  from_position bigint,
  primary key (network_id, glass_id, act),
  foreign key (network_id, glass_id) references lykta.break_glass,
  check ((act = 'review') = (finding is not null))
);
create index break_glass_step_unstamped on lykta.break_glass_step (network_id) where from_position is null;

create function lykta.is_glass_over(p_glass uuid) returns boolean
  language plpgsql stable parallel safe security definer cost 1 set search_path = pg_catalog, pg_temp
  as $$
begin
  return exists (select from lykta.break_glass g where g.network_id = lykta.current_network() and g.glass_id = p_glass and g.from_position is not null
    and (g.expires_at <= lykta.register_time()
      or exists (select from lykta.break_glass_step t where t.network_id = g.network_id and t.glass_id = g.glass_id and t.act = 'end')
      or exists (select from lykta.share_step t where t.network_id = g.network_id and t.share_id = g.share_id and t.act = 'end')));
end $$;

create function lykta.is_own_glass(p_glass uuid) returns boolean
  language plpgsql stable parallel safe security definer cost 1 set search_path = pg_catalog, pg_temp
  as $$
begin
  return exists (select from lykta.break_glass g where g.network_id = lykta.current_network() and g.glass_id = p_glass and g.author = lykta.caller_member());
end $$;

-- It takes the place of an answer that does not come, never of one that was no: whoever was refused reading in the last day asks again.
-- One at a time. Of an incident, what she has just opened herself for her own organisation.
create function lykta.may_break_glass(p_share uuid) returns boolean
  language plpgsql stable parallel safe security definer cost 1 set search_path = pg_catalog, pg_temp
  as $$
begin
  if p_share is not null then
    return exists (select from lykta.share s where s.network_id = lykta.current_network() and s.share_id = p_share and s.way = 'taken'
      and s.author = lykta.caller_member() and s.from_position is null);
  end if;
  return not exists (select from lykta.break_glass g where g.network_id = lykta.current_network() and g.author = lykta.caller_member() and g.share_id is null
      and g.from_position is not null and not lykta.is_glass_over(g.glass_id))
    and not exists (select from lykta.reading_session r
      join lykta.reading_step t on t.network_id = r.network_id and t.session_id = r.session_id and t.act = 'refuse'
      join lykta.audit a on a.network_id = t.network_id and a.position = t.from_position
      where r.network_id = lykta.current_network() and r.author = lykta.caller_member() and r.purpose = 'reading' and a.at > lykta.register_time() - interval '24 hours');
end $$;

do $$
declare
  in_network constant text := 'network_id = (select lykta.current_network())';
  coordinator constant text := '(select lykta.caller_role() = ''coordinator'')';
  core_member constant text := '(select lykta.caller_role() = ''core-member'')';
  all_readers constant text := '(select lykta.caller_role() in (''coordinator'', ''core-member''))';
  own_words constant text := 'author = (select lykta.caller_member())';
  within_the_hour constant text := 'expires_at <= (select lykta.register_time()) + interval ''1 hour''';
  t text;
  adds text;
begin
  for t, adds in values
    ('break_glass', format('%s and %s and lykta.may_break_glass(share_id)', all_readers, within_the_hour)),
    ('break_glass_step', all_readers || ' and case act when ''review'' then lykta.is_glass_over(glass_id) and not lykta.is_own_glass(glass_id) else true end')
  loop
    execute format('alter table lykta.%I enable row level security', t);
    execute format('alter table lykta.%I force row level security', t);
    execute format('create policy owner_network on lykta.%I to current_user using (%s) with check (%s)', t, in_network, in_network);
    execute format('create policy role_reads on lykta.%I for select using (%s and %s)', t, in_network, all_readers);
    execute format('create policy role_adds on lykta.%I for insert with check (%s and (%s) and %s)', t, in_network, adds, own_words);
  end loop;
  -- 012: an emergency opened for a day. Now for an hour.
  execute format('alter policy role_adds on lykta.share with check (%s and ((way <> ''taken'' and (%s or (%s and lykta.is_of_caller_organisation(incident_id))))
    or (way = ''taken'' and %s and organisation_id = (select lykta.caller_organisation()) and %s)) and %s)', in_network, coordinator, core_member, core_member, within_the_hour, own_words);
end $$;

-- As before, with these: what this transaction inserted, what the chain says of it, and its position.
alter function lykta.has_unstamped(uuid) rename to has_unstamped_beside_glass;
create function lykta.has_unstamped(p_network uuid) returns boolean
  language sql stable set search_path = pg_catalog, pg_temp
  as $$
  select lykta.has_unstamped_beside_glass(p_network)
    or exists (select from lykta.break_glass where network_id = p_network and from_position is null)
    or exists (select from lykta.break_glass_step where network_id = p_network and from_position is null)
$$;

alter function lykta.unstamped_lines(uuid) rename to unstamped_lines_beside_glass;
create function lykta.unstamped_lines(p_network uuid) returns setof text
  language sql stable set search_path = pg_catalog, pg_temp
  as $$
  select l.line from lykta.unstamped_lines_beside_glass(p_network) l(line)
  union all
  select 'break-glass ' || glass_id || ' ' || encode(sha256(convert_to(jsonb_build_array(reason, share_id, lykta.moment_text(expires_at), author)::text, 'UTF8')), 'hex')
    from lykta.break_glass where network_id = p_network and from_position is null
  union all
  select 'break-glass-step ' || glass_id || ' ' || act || ' ' || encode(sha256(convert_to(jsonb_build_array(finding, author)::text, 'UTF8')), 'hex')
    from lykta.break_glass_step where network_id = p_network and from_position is null
$$;

alter function lykta.stamp_rest(uuid, bigint) rename to stamp_rest_beside_glass;
create function lykta.stamp_rest(p_network uuid, p_position bigint) returns void
  language plpgsql set search_path = pg_catalog, pg_temp
  as $$
begin
  perform lykta.stamp_rest_beside_glass(p_network, p_position);
  update lykta.break_glass set from_position = p_position where network_id = p_network and from_position is null;
  update lykta.break_glass_step set from_position = p_position where network_id = p_network and from_position is null;
end $$;

revoke execute on all functions in schema lykta from public;
