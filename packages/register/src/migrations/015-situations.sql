-- 015: situation reports: one for a meeting, in a version for each audience, with its files as they were made, and who let a version go.
--
-- The core group reads all versions from the moment at which they are made, and the version of its own is for nobody else. The others go to
-- their readers when a second person has agreed. What a version tells of counts enters the ledger (005) with that, so that every later
-- edition and report is tried together with it.

create table lykta.situation_report (
  network_id uuid not null references lykta.network,
  report_id uuid not null,
  meeting_id uuid not null,
  -- Position of the register's clock that it was made at.
  as_of bigint not null,
  -- So many entries the ledger had: what it tells was tried with these, and with no others.
  ledger_length integer not null check (ledger_length >= 0),
  author text not null,
  created_at timestamptz not null,
  from_position bigint,
  primary key (network_id, report_id),
  foreign key (network_id, meeting_id) references lykta.meeting
);
create index situation_report_unstamped on lykta.situation_report (network_id) where from_position is null;

create table lykta.situation_version (
  network_id uuid not null,
  report_id uuid not null,
  audience text not null check (audience in ('core', 'network', 'public')),
  -- SHA-256, in hexadecimal, of the files' hashes: what is agreed to.
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  -- JSON text: what it tells of the parts of years, as protected tables, and on which day.
  content text not null,
  -- The same as the ledger will hold it, JSON text; null where it tells nothing new.
  told text,
  author text not null,
  created_at timestamptz not null,
  from_position bigint,
  primary key (network_id, report_id, audience),
  foreign key (network_id, report_id) references lykta.situation_report,
  check (audience <> 'core' or told is null)
);
create index situation_version_unstamped on lykta.situation_version (network_id) where from_position is null;

create table lykta.situation_file (
  network_id uuid not null,
  report_id uuid not null,
  audience text not null,
  -- "sv/index.html", "en/report.pdf", "sv/report.json".
  path text not null check (path ~ '^(?:sv|en)/[a-z]+\.(?:html|pdf|json)$'),
  bytes bytea not null,
  author text not null,
  from_position bigint,
  primary key (network_id, report_id, audience, path),
  foreign key (network_id, report_id, audience) references lykta.situation_version
);
create index situation_file_unstamped on lykta.situation_file (network_id) where from_position is null;

create table lykta.situation_release (
  network_id uuid not null,
  report_id uuid not null,
  audience text not null check (audience in ('network', 'public')),
  digest text not null,
  author text not null,
  created_at timestamptz not null,
  from_position bigint,
  primary key (network_id, report_id, audience),
  foreign key (network_id, report_id, audience) references lykta.situation_version
);
create index situation_release_unstamped on lykta.situation_release (network_id) where from_position is null;

-- Lets a version go to its readers, as the second of two persons; alone where nobody else is there who could be asked: a coordinator a day
-- later, and at once where the network has no members yet.
create function lykta.release_situation(p_report uuid, p_audience text, p_digest text) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  v_network constant uuid := lykta.current_network();
  v_actor constant text := lykta.caller_member();
  v_report lykta.situation_report;
  v_version lykta.situation_version;
  v_made_at timestamptz;
  v_entries integer;
  v_own integer;
begin
  if lykta.caller_role() in ('coordinator', 'core-member') is not true then
    raise exception 'release_situation: the caller may agree to nothing' using errcode = '42501';
  end if;
  select * into v_report from lykta.situation_report where network_id = v_network and report_id = p_report and from_position is not null;
  select * into v_version from lykta.situation_version
    where network_id = v_network and report_id = p_report and audience = p_audience and audience <> 'core' and from_position is not null;
  if v_report.report_id is null or v_version.report_id is null or v_version.digest <> p_digest then
    raise exception 'release_situation: there is no such version' using errcode = '42501';
  end if;
  if v_version.author = v_actor and exists (select from lykta.member m where m.network_id = v_network and m.active and m.until_position is null) then
    select a.at into v_made_at from lykta.audit a where a.network_id = v_network and a.position = v_version.from_position;
    if (v_made_at + interval '24 hours' <= lykta.register_time()) is not true
        or (select count(*) from lykta.member m where m.network_id = v_network and m.role = 'coordinator' and m.active
          and m.from_position is not null and m.until_position is null) > 1 then
      raise exception 'release_situation: another has to agree to it' using errcode = '42501';
    end if;
  end if;
  select count(*) into v_entries from lykta.ledger_entry where network_id = v_network;
  -- The other version of the same report was tried with this one.
  select count(*) into v_own from lykta.situation_release r join lykta.situation_version v using (network_id, report_id, audience)
    where r.network_id = v_network and r.report_id = p_report and v.told is not null;
  if v_version.told is not null then
    if v_entries - v_own <> v_report.ledger_length then
      raise exception 'release_situation: something was published since it was made' using errcode = '42501';
    end if;
    insert into lykta.ledger_entry (network_id, entry_id, seq, kind, audience, content, author, created_at)
      values (v_network, gen_random_uuid(), v_entries + 1, 'outside', p_audience, v_version.told, v_actor, lykta.register_time());
  end if;
  insert into lykta.situation_release (network_id, report_id, audience, digest, author, created_at)
    values (v_network, p_report, p_audience, p_digest, v_actor, lykta.register_time());
