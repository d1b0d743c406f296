-- 019: a network that an authority runs: register numbers, decisions on extracts and on weeding; and for every network the log of breaches.
--
-- Whether an authority runs it, and what its numbers look like, stands in the network's settings ("authority").

-- The number that an incident has in the authority's diary. Given once, by number_incidents alone, and never changed.
create table lykta.diary_number (
  network_id uuid not null,
  incident_id uuid not null,
  -- In which it came here, in the network's time zone.
  year integer not null check (year between 1900 and 2999),
  -- From 1 in each year, without gaps.
  serial integer not null check (serial >= 1),
  -- As it is written, by the pattern of the day on which it was given.
  name text not null check (octet_length(name) between 1 and 120),
  -- At which the incident came: everything at it and before it has its number.
  came_at bigint not null,
  created_at timestamptz not null,
  from_position bigint,
  primary key (network_id, incident_id),
  unique (network_id, year, serial),
  foreign key (network_id, incident_id) references lykta.incident
);
create index diary_number_unstamped on lykta.diary_number (network_id) where from_position is null;
create index diary_number_came on lykta.diary_number (network_id, came_at);

-- What was decided when somebody asked for an incident; codes alone, and nobody's name.
create table lykta.extract_decision (
  network_id uuid not null,
  extract_id uuid not null,
  incident_id uuid not null,
  revision integer not null check (revision >= 1),
  outcome text not null check (outcome in ('whole', 'partly', 'refused')),
  decided_on date not null,
  -- RFC 8785 text of the rest: in which office, for whom, what is masked and on which grounds.
  content text not null check (octet_length(content) between 2 and 200000),
  author text not null,
  created_at timestamptz not null,
  from_position bigint,
  primary key (network_id, extract_id),
  foreign key (network_id, incident_id) references lykta.incident
);
create index extract_decision_unstamped on lykta.extract_decision (network_id) where from_position is null;
create index extract_decision_incident on lykta.extract_decision (network_id, incident_id);

-- A decision of the authority that something may be weeded (arkivlagen 10 §).
create table lykta.weeding_decision (
  network_id uuid not null references lykta.network,
  decision_id uuid not null,
  revision integer not null check (revision >= 1),
  -- By which it is found in the authority's own records.
  reference text not null check (octet_length(reference) between 1 and 400),
  decided_on date not null,
  -- JSON array of classes of packages/incident/src/retention.ts.
  classes text not null check (octet_length(classes) between 2 and 400),
  withdrawn boolean not null,
  author text not null,
  created_at timestamptz not null,
  from_position bigint,
  until_position bigint,
  primary key (network_id, decision_id, revision)
);
create index weeding_decision_unstamped on lykta.weeding_decision (network_id) where from_position is null;

-- Personal data breaches (GDPR art. 33.5): codes, numbers and moments, and beside them one sealed text of what happened.
create table lykta.breach_text (
  network_id uuid not null references lykta.network,
  text_id uuid not null,
  breach_id uuid not null,
  -- Of the breach, with which it was written.
  revision integer not null check (revision >= 1),
  -- SHA-256 of the breach's text before.
  previous bytea,
  epoch integer not null,
  -- The entry of the membership log that the author had verified; null where there are no members.
  log_position integer check (log_position >= 1),
  author text not null,
  created_at timestamptz not null,
  body bytea not null,
  primary key (network_id, text_id)
);
create table lykta.breach_key (
  network_id uuid not null,
  text_id uuid not null,
  epoch integer not null,
  key bytea not null,
  primary key (network_id, text_id),
  foreign key (network_id, text_id) references lykta.breach_text
);
create index breach_key_epoch on lykta.breach_key (network_id, epoch);
create table lykta.breach (
  network_id uuid not null references lykta.network,
  breach_id uuid not null,
  revision integer not null check (revision >= 1),
  -- RFC 8785 text: packages/incident/src/authority/breach.ts.
  content text not null check (octet_length(content) between 2 and 20000),
  text_id uuid,
  text_hash bytea,
  author text not null,
  created_at timestamptz not null,
  from_position bigint,
  until_position bigint,
  primary key (network_id, breach_id, revision),
  check ((text_id is null) = (text_hash is null)),
  foreign key (network_id, text_id) references lykta.breach_text
);
create index breach_unstamped on lykta.breach (network_id) where from_position is null;

