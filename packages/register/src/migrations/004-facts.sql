-- 004: facts that are counted in one scan: an incident's persons and indicators as short lines, each fact written once.
--
-- The facts are a projection: the table comes into being empty, and the program fills it from the revisions' answers in
-- the same transaction (packages/register/src/open/rebuild-missing.ts). Why in this shape: docs/database.md, "Projections".

drop table lykta.person_fact, lykta.incident_fact;

-- What is always there and always as long stands first: PostgreSQL finds it without looking at what is before it.
create table lykta.incident_fact (
  network_id uuid not null,
  incident_id uuid not null,
  organisation_id uuid not null,
  from_position bigint not null,
  revision integer not null,
  occurred_from date not null,
  occurred_to date not null,
  reported_on date not null,
  -- Their months, as year × 12 + month − 1: periods begin and end with a month, and an array finds them by number.
  month_from smallint not null,
  month_to smallint not null,
  month_reported smallint not null,
  withdrawn boolean not null,
  external boolean not null,
  police_reports_at_least boolean not null,
  buyers_at_least boolean not null,
  procurers_at_least boolean not null,
  other_perpetrators_at_least boolean not null,
  persons_known boolean not null,
  until_position bigint,
  police_reports integer,
  buyers integer,
  procurers integer,
  other_perpetrators integer,
  place_type text not null,
  exploitation text not null,
  police_contacted text not null,
  -- What any of its persons has, as packages/statistics/src/spec.ts says of incidents. Groups of exactly 0 persons
  -- are nobody's and enter none of this, nor the two columns that follow (packages/incident/src/any-answer.ts).
  support_contact text not null,
  support_offered text not null,
  accepted_support text not null,
  -- What is counted of its persons, a line in the form of packages/incident/src/persons-line.ts; '' for none.
  persons text not null,
  -- Distinct codes, sorted and joined by '|'; '' for none.
  nationalities text not null,
  -- Ticked indicators, a line in the form of packages/incident/src/catalogue/indicator-marks.ts; null when the form did not ask.
  indicators text,
  -- In the network's own words, null when not known; nothing counts it, the list of incidents is searched for it.
  area text,
  primary key (network_id, incident_id, revision),
  foreign key (network_id, incident_id, revision) references lykta.revision (network_id, incident_id, number)
);
create index incident_fact_occurred on lykta.incident_fact (network_id, occurred_from);

-- The facts of a transaction that has no position yet. append_audit puts them beside the others with theirs: a row that is stamped
-- afterwards is written twice, and its first version is read by every count until it is cleared away. Empty between transactions,
-- so nothing of it need survive a crash.
create unlogged table lykta.new_fact (
  network_id uuid not null,
  incident_id uuid not null,
  organisation_id uuid not null,
  revision integer not null,
  occurred_from date not null,
  occurred_to date not null,
  reported_on date not null,
  month_from smallint not null,
  month_to smallint not null,
  month_reported smallint not null,
  withdrawn boolean not null,
  external boolean not null,
  police_reports_at_least boolean not null,
  buyers_at_least boolean not null,
  procurers_at_least boolean not null,
  other_perpetrators_at_least boolean not null,
  persons_known boolean not null,
  police_reports integer,
  buyers integer,
  procurers integer,
  other_perpetrators integer,
  place_type text not null,
  exploitation text not null,
  police_contacted text not null,
  support_contact text not null,
  support_offered text not null,
  accepted_support text not null,
  persons text not null,
  nationalities text not null,
  indicators text,
  area text,
  primary key (network_id, incident_id, revision)
);

-- Who reads and adds them is as 002 has it of facts. (What is added is read by append_audit alone, and what stands is added by it.)
do $$
declare
  in_network constant text := 'network_id = (select lykta.current_network())';
  all_readers constant text := '(select lykta.caller_role() in (''coordinator'', ''core-member''))';
  reporters constant text := '(select lykta.caller_role() in (''reporter'', ''device''))';
  own_incident constant text := 'lykta.is_own_incident(incident_id)';
  own_organisation constant text := 'organisation_id = (select lykta.caller_organisation())';
  t text;
begin
  foreach t in array array['incident_fact', 'new_fact']
  loop
    execute format('alter table lykta.%I enable row level security', t);
    execute format('alter table lykta.%I force row level security', t);
    execute format('create policy owner_network on lykta.%I to current_user using (%s) with check (%s)', t, in_network, in_network);
  end loop;
  execute format('create policy role_reads on lykta.incident_fact for select using (%s and (%s or (%s and %s)))',
    in_network, all_readers, reporters, own_incident);
  execute format('create policy role_adds on lykta.new_fact for insert with check (%s and (%s or (%s and %s and %s)))',
    in_network, all_readers, reporters, own_organisation, own_incident);
end $$;

-- As in 002; new: facts come with their position instead of being given one.
create or replace function lykta.append_audit(p_network uuid, p_actor text, p_action text, p_object text) returns bigint
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  v_code constant text := '^[A-Za-z0-9._:/-]{1,200}$';
  v_position bigint;
  v_prev bytea;
  v_at timestamptz;
  v_last timestamptz;
  v_following integer;
  v_replaced integer;
  v_rest boolean;
  v_lines text;
  v_stamped integer;
  v_content bytea;
  v_hash bytea;
