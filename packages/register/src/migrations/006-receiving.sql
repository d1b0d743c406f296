-- 006: an incident is received in one statement, in the same time however much is stored.
--
-- Every write looked through all of lykta.new_fact, and four times through the index of revisions without a position. Both are empty
-- between transactions, but what has been in them is cleared away only now and then: after an import of 100,000 incidents each
-- further one read 27 MB twice. From here on rows are found by their keys, or by the position that they have just been given.

-- The newest position that brought anything but incidents. What incidents are taken in by (organisations, indicators, keys, the
-- membership log, settings) is still as it was then: whoever has read it since need not read it again.
alter table lykta.network add column basis_position bigint not null default 0;
-- The owner is bound too, and has no network in context here.
alter table lykta.network no force row level security;
update lykta.network set basis_position = position;
alter table lykta.network force row level security;

-- Those without a position are found by the index of positions as well.
drop index lykta.revision_unstamped;

-- Files of two to eight kilobytes that cannot be compressed stay in their rows, instead of going to a second table in pieces.
alter table lykta.sealed_body set (toast_tuple_target = 8160);
alter table lykta.sealed_key set (toast_tuple_target = 8160);

-- As in 004: the last call of every write transaction takes the next position, stamps what this transaction inserted and what it
-- replaced, and links the audit line. The lock is held from here to the commit. New: what is stamped is found by its new position.
create or replace function lykta.append_audit(p_network uuid, p_actor text, p_action text, p_object text) returns bigint
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  v_code constant text := '^[A-Za-z0-9._:/-]{1,200}$';
  v_position bigint;
  v_prev bytea;
  v_at timestamptz;
  v_last timestamptz;
  v_revisions integer;
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

  update lykta.revision set from_position = v_position where network_id = p_network and from_position is null;
  get diagnostics v_revisions = row_count;

  -- What the chain vouches for, a line each; what is no incident has no position yet.
  select count(*), coalesce(string_agg(line, E'\n' order by line collate "C"), '') into v_stamped, v_lines from (
    select 'network ' || encode(sha256(convert_to(jsonb_build_array(name, municipality, collection_start, time_zone,
        to_jsonb(languages), sample)::text, 'UTF8')), 'hex') as line
      from lykta.network where network_id = p_network and v_position = 1
    union all
    select 'revision ' || r.incident_id || ' ' || r.number || ' ' || encode(r.coded_hash, 'hex') || ' '
        || encode(sha256(convert_to(jsonb_build_array(i.ref, i.external_ref, r.form_version, r.author, r.withdrawn,
          r.sealed_id, encode(r.sealed_hash, 'hex'))::text, 'UTF8')), 'hex')
      from lykta.revision r join lykta.incident i on i.network_id = r.network_id and i.incident_id = r.incident_id
      where r.network_id = p_network and r.from_position = v_position and v_revisions > 0
    union all
    select l.line from lykta.unstamped_lines(p_network) l(line) where v_rest
  ) x;

  if v_revisions > 0 then
    -- Each revision beyond the first must follow the one that stands.
    select count(*) into v_following from lykta.revision where network_id = p_network and from_position = v_position and number > 1;
    if v_following > 0 then
      update lykta.revision o set until_position = v_position from lykta.revision s
        where s.network_id = p_network and s.from_position = v_position and s.number > 1 and o.network_id = p_network
          and o.incident_id = s.incident_id and o.number = s.number - 1
          and o.from_position < v_position and o.until_position is null;
      get diagnostics v_replaced = row_count;
      if v_replaced <> v_following then
        raise exception 'append_audit: a revision does not follow the one that stands' using errcode = '40001';
      end if;
      update lykta.incident_fact o set until_position = v_position from lykta.revision s
        where s.network_id = p_network and s.from_position = v_position and s.number > 1 and o.network_id = p_network
          and o.incident_id = s.incident_id and o.revision = s.number - 1;
    end if;
    with moved as (
      delete from lykta.new_fact f using lykta.revision r
        where r.network_id = p_network and r.from_position = v_position
          and f.network_id = p_network and f.incident_id = r.incident_id and f.revision = r.number
        returning f.*
    )
    insert into lykta.incident_fact (
      network_id, incident_id, from_position, organisation_id, revision, occurred_from, occurred_to, reported_on, month_from,
      month_to, month_reported, withdrawn, external, police_reports_at_least, buyers_at_least, procurers_at_least,
      other_perpetrators_at_least, persons_known, police_reports, buyers, procurers, other_perpetrators, place_type,
      exploitation, police_contacted, support_contact, support_offered, accepted_support, persons, nationalities, indicators,
      area)
    select
      f.network_id, f.incident_id, v_position, f.organisation_id, f.revision, f.occurred_from, f.occurred_to, f.reported_on,
      f.month_from, f.month_to, f.month_reported, f.withdrawn, f.external, f.police_reports_at_least, f.buyers_at_least,
      f.procurers_at_least, f.other_perpetrators_at_least, f.persons_known, f.police_reports, f.buyers, f.procurers,
      f.other_perpetrators, f.place_type, f.exploitation, f.police_contacted, f.support_contact, f.support_offered,
      f.accepted_support, f.persons, f.nationalities, f.indicators, f.area
      from moved f;
  end if;
  if v_rest then
    perform lykta.stamp_rest(p_network, v_position);
  end if;

  v_content := sha256(convert_to(v_lines, 'UTF8'));
  v_hash := sha256(v_prev || convert_to(concat_ws('|', p_network, v_position,
    to_char(v_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    p_actor, p_action, p_object, v_stamped, encode(v_content, 'hex')), 'UTF8'));
  insert into lykta.audit values
    (p_network, v_position, v_at, p_actor, p_action, p_object, v_stamped, v_content, v_prev, v_hash);
  update lykta.network set position = v_position, head_hash = v_hash, basis_position = case when v_rest then v_position else basis_position end
    where network_id = p_network;
  return v_position;
end $$;

-- The same for one new incident and nothing else: incident, revision and facts are written here, once each and with their position. Whose
-- they are is asked as the policies ask it of the tables: whoever acts stands as the author, and reporters and devices enter for their
-- own organisation alone. `p_basis` is the network's basis_position when what it is taken in by was read; another is refused (40001).
create function lykta.append_incident(p_action text, p_object text, p_basis bigint, p_facts lykta.new_fact, p_ref text, p_form_version text,
  p_answers text, p_coded_hash bytea, p_created_at timestamptz, p_sealed uuid, p_sealed_hash bytea) returns bigint
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  v_network constant uuid := lykta.current_network();
  v_role constant text := lykta.caller_role();
  v_actor constant text := lykta.caller_member();
  v_incident constant uuid := p_facts.incident_id;
  v_position bigint;
  v_prev bytea;
  v_basis bigint;
  v_at timestamptz;
  v_last timestamptz;
  v_content bytea;
  v_hash bytea;
begin
  if p_facts.network_id is distinct from v_network or v_actor is null then
    raise exception 'append_incident: network is not the one in context' using errcode = '42501';
  end if;
  if (v_role in ('coordinator', 'core-member') or v_role in ('reporter', 'device') and p_facts.organisation_id = lykta.caller_organisation()) is not true then
    raise exception 'append_incident: not for that organisation' using errcode = '42501';
  end if;
  if (length(v_actor) <= 200 and length(p_action) between 1 and 200 and length(p_object) between 1 and 200
      and v_actor || p_action || p_object !~ '[^A-Za-z0-9._:/-]') is not true then
    raise exception 'append_incident: actor, action and object are codes and ids' using errcode = '22023';
  end if;
  -- Before anything that refers to the network's row: such keys would be shared locks of many writers at once, for each to wait out.
  select n.position + 1, n.head_hash, n.basis_position into v_position, v_prev, v_basis
    from lykta.network n where n.network_id = v_network for no key update;
  if not found then
    raise exception 'append_incident: no such network' using errcode = '42501';
  end if;
  if v_basis is distinct from p_basis then
    raise exception 'append_incident: what it was taken in by has changed' using errcode = '40001';
  end if;
  select a.at into v_last from lykta.audit a where a.network_id = v_network and a.position = v_position - 1;
  v_at := greatest(clock_timestamp(), v_last);

  insert into lykta.incident (network_id, incident_id, ref, organisation_id, entered_by)
    values (v_network, v_incident, p_ref, p_facts.organisation_id, v_actor);
  insert into lykta.revision (network_id, incident_id, number, form_version, answers, coded_hash, withdrawn, author, sealed_id, sealed_hash,
      created_at, from_position)
    values (v_network, v_incident, 1, p_form_version, p_answers, p_coded_hash, false, v_actor, p_sealed, p_sealed_hash, p_created_at, v_position);
  insert into lykta.incident_fact (
    network_id, incident_id, from_position, organisation_id, revision, occurred_from, occurred_to, reported_on, month_from,
    month_to, month_reported, withdrawn, external, police_reports_at_least, buyers_at_least, procurers_at_least,
    other_perpetrators_at_least, persons_known, police_reports, buyers, procurers, other_perpetrators, place_type, exploitation,
    police_contacted, support_contact, support_offered, accepted_support, persons, nationalities, indicators, area)
  values (
    v_network, v_incident, v_position, p_facts.organisation_id, 1, p_facts.occurred_from, p_facts.occurred_to,
    p_facts.reported_on, p_facts.month_from, p_facts.month_to, p_facts.month_reported, false, p_facts.external,
    p_facts.police_reports_at_least, p_facts.buyers_at_least, p_facts.procurers_at_least, p_facts.other_perpetrators_at_least,
    p_facts.persons_known, p_facts.police_reports, p_facts.buyers, p_facts.procurers, p_facts.other_perpetrators,
    p_facts.place_type, p_facts.exploitation, p_facts.police_contacted, p_facts.support_contact, p_facts.support_offered,
    p_facts.accepted_support, p_facts.persons, p_facts.nationalities, p_facts.indicators, p_facts.area);

  v_content := sha256(convert_to('revision ' || v_incident || ' 1 ' || encode(p_coded_hash, 'hex') || ' '
    || encode(sha256(convert_to(jsonb_build_array(p_ref, null, p_form_version, v_actor, false, p_sealed, encode(p_sealed_hash, 'hex'))::text, 'UTF8')), 'hex'),
    'UTF8'));
  v_hash := sha256(v_prev || convert_to(concat_ws('|', v_network, v_position,
    to_char(v_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    v_actor, p_action, p_object, 1, encode(v_content, 'hex')), 'UTF8'));
  insert into lykta.audit values
    (v_network, v_position, v_at, v_actor, p_action, p_object, 1, v_content, v_prev, v_hash);
  update lykta.network set position = v_position, head_hash = v_hash where network_id = v_network;
  return v_position;
end $$;

-- A new incident with its audit line, and its sealed text, which the caller adds as grants and policies let her. Called alone it is the
-- whole of a transaction, in one message.
create function lykta.receive_incident(p_action text, p_object text, p_basis bigint, p_facts json, p_ref text, p_form_version text, p_answers text,
  p_coded_hash bytea, p_created_at timestamptz, p_sealed uuid, p_sealed_hash bytea, p_epoch integer, p_log_position integer, p_body bytea, p_key bytea)
  returns bigint
  language plpgsql
  as $$
declare
  v_facts constant lykta.new_fact := json_populate_record(null::lykta.new_fact, p_facts);
  v_position bigint;
begin
  v_position := lykta.append_incident(p_action, p_object, p_basis, v_facts, p_ref, p_form_version, p_answers, p_coded_hash, p_created_at, p_sealed,
    p_sealed_hash);
  if p_sealed is not null then
    insert into lykta.sealed_body (network_id, sealed_id, incident_id, revision, epoch, body, log_position)
      values (v_facts.network_id, p_sealed, v_facts.incident_id, 1, p_epoch, p_body, p_log_position);
    insert into lykta.sealed_key (network_id, sealed_id, epoch, key) values (v_facts.network_id, p_sealed, p_epoch, p_key);
  end if;
  return v_position;
end $$;

revoke execute on all functions in schema lykta from public;