-- What the network has decided about being run by an authority; null as long as it is not.
create function lykta.authority_setting(p_network uuid) returns jsonb
  language sql stable set search_path = pg_catalog, pg_temp
  as $$
  select s.settings::jsonb -> 'authority' from lykta.network_setting s
    where s.network_id = p_network and s.from_position is not null and s.until_position is null and s.settings::jsonb #>> '{authority,on}' = 'true'
$$;

-- The same as packages/incident/src/authority/diary-pattern.ts writes it.
create function lykta.diary_name(p_pattern text, p_year integer, p_serial integer) returns text
  language sql immutable set search_path = pg_catalog, pg_temp
  as $$
  select regexp_replace(replace(p_pattern, 'YYYY', p_year::text), '#+',
    lpad(p_serial::text, greatest(length(substring(p_pattern from '#+')), length(p_serial::text)), '0'))
$$;

-- Gives every incident that came and has none its number, in the order in which they came; gives how many.
create function lykta.number_incidents() returns integer
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  v_network constant uuid := lykta.current_network();
  v_zone text;
  v_pattern text;
  v_given integer;
begin
  -- One after the other: what has a position when this is held has been committed, and whatever comes later has a later one.
  select n.time_zone into v_zone from lykta.network n where n.network_id = v_network for no key update;
  v_pattern := lykta.authority_setting(v_network) ->> 'pattern';
  if v_pattern is null then
    return 0;
  end if;
  insert into lykta.diary_number (network_id, incident_id, year, serial, name, came_at, created_at)
    select v_network, c.incident_id, c.year, c.serial, lykta.diary_name(v_pattern, c.year, c.serial), c.from_position, lykta.register_time()
    from (
      select n.incident_id, n.from_position, n.year,
        (coalesce((select max(d.serial) from lykta.diary_number d where d.network_id = v_network and d.year = n.year), 0)
          + row_number() over (partition by n.year order by n.from_position, n.reported_on, n.incident_id))::integer as serial
      from (
        -- What came together, as an import does, by the day on which it was reported.
        select r.incident_id, r.from_position, f.reported_on, extract(year from a.at at time zone v_zone)::integer as year
        from lykta.revision r join lykta.audit a on a.network_id = r.network_id and a.position = r.from_position
          left join lykta.incident_fact f on f.network_id = r.network_id and f.incident_id = r.incident_id and f.revision = 1
        where r.network_id = v_network and r.number = 1
          and r.from_position > coalesce((select max(d.came_at) from lykta.diary_number d where d.network_id = v_network), 0)
      ) n
    ) c;
  get diagnostics v_given = row_count;
  return v_given;
end $$;

-- Whether any incident waits for its number; nothing else is told of them, so that whoever looks may ask.
create function lykta.waits_for_number() returns boolean
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  v_network constant uuid := lykta.current_network();
begin
  return lykta.authority_setting(v_network) is not null and exists (select from lykta.revision r where r.network_id = v_network and r.number = 1
    and r.from_position > coalesce((select max(d.came_at) from lykta.diary_number d where d.network_id = v_network), 0));
end $$;

-- Whether it may not be weeded: an authority runs the network, and no decision that stands covers the class (Archives Act, section 10): one of those above, or one
-- that the class's clock was decided by ("retention" in the settings).
create function lykta.needs_weeding_decision(p_class text) returns boolean
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  v_network constant uuid := lykta.current_network();
  v_today date;
