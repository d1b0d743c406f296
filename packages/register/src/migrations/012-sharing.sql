-- 012: incidents opened to other organisations on a legal ground, and sessions in which many sealed texts are read.

-- ── Opening ─────────────────────────────────────────────────────────────────────────────────────────────────────

-- An incident's sealed part, disclosed to an organisation: the log of what was disclosed to whom, by whom, on which ground.
create table lykta.share (
  network_id uuid not null references lykta.network,
  share_id uuid not null,
  incident_id uuid not null,
  -- To whom.
  organisation_id uuid not null,
  -- 'opened' here, and read once it is accepted; 'told' elsewhere, by telephone or at a meeting, which opens nothing here; 'taken': opened
  -- by the one who reads, in an emergency, at once and for a short time.
  way text not null check (way in ('opened', 'told', 'taken')),
  -- The reasons that are written; those and what is added to them; and what is noted in following it up.
  what text not null check (what in ('written', 'reasons', 'follow-up')),
  -- The incident's revision that stood: 'written' goes as far as that.
  up_to integer not null check (up_to >= 1),
  -- A code of packages/incident/src/grounds, with the paragraph that it stands for.
  ground text not null check (ground ~ '^[a-z][a-z0-9-]{0,39}$'),
  expires_at timestamptz,
  author text not null,
  created_at timestamptz not null,
  from_position bigint,
  primary key (network_id, share_id),
  foreign key (network_id, incident_id) references lykta.incident,
  check (way <> 'taken' or expires_at is not null)
);
create index share_unstamped on lykta.share (network_id) where from_position is null;
create index share_of on lykta.share (network_id, incident_id, organisation_id);

-- The receiver's answer, and the end: each at most once.
create table lykta.share_step (
  network_id uuid not null,
  share_id uuid not null,
  seq integer not null check (seq in (1, 2)),
  act text not null check (act in ('accept', 'decline', 'end')),
  author text not null,
  created_at timestamptz not null,
  from_position bigint,
  primary key (network_id, share_id, seq),
  foreign key (network_id, share_id) references lykta.share,
  check ((act = 'end') = (seq = 2))
);
create index share_step_unstamped on lykta.share_step (network_id) where from_position is null;

-- Whether it is the caller's organisation that reported it first; having entered it for another does not count.
create function lykta.is_of_caller_organisation(p_incident uuid) returns boolean
  language plpgsql stable parallel safe security definer cost 1 set search_path = pg_catalog, pg_temp
  as $$
begin
  return exists (select from lykta.incident i where i.network_id = lykta.current_network() and i.incident_id = p_incident
    and i.organisation_id = lykta.caller_organisation());
end $$;

-- Whether something that is opened stands: answered, not ended and not run out.
create function lykta.is_share_open(p_share lykta.share) returns boolean
  language plpgsql stable parallel safe security definer cost 1 set search_path = pg_catalog, pg_temp
  as $$
begin
  return p_share.from_position is not null
    and (p_share.expires_at is null or p_share.expires_at > lykta.register_time())
    and (p_share.way = 'taken' or p_share.way = 'opened' and exists (select from lykta.share_step t
      where t.network_id = p_share.network_id and t.share_id = p_share.share_id and t.seq = 1 and t.act = 'accept' and t.from_position is not null))
    and not exists (select from lykta.share_step t where t.network_id = p_share.network_id and t.share_id = p_share.share_id and t.seq = 2);
end $$;

-- May the caller read of this incident what is closed to others? `p_part`: 'reasons' or 'follow-up'. A coordinator may; a core member when
-- it is her organisation's, or is opened to it. For every policy on what belongs to an incident and is sealed.
create function lykta.may_read_incident(p_incident uuid, p_part text) returns boolean
  language plpgsql stable parallel safe security definer cost 1 set search_path = pg_catalog, pg_temp
  as $$
begin
  if lykta.caller_role() = 'coordinator' then
    return true;
  end if;
  if (lykta.caller_role() = 'core-member') is not true then
    return false;
  end if;
  return lykta.is_of_caller_organisation(p_incident) or exists (select from lykta.share s
    where s.network_id = lykta.current_network() and s.incident_id = p_incident and s.organisation_id = lykta.caller_organisation()
      and (s.what = 'follow-up' or s.what = 'reasons' and p_part = 'reasons') and lykta.is_share_open(s));
end $$;

-- The same of one sealed reason, which may be among those that were opened as they stood.
create function lykta.may_read_text(p_sealed uuid) returns boolean
  language plpgsql stable parallel safe security definer cost 1 set search_path = pg_catalog, pg_temp
  as $$
