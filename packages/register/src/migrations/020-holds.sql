-- 020: what two persons decide on is kept by the database alone: holds are asked for and answered through functions, and nothing is added to them in another way.
-- Coarser answers are computed here too, and lines of the audit are kept while what they name is held.

-- ── Holds ───────────────────────────────────────────────────────────────────────────────────────────────────────

-- Whether the caller is one of the network's members, in the role that she has there. Of a network without members (the sample, one at its founding) whoever
-- sits at the machine is all there is.
create function lykta.is_own_member() returns boolean
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  v_network constant uuid := lykta.current_network();
begin
  return not exists (select from lykta.member m where m.network_id = v_network and m.active and m.from_position is not null and m.until_position is null)
    or exists (select from lykta.member m where m.network_id = v_network and m.member_id::text = lykta.caller_member() and m.role = lykta.caller_role()
      and m.active and m.from_position is not null and m.until_position is null);
end $$;

-- Asks that a hold be placed, or that the one that stands be lifted. The moment is the database's; `p_until`: the last day of one that is placed.
create function lykta.ask_hold(p_request uuid, p_act text, p_kind text, p_subject uuid, p_reason text, p_until date) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  v_network constant uuid := lykta.current_network();
  v_today date;
  v_until date := p_until;
begin
  if lykta.caller_role() is distinct from 'coordinator' or not lykta.is_own_member() then
    raise exception 'ask_hold: the caller is no coordinator' using errcode = '42501';
  end if;
  -- One after the other, and not beside an erasing.
  select (lykta.register_time() at time zone n.time_zone)::date into v_today from lykta.network n where n.network_id = v_network for no key update;
  if (p_kind = 'incident' and exists (select from lykta.incident s where s.network_id = v_network and s.incident_id = p_subject)
      or p_kind = 'case' and exists (select from lykta.case_file s where s.network_id = v_network and s.case_id = p_subject)
      or p_kind = 'meeting' and exists (select from lykta.meeting s where s.network_id = v_network and s.meeting_id = p_subject)) is not true then
    raise exception 'ask_hold: there is nothing to hold' using errcode = '22023';
  end if;
  if p_act = 'lift' then
    if (select h.ends_on >= v_today from lykta.legal_hold h where h.network_id = v_network and h.subject_id = p_subject order by h.seq desc limit 1) is not true then
      raise exception 'ask_hold: no hold stands' using errcode = '40001';
    end if;
    v_until := v_today - 1;
  elsif (v_until >= v_today) is not true then
    raise exception 'ask_hold: the last day is over' using errcode = '40001';
  end if;
  insert into lykta.hold_request (network_id, request_id, act, subject_id, subject, reason, ends_on, author, created_at)
    values (v_network, p_request, p_act, p_subject, p_kind, p_reason, v_until, lykta.caller_member(), lykta.register_time());
end $$;

-- As in 017. New: by a member there is; and agreed to is only what was asked of the hold as it stands: a request that is older than its last line said nothing
-- of that, one to lift needs one that stands, and one to place a day that is not over.
create or replace function lykta.answer_hold(p_request uuid, p_act text) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  v_network constant uuid := lykta.current_network();
  v_today date;
  v_asked lykta.hold_request;
  v_last lykta.legal_hold;