begin
  if lykta.authority_setting(v_network) is null then
    return false;
  end if;
  select (lykta.register_time() at time zone n.time_zone)::date into v_today from lykta.network n where n.network_id = v_network;
  return not exists (select from lykta.weeding_decision d where d.network_id = v_network and d.from_position is not null and d.until_position is null and not d.withdrawn
      and d.classes::jsonb ? p_class and d.decided_on <= v_today)
    and not exists (select from lykta.network_setting s where s.network_id = v_network and s.from_position is not null and s.until_position is null
      and s.settings::jsonb #>> array['retention', p_class, 'ground'] = 'archive-decision' and (s.settings::jsonb #>> array['retention', p_class, 'decidedOn'])::date <= v_today);
end $$;

-- Weeding as before (016, 017), and under a decision where one is needed.
create function lykta.check_weeding(p_class text) returns void
  language plpgsql set search_path = pg_catalog, pg_temp
  as $$
begin
  if lykta.caller_role() is distinct from 'coordinator' then
    raise exception 'check_weeding: the caller is no coordinator' using errcode = '42501';
  end if;
  -- Before the look: no decision is withdrawn between it and the weeding.
  perform from lykta.network n where n.network_id = lykta.current_network() for no key update;
  if lykta.needs_weeding_decision(p_class) then
    raise exception 'check_weeding: no decision on weeding' using errcode = '42501';
  end if;
end $$;

alter function lykta.erase_texts(text, uuid, text) rename to erase_texts_decided;
create function lykta.erase_texts(p_class text, p_subject uuid, p_cause text) returns integer
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
begin
  perform lykta.check_weeding(p_class);
  return lykta.erase_texts_decided(p_class, p_subject, p_cause);
end $$;

alter function lykta.coarsen_answers(uuid, text[], json) rename to coarsen_answers_decided;
create function lykta.coarsen_answers(p_incident uuid, p_levels text[], p_revisions json) returns integer
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
begin
  perform lykta.check_weeding(l) from unnest(p_levels) l;
  return lykta.coarsen_answers_decided(p_incident, p_levels, p_revisions);
end $$;

alter function lykta.weed_audit(uuid, text, timestamptz, text) rename to weed_audit_decided;
create function lykta.weed_audit(p_weeding uuid, p_class text, p_before timestamptz, p_decision text) returns integer
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
begin
  perform lykta.check_weeding(p_class);
  return lykta.weed_audit_decided(p_weeding, p_class, p_before, p_decision);
end $$;

do $$
declare
  in_network constant text := 'network_id = (select lykta.current_network())';
  coordinator constant text := '(select lykta.caller_role() = ''coordinator'')';
  core_group constant text := '(select lykta.caller_role() in (''coordinator'', ''core-member''))';
  reporter constant text := '(select lykta.caller_role() = ''reporter'')';
  own_words constant text := 'author = (select lykta.caller_member())';
  t text;
  reads text;
  adds text;
begin
  for t, reads, adds in values
    -- As far as the incident itself.
    ('diary_number', format('%s or (%s and lykta.is_own_incident(incident_id))', core_group, reporter), 'false'),
    ('extract_decision', coordinator, format('%s and %s', coordinator, own_words)),
    ('weeding_decision', coordinator, format('%s and %s', coordinator, own_words)),
    ('breach', coordinator, format('%s and %s', coordinator, own_words)),
    ('breach_text', coordinator, format('%s and %s', coordinator, own_words)),
    ('breach_key', coordinator, coordinator)
  loop
    execute format('alter table lykta.%I enable row level security', t);
    execute format('alter table lykta.%I force row level security', t);
    execute format('create policy owner_network on lykta.%I to current_user using (%s) with check (%s)', t, in_network, in_network);
    execute format('create policy role_reads on lykta.%I for select using (%s and (%s))', t, in_network, reads);
    execute format('create policy role_adds on lykta.%I for insert with check (%s and (%s))', t, in_network, adds);
  end loop;
  -- What is weeded in another way (members) is logged in the same transaction, or not at all.
  execute format('alter policy role_adds on lykta.weeding with check (%s and %s and digest is null and %s and not lykta.needs_weeding_decision(class))', in_network, coordinator, own_words);
  execute format('create policy role_takes on lykta.breach_key for delete using (%s and %s)', in_network, coordinator);
end $$;

-- As before, with these: what this transaction inserted, what the chain says of it, and its position.
alter function lykta.has_unstamped(uuid) rename to has_unstamped_beside_authority;
create function lykta.has_unstamped(p_network uuid) returns boolean
  language sql stable set search_path = pg_catalog, pg_temp
  as $$
  select lykta.has_unstamped_beside_authority(p_network)
    or exists (select from lykta.diary_number where network_id = p_network and from_position is null)
    or exists (select from lykta.extract_decision where network_id = p_network and from_position is null)
    or exists (select from lykta.weeding_decision where network_id = p_network and from_position is null)
    or exists (select from lykta.breach where network_id = p_network and from_position is null)
$$;

alter function lykta.unstamped_lines(uuid) rename to unstamped_lines_beside_authority;
create function lykta.unstamped_lines(p_network uuid) returns setof text
  language sql stable set search_path = pg_catalog, pg_temp
  as $$
  select l.line from lykta.unstamped_lines_beside_authority(p_network) l(line)
  union all
  select 'diary-number ' || incident_id || ' ' || year || ' ' || serial || ' ' || encode(sha256(convert_to(jsonb_build_array(name, came_at)::text, 'UTF8')), 'hex')
    from lykta.diary_number where network_id = p_network and from_position is null
  union all
  select 'extract-decision ' || extract_id || ' ' || encode(sha256(convert_to(jsonb_build_array(
      incident_id, revision, outcome, decided_on, encode(sha256(convert_to(content, 'UTF8')), 'hex'), author)::text, 'UTF8')), 'hex')
    from lykta.extract_decision where network_id = p_network and from_position is null
  union all
  select 'weeding-decision ' || decision_id || ' ' || revision || ' ' || encode(sha256(convert_to(
      jsonb_build_array(reference, decided_on, classes, withdrawn, author)::text, 'UTF8')), 'hex')
    from lykta.weeding_decision where network_id = p_network and from_position is null
  union all
  select 'breach ' || breach_id || ' ' || revision || ' ' || encode(sha256(convert_to(jsonb_build_array(
      encode(sha256(convert_to(content, 'UTF8')), 'hex'), text_id, encode(text_hash, 'hex'), author)::text, 'UTF8')), 'hex')
    from lykta.breach where network_id = p_network and from_position is null
$$;

alter function lykta.stamp_rest(uuid, bigint) rename to stamp_rest_beside_authority;
create function lykta.stamp_rest(p_network uuid, p_position bigint) returns void
  language plpgsql set search_path = pg_catalog, pg_temp
  as $$
declare
  v_table text;
  v_key text;
  v_following bigint;
  v_replaced bigint;
begin
  perform lykta.stamp_rest_beside_authority(p_network, p_position);
  for v_table, v_key in values ('weeding_decision', 'decision_id'), ('breach', 'breach_id')
  loop
    execute format('select count(*) from lykta.%I where network_id = $1 and from_position is null and revision > 1', v_table)
      into v_following using p_network;
    if v_following > 0 then
      execute format('update lykta.%1$I o set until_position = $2 where network_id = $1 and from_position is not null and until_position is null
        and (%2$s, revision) in (select %2$s, revision - 1 from lykta.%1$I where network_id = $1 and from_position is null)', v_table, v_key)
        using p_network, p_position;
      get diagnostics v_replaced = row_count;
      if v_replaced <> v_following then
        raise exception 'append_audit: a revision does not follow the one that stands' using errcode = '40001';
      end if;
    end if;
    execute format('update lykta.%I set from_position = $2 where network_id = $1 and from_position is null', v_table) using p_network, p_position;
  end loop;
  update lykta.diary_number set from_position = p_position where network_id = p_network and from_position is null;
  update lykta.extract_decision set from_position = p_position where network_id = p_network and from_position is null;
end $$;

revoke execute on all functions in schema lykta from public;