begin
  return exists (select from lykta.sealed_body b where b.network_id = lykta.current_network() and b.sealed_id = p_sealed
    and (lykta.may_read_incident(b.incident_id, 'reasons')
      or lykta.caller_role() = 'core-member' and exists (select from lykta.share s
        where s.network_id = b.network_id and s.incident_id = b.incident_id and s.organisation_id = lykta.caller_organisation()
          and s.what = 'written' and s.up_to >= b.revision and lykta.is_share_open(s))));
end $$;

-- ── Reading many texts ──────────────────────────────────────────────────────────────────────────────────────────

-- Somebody asks to read more than the few that anybody may open at a time. Seen by the whole core group.
create table lykta.reading_session (
  network_id uuid not null references lykta.network,
  session_id uuid not null,
  purpose text not null check (purpose in ('reading', 'search', 'annual-report', 'export', 're-sealing')),
  author text not null,
  created_at timestamptz not null,
  from_position bigint,
  primary key (network_id, session_id)
);
create index reading_session_unstamped on lykta.reading_session (network_id) where from_position is null;

-- What became of it: each at most once. It runs from its beginning until it is ended, refused or out of time.
create table lykta.reading_step (
  network_id uuid not null,
  session_id uuid not null,
  act text not null check (act in ('approve', 'refuse', 'withdraw', 'begin', 'end')),
  -- Of a beginning: how many texts it opens, in all and of each organisation's incidents (JSON text).
  texts integer check (texts >= 0),
  extent text check (octet_length(extent) <= 100000),
  author text not null,
  created_at timestamptz not null,
  from_position bigint,
  primary key (network_id, session_id, act),
  foreign key (network_id, session_id) references lykta.reading_session,
  check ((act = 'begin') = (texts is not null) and (act = 'begin') = (extent is not null))
);
create index reading_step_unstamped on lykta.reading_step (network_id) where from_position is null;
-- What one member has read of late is counted with each text that she opens; other lines cost nothing by it.
create index audit_read on lykta.audit (network_id, actor, at) where action in ('text.read', 'note.read');

-- Whether the caller may agree to what another asks for: a coordinator, or a core member whom the network's settings name.
create function lykta.is_second_person() returns boolean
  language plpgsql stable parallel safe security definer cost 1 set search_path = pg_catalog, pg_temp
  as $$
begin
  return lykta.caller_role() = 'coordinator' or lykta.caller_role() = 'core-member' and exists (select from lykta.network_setting s
    where s.network_id = lykta.current_network() and s.from_position is not null and s.until_position is null
      and jsonb_typeof(s.settings::jsonb -> 'secondPersons') = 'array' and s.settings::jsonb -> 'secondPersons' ? lykta.caller_member());
end $$;

-- Whether the caller asked for it.
create function lykta.is_own_session(p_session uuid) returns boolean
  language plpgsql stable parallel safe security definer cost 1 set search_path = pg_catalog, pg_temp
  as $$
begin
  return exists (select from lykta.reading_session r where r.network_id = lykta.current_network() and r.session_id = p_session
    and r.from_position is not null and r.author = lykta.caller_member());
end $$;

-- Whether it may begin: agreed to by another, or asked for a day ago and refused by nobody; within eight days.
create function lykta.may_begin_session(p_session uuid) returns boolean
  language plpgsql stable parallel safe security definer cost 1 set search_path = pg_catalog, pg_temp
  as $$
declare
  v_asked_at timestamptz;
begin
  select a.at into v_asked_at from lykta.reading_session r join lykta.audit a on a.network_id = r.network_id and a.position = r.from_position
    where r.network_id = lykta.current_network() and r.session_id = p_session;
  return v_asked_at is not null and v_asked_at + interval '8 days' > lykta.register_time()
    and not exists (select from lykta.reading_step t where t.network_id = lykta.current_network() and t.session_id = p_session and t.act in ('refuse', 'withdraw', 'end'))
    and (v_asked_at + interval '24 hours' <= lykta.register_time()
      or exists (select from lykta.reading_step t where t.network_id = lykta.current_network() and t.session_id = p_session
        and t.act = 'approve' and t.from_position is not null));
end $$;

-- ── Row-level security ──────────────────────────────────────────────────────────────────────────────────────────

do $$
declare
  in_network constant text := 'network_id = (select lykta.current_network())';
  coordinator constant text := '(select lykta.caller_role() = ''coordinator'')';
  core_member constant text := '(select lykta.caller_role() = ''core-member'')';
  all_readers constant text := '(select lykta.caller_role() in (''coordinator'', ''core-member''))';
  own_organisation constant text := 'organisation_id = (select lykta.caller_organisation())';
  own_words constant text := 'author = (select lykta.caller_member())';
  given constant text := 'lykta.is_of_caller_organisation(incident_id)';
  -- The share that a step is of, as far as the caller sees it.
  share constant text := 'exists (select from lykta.share s where s.network_id = share_step.network_id and s.share_id = share_step.share_id%s)';
  to_own constant text := ' and s.organisation_id = (select lykta.caller_organisation())';
  t text;
  reads text;
  adds text;