begin
  if not lykta.is_second_person() or not lykta.is_own_member() then
    raise exception 'answer_hold: the caller is no second person' using errcode = '42501';
  end if;
  select (lykta.register_time() at time zone n.time_zone)::date into v_today from lykta.network n where n.network_id = v_network for no key update;
  select * into v_asked from lykta.hold_request r where r.network_id = v_network and r.request_id = p_request and r.from_position is not null;
  if not found then
    raise exception 'answer_hold: no such request' using errcode = '42501';
  end if;
  -- ('operator' gets here where the network has no members alone.)
  if (p_act = 'withdraw') is distinct from (v_asked.author = lykta.caller_member()) and lykta.caller_member() <> 'operator' then
    raise exception 'answer_hold: another has to answer' using errcode = '42501';
  end if;
  insert into lykta.hold_answer (network_id, request_id, act, author, created_at) values (v_network, p_request, p_act, lykta.caller_member(), lykta.register_time());
  if p_act <> 'agree' then
    return;
  end if;
  select * into v_last from lykta.legal_hold h where h.network_id = v_network and h.subject_id = v_asked.subject_id order by h.seq desc limit 1;
  -- A line without a position is of this transaction, and younger than any request.
  if v_last.seq is not null and coalesce(v_last.from_position > v_asked.from_position, true)
      or v_asked.act = 'lift' and (v_last.ends_on >= v_today) is not true
      or v_asked.act = 'place' and v_asked.ends_on < v_today then
    raise exception 'answer_hold: it was asked of another hold, or another day' using errcode = '40001';
  end if;
  insert into lykta.legal_hold (network_id, subject_id, seq, subject, reason, ends_on, author, created_at)
    values (v_network, v_asked.subject_id, coalesce(v_last.seq, 0) + 1, v_asked.subject, v_asked.reason,
      -- It stood until it was agreed to.
      case v_asked.act when 'lift' then v_today - 1 else v_asked.ends_on end, lykta.caller_member(), lykta.register_time());
end $$;

-- As in 017; new: how long ago somebody asked is told by the audit's line, which the chain vouches for.
create or replace function lykta.is_any_held(p_subjects uuid[], p_day date) returns boolean
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  v_network constant uuid := lykta.current_network();
begin
  return exists (select from lykta.legal_hold h where h.network_id = v_network and h.subject_id = any(p_subjects) and h.ends_on >= p_day
      and not exists (select from lykta.legal_hold l where l.network_id = v_network and l.subject_id = h.subject_id and l.seq > h.seq))
    or exists (select from lykta.hold_request r left join lykta.audit a on a.network_id = r.network_id and a.position = r.from_position
      where r.network_id = v_network and r.subject_id = any(p_subjects) and r.act = 'place' and coalesce(a.at > lykta.register_time() - interval '14 days', true)
      and not exists (select from lykta.hold_answer h where h.network_id = v_network and h.request_id = r.request_id));
end $$;

-- The same of everything, as lines of the audit name it: 'incident:…', 'case:…', 'meeting:…', what belongs together with it too.
create function lykta.held_objects() returns text[]
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
  with held as (
    select s.kind, s.id from (
      select subject as kind, subject_id as id from lykta.legal_hold where network_id = lykta.current_network()
      union
      select subject, subject_id from lykta.hold_request where network_id = lykta.current_network()
    ) s, lykta.network n
    where n.network_id = lykta.current_network() and lykta.caller_role() = 'coordinator' and lykta.is_any_held(array[s.id], (lykta.register_time() at time zone n.time_zone)::date)
  )
  select array(
    select kind || ':' || id from held
    union
    select 'case:' || e.case_id from lykta.case_event e join held on held.kind = 'incident' and held.id = e.incident_id where e.network_id = lykta.current_network() and e.kind = 'join'
    union
    select 'incident:' || e.incident_id from lykta.case_event e join held on held.kind = 'case' and held.id = e.case_id where e.network_id = lykta.current_network() and e.kind = 'join')
$$;

-- Through the functions alone, by the one at the machine too.
drop policy role_adds on lykta.hold_request;
drop policy role_adds on lykta.legal_hold;

-- ── Weeding ─────────────────────────────────────────────────────────────────────────────────────────────────────

-- The last day of its month, on the same side of the day on which collection began.
create function lykta.month_end(p_day date, p_since date) returns text
  language sql stable set search_path = pg_catalog, pg_temp
  as $$
  select to_char(case when p_day < p_since then least((date_trunc('month', p_day) + interval '1 month - 1 day')::date, p_since - 1)
    else (date_trunc('month', p_day) + interval '1 month - 1 day')::date end, 'YYYY-MM-DD')
