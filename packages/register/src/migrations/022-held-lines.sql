-- 022: lines of the audit are kept while what they name is held, however they name it; a revision takes another organisation's words from nobody; a count as of
-- a day is of that day after a weeding too; and facts that were left between transactions are found.

-- ── Lines of what is held ───────────────────────────────────────────────────────────────────────────────────────

-- As in 020; new: what belongs to it under a name of its own: events of its cases, disclosures of its incidents and the glass that was broken for one, and what
-- was let go of a meeting's reports. A line names more than one thing by 'incident:ID/REVISION' or 'case:ID/NOTE'; what counts is what stands before the stroke.
create or replace function lykta.held_objects() returns text[]
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
  with held as (
    select s.kind, s.id from (
      select subject as kind, subject_id as id from lykta.legal_hold where network_id = lykta.current_network()
      union
      select subject, subject_id from lykta.hold_request where network_id = lykta.current_network()
    ) s, lykta.network n
    where n.network_id = lykta.current_network() and lykta.caller_role() = 'coordinator' and lykta.is_any_held(array[s.id], (lykta.register_time() at time zone n.time_zone)::date)
  ), cases as (
    select id from held where kind = 'case'
    union
    select e.case_id from lykta.case_event e join held on held.kind = 'incident' and held.id = e.incident_id where e.network_id = lykta.current_network() and e.kind = 'join'
  ), incidents as (
    select id from held where kind = 'incident'
    union
    select e.incident_id from lykta.case_event e join held on held.kind = 'case' and held.id = e.case_id where e.network_id = lykta.current_network() and e.kind = 'join'
  ), shares as (
    select s.share_id as id from lykta.share s join incidents on incidents.id = s.incident_id where s.network_id = lykta.current_network()
  )
  select array(
    select 'incident:' || id from incidents
    union
    select 'case:' || id from cases
    union
    select 'meeting:' || id from held where kind = 'meeting'
    union
    select 'event:' || e.event_id from lykta.case_event e join cases on cases.id = e.case_id where e.network_id = lykta.current_network()
    union
    select 'share:' || id from shares
    union
    select 'glass:' || g.glass_id from lykta.break_glass g join shares on shares.id = g.share_id where g.network_id = lykta.current_network()
    union
    select v.audience || ':' || v.report_id from lykta.situation_version v join lykta.situation_report r on r.network_id = v.network_id and r.report_id = v.report_id
      join held on held.kind = 'meeting' and held.id = r.meeting_id where v.network_id = lykta.current_network())
$$;

-- As in 020; new: by what stands before the stroke.
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
    where a.network_id = v_network and a.at < p_before and a.weeding_id is null and split_part(a.object, '/', 1) <> all(v_held)
      and (p_class = 'audit' or a.action in ('text.read', 'note.read', 'meeting.read', 'reason.read'));
  get diagnostics v_lines = row_count;
  if v_lines > 0 then
    insert into lykta.weeding (network_id, weeding_id, class, cause, subjects, parts, decision, digest, author, created_at)
      values (v_network, p_weeding, p_class, 'due', v_lines, v_lines, p_decision, lykta.weeded_digest(v_network, p_weeding), lykta.caller_member(), lykta.register_time());
  end if;
  return v_lines;
end $$;

-- ── Time to position ────────────────────────────────────────────────────────────────────────────────────────────

-- As in 020; new: the last line before the first that was later. An emptied line stands at the beginning of its day, a held one beside it at its time of day, so that
-- the latest time is not the last line's. Times are only ever lowered, and within their day: the first later line is of the first day that has any.
create or replace function lykta.position_at(p_network uuid, p_time timestamptz) returns bigint
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  v_position bigint;
  v_later timestamptz;
begin
  if p_network is distinct from lykta.current_network() then
    raise exception 'position_at: network is not the one in context' using errcode = '42501';
  end if;
  perform 1 from lykta.network n where n.network_id = p_network for share;
  if p_time > clock_timestamp() then
    raise exception 'position_at: the time has not been' using errcode = '22008';
  end if;
  select min(a.at) into v_later from lykta.audit a where a.network_id = p_network and a.at > p_time;
  -- A day has 25 hours at most; a line of the next is no earlier than those of this one.
  select a.position into v_position from lykta.audit a
    where a.network_id = p_network and (a.weeding_id is null or a.stamped > 0)
      and a.position < coalesce((select min(l.position) from lykta.audit l where l.network_id = p_network and l.at > p_time and l.at < v_later + interval '25 hours'), 9223372036854775807)
    order by a.position desc limit 1;
  return coalesce(v_position, 0);
end $$;

-- ── Whose words a revision changes ──────────────────────────────────────────────────────────────────────────────

-- Whether it follows a revision of the same meeting, circle and kind, and of the same organisation: that of an action alone is changed, by a coordinator.
create function lykta.may_follow_item(p_item uuid, p_revision integer, p_meeting uuid, p_circle text, p_kind text, p_organisation uuid) returns boolean
  language plpgsql stable parallel safe security definer cost 1 set search_path = pg_catalog, pg_temp
  as $$
begin
  return p_revision = 1 or exists (select from lykta.meeting_item i where i.network_id = lykta.current_network() and i.item_id = p_item and i.revision = p_revision - 1
    and i.meeting_id = p_meeting and i.circle = p_circle and i.kind = p_kind
    and (i.organisation_id is not distinct from p_organisation or p_kind = 'action' and lykta.caller_role() = 'coordinator'));
end $$;

-- The same of an effort, whose organisation a coordinator may put right.
create function lykta.may_follow_effort(p_effort uuid, p_revision integer, p_organisation uuid) returns boolean
  language plpgsql stable parallel safe security definer cost 1 set search_path = pg_catalog, pg_temp
  as $$
begin
  return p_revision = 1 or exists (select from lykta.effort e where e.network_id = lykta.current_network() and e.effort_id = p_effort and e.revision = p_revision - 1
    and (e.organisation_id = p_organisation or lykta.caller_role() = 'coordinator'));
end $$;

-- As in 011, with these. And facts between transactions are seen by whoever verifies: there are to be none.
do $$
declare
  in_network constant text := 'network_id = (select lykta.current_network())';
  coordinator constant text := '(select lykta.caller_role() = ''coordinator'')';
  core_member constant text := '(select lykta.caller_role() = ''core-member'')';
  reporter constant text := '(select lykta.caller_role() = ''reporter'')';
  own_organisation constant text := 'organisation_id = (select lykta.caller_organisation())';
  own_words constant text := 'author = (select lykta.caller_member())';
  own_situation constant text := format('kind = ''situation'' and %s and (%s or (%s and circle = ''network''))', own_organisation, core_member, reporter);
begin
  execute format('alter policy role_adds on lykta.meeting_item with check (%s and %s and (%s or (%s) or (%s and kind = ''action'' and revision > 1 and %s))
    and lykta.may_follow_item(item_id, revision, meeting_id, circle, kind, organisation_id))', in_network, own_words, coordinator, own_situation, core_member, own_organisation);
  execute format('alter policy role_adds on lykta.effort with check (%s and %s and (%s or (%s and %s)) and lykta.may_follow_effort(effort_id, revision, organisation_id))',
    in_network, own_words, coordinator, core_member, own_organisation);
  execute format('create policy role_reads on lykta.new_fact for select using (%s and %s)', in_network, coordinator);
end $$;

revoke execute on all functions in schema lykta from public;