begin
  if p_network is distinct from lykta.current_network() or lykta.caller_role() is null then
    raise exception 'append_audit: network is not the one in context' using errcode = '42501';
  end if;
  -- Who acts is who the context says; nobody writes a line in another's name.
  if p_actor is distinct from lykta.caller_member() then
    raise exception 'append_audit: actor is not the one in context' using errcode = '42501';
  end if;
  if (p_actor ~ v_code and p_action ~ v_code and p_object ~ v_code) is not true then
    raise exception 'append_audit: actor, action and object are codes and ids' using errcode = '22023';
  end if;
  select n.position + 1, n.head_hash into v_position, v_prev
    from lykta.network n where n.network_id = p_network for no key update;
  if not found then
    raise exception 'append_audit: no such network' using errcode = '42501';
  end if;
  select a.at into v_last from lykta.audit a where a.network_id = p_network and a.position = v_position - 1;
  -- Microseconds in UTC, never before the line it follows: time resolves to a position.
  v_at := greatest(clock_timestamp(), v_last);
  v_rest := lykta.has_unstamped(p_network);

  -- What the chain vouches for, a line each, while it has no position yet.
  select count(*), coalesce(string_agg(line, E'\n' order by line collate "C"), '') into v_stamped, v_lines from (
    select 'network ' || encode(sha256(convert_to(jsonb_build_array(name, municipality, collection_start, time_zone,
        to_jsonb(languages), sample)::text, 'UTF8')), 'hex') as line
      from lykta.network where network_id = p_network and v_position = 1
    union all
    select 'revision ' || r.incident_id || ' ' || r.number || ' ' || encode(r.coded_hash, 'hex') || ' '
        || encode(sha256(convert_to(jsonb_build_array(i.ref, i.external_ref, r.form_version, r.author, r.withdrawn,
          r.sealed_id, encode(r.sealed_hash, 'hex'))::text, 'UTF8')), 'hex')
      from lykta.revision r join lykta.incident i on i.network_id = r.network_id and i.incident_id = r.incident_id
      where r.network_id = p_network and r.from_position is null
    union all
    select l.line from lykta.unstamped_lines(p_network) l(line) where v_rest
  ) x;

  -- Each revision beyond the first must follow the one that stands.
  select count(*) into v_following from lykta.revision where network_id = p_network and from_position is null and number > 1;
  if v_following > 0 then
    update lykta.revision o set until_position = v_position from lykta.revision s
      where s.network_id = p_network and s.from_position is null and s.number > 1 and o.network_id = p_network
        and o.incident_id = s.incident_id and o.number = s.number - 1
        and o.from_position is not null and o.until_position is null;
    get diagnostics v_replaced = row_count;
    if v_replaced <> v_following then
      raise exception 'append_audit: a revision does not follow the one that stands' using errcode = '40001';
    end if;
    update lykta.incident_fact o set until_position = v_position from lykta.new_fact s
      where s.network_id = p_network and s.revision > 1 and o.network_id = p_network
        and o.incident_id = s.incident_id and o.revision = s.revision - 1;
  end if;
  update lykta.revision set from_position = v_position where network_id = p_network and from_position is null;
  insert into lykta.incident_fact (network_id, incident_id, organisation_id, from_position, revision, occurred_from, occurred_to, reported_on, month_from,
    month_to, month_reported, withdrawn, external, police_reports_at_least, buyers_at_least, procurers_at_least,
    other_perpetrators_at_least, persons_known, police_reports, buyers, procurers, other_perpetrators, place_type, exploitation,
    police_contacted, support_contact, support_offered, accepted_support, persons, nationalities, indicators, area)
    select network_id, incident_id, organisation_id, v_position, revision, occurred_from, occurred_to, reported_on, month_from,
    month_to, month_reported, withdrawn, external, police_reports_at_least, buyers_at_least, procurers_at_least,
    other_perpetrators_at_least, persons_known, police_reports, buyers, procurers, other_perpetrators, place_type, exploitation,
    police_contacted, support_contact, support_offered, accepted_support, persons, nationalities, indicators, area
      from lykta.new_fact where network_id = p_network;
  delete from lykta.new_fact where network_id = p_network;
  if v_rest then
    perform lykta.stamp_rest(p_network, v_position);
  end if;

  v_content := sha256(convert_to(v_lines, 'UTF8'));
  v_hash := sha256(v_prev || convert_to(concat_ws('|', p_network, v_position,
    to_char(v_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    p_actor, p_action, p_object, v_stamped, encode(v_content, 'hex')), 'UTF8'));
  insert into lykta.audit values
    (p_network, v_position, v_at, p_actor, p_action, p_object, v_stamped, v_content, v_prev, v_hash);
  update lykta.network set position = v_position, head_hash = v_hash where network_id = p_network;
  return v_position;
end $$;