end $$;

do $$
declare
  in_network constant text := 'network_id = (select lykta.current_network())';
  coordinator constant text := '(select lykta.caller_role() = ''coordinator'')';
  core_group constant text := '(select lykta.caller_role() in (''coordinator'', ''core-member''))';
  members constant text := '(select lykta.caller_role() in (''coordinator'', ''core-member'', ''reporter'', ''reader''))';
  own_words constant text := 'author = (select lykta.caller_member())';
  released constant text := 'audience <> ''core'' and exists (select from lykta.situation_release r
    where r.network_id = THIS.network_id and r.report_id = THIS.report_id and r.audience = THIS.audience)';
  t text;
  reads text;
begin
  for t, reads in values
    ('situation_report', core_group),
    ('situation_version', format('%s or (%s and %s)', core_group, members, released)),
    ('situation_file', format('%s or (%s and %s)', core_group, members, released)),
    ('situation_release', members)
  loop
    execute format('alter table lykta.%I enable row level security', t);
    execute format('alter table lykta.%I force row level security', t);
    execute format('create policy owner_network on lykta.%I to current_user using (%s) with check (%s)', t, in_network, in_network);
    execute format('create policy role_reads on lykta.%I for select using (%s and (%s))', t, in_network, replace(reads, 'THIS', t));
    -- A release is added by release_situation alone.
    execute format('create policy role_adds on lykta.%I for insert with check (%s and %s and %s)', t, in_network, case t when 'situation_release' then 'false' else coordinator end, own_words);
  end loop;
end $$;

-- As before, with situation reports: what this transaction inserted, what the chain says of it, and its position.
alter function lykta.has_unstamped(uuid) rename to has_unstamped_beside_situations;
create function lykta.has_unstamped(p_network uuid) returns boolean
  language sql stable set search_path = pg_catalog, pg_temp
  as $$
  select lykta.has_unstamped_beside_situations(p_network)
    or exists (select from lykta.situation_report where network_id = p_network and from_position is null)
    or exists (select from lykta.situation_version where network_id = p_network and from_position is null)
    or exists (select from lykta.situation_file where network_id = p_network and from_position is null)
    or exists (select from lykta.situation_release where network_id = p_network and from_position is null)
$$;

alter function lykta.unstamped_lines(uuid) rename to unstamped_lines_beside_situations;
create function lykta.unstamped_lines(p_network uuid) returns setof text
  language sql stable set search_path = pg_catalog, pg_temp
  as $$
  select l.line from lykta.unstamped_lines_beside_situations(p_network) l(line)
  union all
  select 'situation-report ' || report_id || ' ' || encode(sha256(convert_to(
      jsonb_build_array(meeting_id, as_of, ledger_length, author)::text, 'UTF8')), 'hex')
    from lykta.situation_report where network_id = p_network and from_position is null
  union all
  select 'situation-version ' || report_id || ' ' || audience || ' ' || encode(sha256(convert_to(
      jsonb_build_array(digest, encode(sha256(convert_to(content, 'UTF8')), 'hex'), encode(sha256(convert_to(told, 'UTF8')), 'hex'), author)::text, 'UTF8')), 'hex')
    from lykta.situation_version where network_id = p_network and from_position is null
  union all
  select 'situation-file ' || report_id || ' ' || audience || ' ' || path || ' ' || encode(sha256(bytes), 'hex') || ' ' || author
    from lykta.situation_file where network_id = p_network and from_position is null
  union all
  select 'situation-release ' || report_id || ' ' || audience || ' ' || encode(sha256(convert_to(
      jsonb_build_array(digest, author)::text, 'UTF8')), 'hex')
    from lykta.situation_release where network_id = p_network and from_position is null
$$;

alter function lykta.stamp_rest(uuid, bigint) rename to stamp_rest_beside_situations;
create function lykta.stamp_rest(p_network uuid, p_position bigint) returns void
  language plpgsql set search_path = pg_catalog, pg_temp
  as $$
begin
  perform lykta.stamp_rest_beside_situations(p_network, p_position);
  update lykta.situation_report set from_position = p_position where network_id = p_network and from_position is null;
  update lykta.situation_version set from_position = p_position where network_id = p_network and from_position is null;
  update lykta.situation_file set from_position = p_position where network_id = p_network and from_position is null;
  update lykta.situation_release set from_position = p_position where network_id = p_network and from_position is null;
end $$;

revoke execute on all functions in schema lykta from public;