begin
  for t, reads, adds in values
    ('share', format('%s or (%s and (%s or %s))', coordinator, core_member, own_organisation, given),
      format('(way <> ''taken'' and (%s or (%s and %s))) or (way = ''taken'' and %s and %s and expires_at <= (select lykta.register_time()) + interval ''24 hours'')',
        coordinator, core_member, given, core_member, own_organisation)),
    ('share_step', all_readers || ' and ' || format(share, ''),
      format('%s and ((seq = 1 and %s) or (seq = 2 and %s))', all_readers, format(share, to_own || ' and s.way = ''opened'''), format(share, ''))),
    ('reading_session', all_readers, all_readers),
    ('reading_step', all_readers, format('%s and case act when ''approve'' then lykta.is_second_person() and not lykta.is_own_session(session_id)
        when ''refuse'' then not lykta.is_own_session(session_id) when ''withdraw'' then lykta.is_own_session(session_id)
        when ''begin'' then lykta.is_own_session(session_id) and lykta.may_begin_session(session_id) else true end', all_readers))
  loop
    execute format('alter table lykta.%I enable row level security', t);
    execute format('alter table lykta.%I force row level security', t);
    execute format('create policy owner_network on lykta.%I to current_user using (%s) with check (%s)', t, in_network, in_network);
    execute format('create policy role_reads on lykta.%I for select using (%s and (%s))', t, in_network, reads);
    execute format('create policy role_adds on lykta.%I for insert with check (%s and (%s) and %s)', t, in_network, adds, own_words);
  end loop;
  -- 002: one's own organisation's. Now what is opened to it too.
  execute format('alter policy role_reads on lykta.sealed_body using (%s and (%s or (%s and lykta.may_read_text(sealed_id))))', in_network, coordinator, core_member);
  execute format('alter policy role_reads on lykta.sealed_key using (%s and (%s or (%s and lykta.may_read_text(sealed_id))))', in_network, coordinator, core_member);
end $$;

-- ── The audit ───────────────────────────────────────────────────────────────────────────────────────────────────

-- As before, with these: what this transaction inserted, what the chain says of it, and its position.
alter function lykta.has_unstamped(uuid) rename to has_unstamped_beside_shares;
create function lykta.has_unstamped(p_network uuid) returns boolean
  language sql stable set search_path = pg_catalog, pg_temp
  as $$
  select lykta.has_unstamped_beside_shares(p_network)
    or exists (select from lykta.share where network_id = p_network and from_position is null)
    or exists (select from lykta.share_step where network_id = p_network and from_position is null)
    or exists (select from lykta.reading_session where network_id = p_network and from_position is null)
    or exists (select from lykta.reading_step where network_id = p_network and from_position is null)
$$;

alter function lykta.unstamped_lines(uuid) rename to unstamped_lines_beside_shares;
create function lykta.unstamped_lines(p_network uuid) returns setof text
  language sql stable set search_path = pg_catalog, pg_temp
  as $$
  select l.line from lykta.unstamped_lines_beside_shares(p_network) l(line)
  union all
  select 'share ' || share_id || ' ' || encode(sha256(convert_to(
      jsonb_build_array(incident_id, organisation_id, way, what, up_to, ground, lykta.moment_text(expires_at), author)::text, 'UTF8')), 'hex')
    from lykta.share where network_id = p_network and from_position is null
  union all
  select 'share-step ' || share_id || ' ' || seq || ' ' || encode(sha256(convert_to(jsonb_build_array(act, author)::text, 'UTF8')), 'hex')
    from lykta.share_step where network_id = p_network and from_position is null
  union all
  select 'reading-session ' || session_id || ' ' || encode(sha256(convert_to(jsonb_build_array(purpose, author)::text, 'UTF8')), 'hex')
    from lykta.reading_session where network_id = p_network and from_position is null
  union all
  select 'reading-step ' || session_id || ' ' || act || ' ' || encode(sha256(convert_to(jsonb_build_array(texts, extent, author)::text, 'UTF8')), 'hex')
    from lykta.reading_step where network_id = p_network and from_position is null
$$;

alter function lykta.stamp_rest(uuid, bigint) rename to stamp_rest_beside_shares;
create function lykta.stamp_rest(p_network uuid, p_position bigint) returns void
  language plpgsql set search_path = pg_catalog, pg_temp
  as $$
begin
  perform lykta.stamp_rest_beside_shares(p_network, p_position);
  update lykta.share set from_position = p_position where network_id = p_network and from_position is null;
  update lykta.share_step set from_position = p_position where network_id = p_network and from_position is null;
  update lykta.reading_session set from_position = p_position where network_id = p_network and from_position is null;
  update lykta.reading_step set from_position = p_position where network_id = p_network and from_position is null;
end $$;

revoke execute on all functions in schema lykta from public;