$$;

-- Answers with less, as packages/incident/src/coarsen-incident.ts computes them: a key that every incident has stays, with null in it, since one that is not there says
-- something else; only what is there or not (own answers) goes.
create function lykta.coarse_answers(p_answers jsonb, p_levels text[], p_since date) returns jsonb
  language plpgsql stable set search_path = pg_catalog, pg_temp
  as $$
declare
  v_coarse jsonb := p_answers;
begin
  if 'person' = any(p_levels) then
    v_coarse := v_coarse - 'concernReport' || jsonb_build_object('persons', (
      select coalesce(jsonb_agg(p.one || '{"supportOrganisation": null, "contactDate": null}' order by p.at), '[]') from jsonb_array_elements(p_answers -> 'persons') with ordinality p(one, at)));
    if jsonb_typeof(p_answers -> 'concernReport') = 'object' then
      v_coarse := v_coarse || jsonb_build_object('concernReport', jsonb_build_object('made', p_answers #> '{concernReport,made}', 'on', null));
    end if;
  end if;
  if 'coded' = any(p_levels) then
    v_coarse := v_coarse - 'own' || jsonb_build_object('area', null, 'reportedOn', lykta.month_end((p_answers ->> 'reportedOn')::date, p_since), 'occurred', p_answers -> 'occurred' || jsonb_build_object(
      'from', left(p_answers #>> '{occurred,from}', 8) || '01', 'to', lykta.month_end((p_answers #>> '{occurred,to}')::date, p_since)));
  end if;
  return v_coarse;
end $$;

-- As in 017; new: what is put there is all that the levels take away and nothing else, facts are taken from it, and a level that there is is named.
create or replace function lykta.coarsen_answers_decided(p_incident uuid, p_levels text[], p_revisions json) returns integer
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  v_network constant uuid := lykta.current_network();
  v_today date;
  v_since date;
  v_expected integer;
  v_rows integer;
begin
  if lykta.caller_role() is distinct from 'coordinator' then
    raise exception 'coarsen_answers: the caller is no coordinator' using errcode = '42501';
  end if;
  if (cardinality(p_levels) > 0 and p_levels <@ array['person', 'coded']) is not true then
    raise exception 'coarsen_answers: no such level' using errcode = '22023';
  end if;
  select (lykta.register_time() at time zone n.time_zone)::date, n.collection_start into v_today, v_since from lykta.network n where n.network_id = v_network for no key update;
  if lykta.is_any_held(array[p_incident] || array(select e.case_id from lykta.case_event e where e.network_id = v_network and e.kind = 'join' and e.incident_id = p_incident), v_today) then
    raise exception 'coarsen_answers: it is held' using errcode = '42501';
  end if;
  if exists (select from lykta.sealed_body b join lykta.sealed_key k on k.network_id = b.network_id and k.sealed_id = b.sealed_id where b.network_id = v_network and b.incident_id = p_incident) then
    raise exception 'coarsen_answers: a sealed text stands' using errcode = '42501';
  end if;
  select count(*) into v_expected from lykta.revision where network_id = v_network and incident_id = p_incident;
  update lykta.revision r set answers = c.answers, created_at = case when 'coded' = any(p_levels) then date_trunc('month', r.created_at, 'UTC') else r.created_at end
    from json_to_recordset(p_revisions) c(number integer, answers text)
    where r.network_id = v_network and r.incident_id = p_incident and r.number = c.number and r.from_position is not null
      and c.answers::jsonb = lykta.coarse_answers(r.answers::jsonb, p_levels, v_since);
  get diagnostics v_rows = row_count;
  if (v_rows = v_expected and v_rows = json_array_length(p_revisions)) is not true then
    raise exception 'coarsen_answers: these are not its answers with less' using errcode = '22023';
  end if;
  update lykta.incident_fact f set occurred_from = (r.answers::jsonb #>> '{occurred,from}')::date, occurred_to = (r.answers::jsonb #>> '{occurred,to}')::date,
      reported_on = (r.answers::jsonb ->> 'reportedOn')::date, area = r.answers::jsonb ->> 'area'
    from lykta.revision r where r.network_id = v_network and r.incident_id = p_incident and f.network_id = r.network_id and f.incident_id = r.incident_id and f.revision = r.number;
  insert into lykta.coarsening (network_id, incident_id, revision, level, answers_hash, author, created_at)
    select v_network, p_incident, c.number, l, sha256(convert_to(c.answers, 'UTF8')), lykta.caller_member(), lykta.register_time()
    from json_to_recordset(p_revisions) c(number integer, answers text), unnest(p_levels) l
    where not exists (select from lykta.coarsening e where e.network_id = v_network and e.incident_id = p_incident and e.revision = c.number and e.level = l);
  get diagnostics v_rows = row_count;
  return v_rows;
end $$;
drop function lykta.is_coarser(jsonb, jsonb);

-- As in 017; new: lines that name what is held are left, so that whoever looks into something finds who has read it.
create or replace function lykta.weed_audit_decided(p_weeding uuid, p_class text, p_before timestamptz, p_decision text) returns integer
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  v_network constant uuid := lykta.current_network();
  v_zone text;
  v_held text[];
  v_lines integer;
begin
  if lykta.caller_role() is distinct from 'coordinator' then
    raise exception 'weed_audit: the caller is no coordinator' using errcode = '42501';
  end if;
  if (p_class in ('reading', 'audit') and p_before <= lykta.register_time() - interval '31 days') is not true then
    raise exception 'weed_audit: only what is older than a month' using errcode = '22023';
  end if;
  select n.time_zone into v_zone from lykta.network n where n.network_id = v_network for no key update;
  v_held := lykta.held_objects();
  update lykta.audit a set actor = 'weeded', action = 'weeded', object = 'weeded', at = date_trunc('day', a.at, v_zone), weeding_id = p_weeding
    where a.network_id = v_network and a.at < p_before and a.weeding_id is null and a.object <> all(v_held)
      and (p_class = 'audit' or a.action in ('text.read', 'note.read', 'meeting.read', 'reason.read'));
  get diagnostics v_lines = row_count;
  if v_lines > 0 then
    insert into lykta.weeding (network_id, weeding_id, class, cause, subjects, parts, decision, digest, author, created_at)
      values (v_network, p_weeding, p_class, 'due', v_lines, v_lines, p_decision, lykta.weeded_digest(v_network, p_weeding), lykta.caller_member(), lykta.register_time());
  end if;
  return v_lines;
end $$;

-- As in 001; new: of an emptied line that put nothing into force the time of day is gone, and with it nothing that is counted. It would stand before what came earlier on its day.
create or replace function lykta.position_at(p_network uuid, p_time timestamptz) returns bigint
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  v_position bigint;
begin
  if p_network is distinct from lykta.current_network() then
    raise exception 'position_at: network is not the one in context' using errcode = '42501';
  end if;
  perform 1 from lykta.network n where n.network_id = p_network for share;
  if p_time > clock_timestamp() then
    raise exception 'position_at: the time has not been' using errcode = '22008';
  end if;
  select a.position into v_position from lykta.audit a
    where a.network_id = p_network and a.at <= p_time and (a.weeding_id is null or a.stamped > 0) order by a.at desc, a.position desc limit 1;
  return coalesce(v_position, 0);
end $$;

-- ── Drafts ──────────────────────────────────────────────────────────────────────────────────────────────────────

-- 018: that a draft was thrown away is written by lykta.discard_draft alone, which empties it; added by hand it stood for the asking.
alter policy role_adds on lykta.edition_step with check (network_id = (select lykta.current_network()) and author = (select lykta.caller_member()) and act <> 'discard'
  and ((select lykta.caller_role() = 'coordinator') or ((select lykta.caller_role() = 'core-member') and act in ('approve', 'refuse'))));

revoke execute on all functions in schema lykta from public;
