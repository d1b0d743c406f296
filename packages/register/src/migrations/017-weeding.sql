-- 017: weeding to its end: coded answers that are made coarser, lines of the audit that are emptied, a log of each weeding, and holds that two persons decide on.

-- ── What was weeded ─────────────────────────────────────────────────────────────────────────────────────────────

-- One act of weeding, of one class: how much, under which decision. Nothing of what it took.
create table lykta.weeding (
  network_id uuid not null references lykta.network,
  weeding_id uuid not null,
  -- A class of packages/incident/src/retention.ts.
  class text not null check (class in ('narrative', 'note', 'situation', 'person', 'coded', 'member', 'reading', 'audit')),
  cause text not null check (cause in ('due', 'request', 'order', 'mistake')),
  -- How many incidents, cases, meetings or members; and how many texts, revisions or lines of theirs.
  subjects integer not null check (subjects >= 0),
  parts integer not null check (parts >= 0),
  -- Where the decision stands that it rests on, when the network is an authority's; null: the network's own clocks.
  decision text check (octet_length(decision) <= 400),
  -- Of lines of the audit: what is left of them, hashed when they were emptied, so that what changes later shows.
  digest bytea,
  check ((class in ('reading', 'audit')) = (digest is not null)),
  author text not null,
  created_at timestamptz not null,
  from_position bigint,
  primary key (network_id, weeding_id)
);
create index weeding_unstamped on lykta.weeding (network_id) where from_position is null;

-- That a revision's answers were made coarser in their place. The revision keeps the hash of what was written first, which the chain vouches for; this
-- has the hash of what stands now. A revision may go through both levels; the later one counts.
create table lykta.coarsening (
  network_id uuid not null references lykta.network,
  incident_id uuid not null,
  revision integer not null,
  level text not null check (level in ('person', 'coded')),
  answers_hash bytea not null,
  author text not null,
  created_at timestamptz not null,
  from_position bigint,
  primary key (network_id, incident_id, revision, level),
  foreign key (network_id, incident_id, revision) references lykta.revision (network_id, incident_id, number)
);
create index coarsening_unstamped on lykta.coarsening (network_id) where from_position is null;

-- Of a line that was emptied: by which weeding.
alter table lykta.audit add column weeding_id uuid;

-- ── Holds that two persons decide on ────────────────────────────────────────────────────────────────────────────

-- Somebody asks that a hold be placed (or prolonged), or lifted. One that is to be placed stops weeding for two weeks while it waits for the second person.
create table lykta.hold_request (
  network_id uuid not null references lykta.network,
  request_id uuid not null,
  act text not null check (act in ('place', 'lift')),
  subject_id uuid not null,
  subject text not null check (subject in ('incident', 'case', 'meeting')),
  reason text not null check (reason in ('investigation', 'supervision', 'dispute')),
  -- The last day on which it is to stand; of one that is lifted, the last day on which it stood.
  ends_on date not null,
  author text not null,
  created_at timestamptz not null,
  from_position bigint,
  primary key (network_id, request_id)
);
create index hold_request_unstamped on lykta.hold_request (network_id) where from_position is null;
create index hold_request_of on lykta.hold_request (network_id, subject_id);

create table lykta.hold_answer (
  network_id uuid not null,
  request_id uuid not null,
  act text not null check (act in ('agree', 'refuse', 'withdraw')),
  author text not null,
  created_at timestamptz not null,
  from_position bigint,
  primary key (network_id, request_id),
  foreign key (network_id, request_id) references lykta.hold_request
);
create index hold_answer_unstamped on lykta.hold_answer (network_id) where from_position is null;

-- Whether any of them is held on the day, or somebody has asked for it of late.
create function lykta.is_any_held(p_subjects uuid[], p_day date) returns boolean
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  v_network constant uuid := lykta.current_network();
begin
  return exists (select from lykta.legal_hold h where h.network_id = v_network and h.subject_id = any(p_subjects) and h.ends_on >= p_day
      and not exists (select from lykta.legal_hold l where l.network_id = v_network and l.subject_id = h.subject_id and l.seq > h.seq))
    or exists (select from lykta.hold_request r where r.network_id = v_network and r.subject_id = any(p_subjects) and r.act = 'place'
      and r.created_at > lykta.register_time() - interval '14 days'
      and not exists (select from lykta.hold_answer a where a.network_id = v_network and a.request_id = r.request_id));
end $$;

-- The answer to a request, and the hold's next line when it is agreed to: by another than who asked. ('operator' is the program where no network has members:
-- who sits there says that two persons decided.)
create function lykta.answer_hold(p_request uuid, p_act text) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  v_network constant uuid := lykta.current_network();
  v_asked lykta.hold_request;
begin
  if not lykta.is_second_person() then
    raise exception 'answer_hold: the caller is no second person' using errcode = '42501';
  end if;
  -- One after the other, and not beside an erasing.
  perform from lykta.network n where n.network_id = v_network for no key update;
  select * into v_asked from lykta.hold_request r where r.network_id = v_network and r.request_id = p_request and r.from_position is not null;
  if not found then
    raise exception 'answer_hold: no such request' using errcode = '42501';
  end if;
  if (p_act = 'withdraw') is distinct from (v_asked.author = lykta.caller_member()) and lykta.caller_member() <> 'operator' then
    raise exception 'answer_hold: another has to answer' using errcode = '42501';
  end if;
  insert into lykta.hold_answer (network_id, request_id, act, author, created_at) values (v_network, p_request, p_act, lykta.caller_member(), lykta.register_time());
  if p_act = 'agree' then
    insert into lykta.legal_hold (network_id, subject_id, seq, subject, reason, ends_on, author, created_at)
      select v_network, v_asked.subject_id, coalesce(max(h.seq), 0) + 1, v_asked.subject, v_asked.reason, v_asked.ends_on, lykta.caller_member(), lykta.register_time()
        from lykta.legal_hold h where h.network_id = v_network and h.subject_id = v_asked.subject_id;
  end if;
end $$;

-- ── Weeding ─────────────────────────────────────────────────────────────────────────────────────────────────────

-- As in 016; new: what somebody has asked to hold is held too.
create or replace function lykta.erase_texts(p_class text, p_subject uuid, p_cause text) returns integer
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  v_network constant uuid := lykta.current_network();
  v_held uuid[] := array[p_subject];
  v_today date;
  v_texts uuid[];
begin
  if lykta.caller_role() is distinct from 'coordinator' then
    raise exception 'erase_texts: the caller is no coordinator' using errcode = '42501';
  end if;
  -- One after the other: no hold comes between the look and the erasing.
  select (lykta.register_time() at time zone n.time_zone)::date into v_today from lykta.network n where n.network_id = v_network for no key update;
  if p_class = 'narrative' then
    v_held := v_held || array(select e.case_id from lykta.case_event e where e.network_id = v_network and e.kind = 'join' and e.incident_id = p_subject);
    v_texts := array(select b.sealed_id from lykta.sealed_body b where b.network_id = v_network and b.incident_id = p_subject);
  elsif p_class = 'note' then
    v_held := v_held || array(select e.incident_id from lykta.case_event e where e.network_id = v_network and e.kind = 'join' and e.case_id = p_subject);
    v_texts := array(select b.note_id from lykta.case_note b where b.network_id = v_network and b.case_id = p_subject);
  elsif p_class = 'situation' then
    v_texts := array(select b.text_id from lykta.meeting_text b where b.network_id = v_network and b.meeting_id = p_subject);
  else
    raise exception 'erase_texts: no such class' using errcode = '22023';
  end if;
  if lykta.is_any_held(v_held, v_today) then
    raise exception 'erase_texts: it is held' using errcode = '42501';
  end if;
  v_texts := array(select t from unnest(v_texts) t where not exists (select from lykta.erasure e where e.network_id = v_network and e.text_id = t));
  insert into lykta.erasure (network_id, text_id, class, cause, author, created_at)
    select v_network, t, p_class, p_cause, lykta.caller_member(), lykta.register_time() from unnest(v_texts) t;
  -- What opens it first.
  delete from lykta.sealed_key where network_id = v_network and sealed_id = any(v_texts);
  delete from lykta.case_note_key where network_id = v_network and note_id = any(v_texts);
  delete from lykta.meeting_key where network_id = v_network and text_id = any(v_texts);
  update lykta.sealed_body set body = '' where network_id = v_network and sealed_id = any(v_texts);
  update lykta.case_note set body = '' where network_id = v_network and note_id = any(v_texts);
  update lykta.meeting_text set body = '' where network_id = v_network and text_id = any(v_texts);
  return cardinality(v_texts);
end $$;

-- Whether the second is the first with less: months for days, nothing for the area, contacts and own answers, all else the same.
create function lykta.is_coarser(p_fine jsonb, p_coarse jsonb) returns boolean
  language sql immutable set search_path = pg_catalog, pg_temp
  as $$
  select p_fine - array['occurred', 'reportedOn', 'area', 'own', 'persons', 'concernReport'] = p_coarse - array['occurred', 'reportedOn', 'area', 'own', 'persons', 'concernReport']
    and (p_fine -> 'occurred') - array['from', 'to'] = (p_coarse -> 'occurred') - array['from', 'to']
    and p_coarse #>> '{occurred,from}' in (p_fine #>> '{occurred,from}', left(p_fine #>> '{occurred,from}', 8) || '01')
    and left(p_coarse #>> '{occurred,to}', 7) = left(p_fine #>> '{occurred,to}', 7) and p_coarse #>> '{occurred,to}' >= p_fine #>> '{occurred,to}'
    and left(p_coarse ->> 'reportedOn', 7) = left(p_fine ->> 'reportedOn', 7) and p_coarse ->> 'reportedOn' >= p_fine ->> 'reportedOn'
    and p_coarse -> 'area' in ('null', p_fine -> 'area')
    and (not p_coarse ? 'own' or p_coarse -> 'own' = p_fine -> 'own')
    and p_fine ? 'concernReport' = p_coarse ? 'concernReport'
    and (not p_fine ? 'concernReport' or (p_fine #>> '{concernReport,made}' = p_coarse #>> '{concernReport,made}' and p_coarse #> '{concernReport,on}' in ('null', p_fine #> '{concernReport,on}')))
    and jsonb_array_length(p_fine -> 'persons') = jsonb_array_length(p_coarse -> 'persons')
    and not exists (select from jsonb_array_elements(p_fine -> 'persons') with ordinality f(one, at) join jsonb_array_elements(p_coarse -> 'persons') with ordinality c(one, at) using (at)
      where f.one - array['supportOrganisation', 'contactDate'] <> c.one - array['supportOrganisation', 'contactDate']
        or c.one -> 'supportOrganisation' not in ('null', f.one -> 'supportOrganisation') or c.one -> 'contactDate' not in ('null', f.one -> 'contactDate'))
$$;

-- Puts coarser answers in the place of an incident's, in every revision, and their facts. `p_revisions`: of each its number, the answers' canonical text, and the facts that have
-- changed. Nothing finer is taken, and nothing while a sealed reason stands, which is bound to the answers that were.
create function lykta.coarsen_answers(p_incident uuid, p_levels text[], p_revisions json) returns integer
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  v_network constant uuid := lykta.current_network();
  v_today date;
  v_expected integer;
  v_rows integer;
begin
  if lykta.caller_role() is distinct from 'coordinator' then
    raise exception 'coarsen_answers: the caller is no coordinator' using errcode = '42501';
  end if;
  select (lykta.register_time() at time zone n.time_zone)::date into v_today from lykta.network n where n.network_id = v_network for no key update;
  if lykta.is_any_held(array[p_incident] || array(select e.case_id from lykta.case_event e where e.network_id = v_network and e.kind = 'join' and e.incident_id = p_incident), v_today) then
    raise exception 'coarsen_answers: it is held' using errcode = '42501';
  end if;
  if exists (select from lykta.sealed_body b join lykta.sealed_key k on k.network_id = b.network_id and k.sealed_id = b.sealed_id where b.network_id = v_network and b.incident_id = p_incident) then
    raise exception 'coarsen_answers: a sealed text stands' using errcode = '42501';
  end if;
  select count(*) into v_expected from lykta.revision where network_id = v_network and incident_id = p_incident;
  update lykta.revision r set answers = c.answers, created_at = case when 'coded' = any(p_levels) then date_trunc('month', r.created_at, 'UTC') else r.created_at end
    from json_to_recordset(p_revisions) c(number integer, answers text)
    where r.network_id = v_network and r.incident_id = p_incident and r.number = c.number and r.from_position is not null and lykta.is_coarser(r.answers::jsonb, c.answers::jsonb);
  get diagnostics v_rows = row_count;
  if v_rows <> v_expected or v_rows <> json_array_length(p_revisions) then
    raise exception 'coarsen_answers: these are not its answers with less' using errcode = '22023';
  end if;
  update lykta.incident_fact f set occurred_from = c.occurred_from, occurred_to = c.occurred_to, reported_on = c.reported_on, area = c.area
    from json_to_recordset(p_revisions) c(number integer, occurred_from date, occurred_to date, reported_on date, area text)
    where f.network_id = v_network and f.incident_id = p_incident and f.revision = c.number;
  insert into lykta.coarsening (network_id, incident_id, revision, level, answers_hash, author, created_at)
    select v_network, p_incident, c.number, l, sha256(convert_to(c.answers, 'UTF8')), lykta.caller_member(), lykta.register_time()
    from json_to_recordset(p_revisions) c(number integer, answers text), unnest(p_levels) l
    where not exists (select from lykta.coarsening e where e.network_id = v_network and e.incident_id = p_incident and e.revision = c.number and e.level = l);
  get diagnostics v_rows = row_count;
  return v_rows;
end $$;

-- What is left of the lines that a weeding has emptied, hashed.
create function lykta.weeded_digest(p_network uuid, p_weeding uuid) returns bytea
  language sql stable set search_path = pg_catalog, pg_temp
  as $$
  select sha256(convert_to(coalesce(string_agg(concat_ws('|', position, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), stamped, encode(content_hash, 'hex'), encode(prev_hash, 'hex'), encode(hash, 'hex')),
    E'\n' order by position), ''), 'UTF8')) from lykta.audit where network_id = p_network and weeding_id = p_weeding
$$;

-- Empties lines of the audit that are older: who, what and about what, and the time of day. Their place, their day (in the network's time zone, by
-- which an edition's count as of then goes) and their hashes stay, so that the chain holds. Gives how many.
create function lykta.weed_audit(p_weeding uuid, p_class text, p_before timestamptz, p_decision text) returns integer
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  v_network constant uuid := lykta.current_network();
  v_zone text;
  v_lines integer;
begin
  if lykta.caller_role() is distinct from 'coordinator' then
    raise exception 'weed_audit: the caller is no coordinator' using errcode = '42501';
  end if;
  -- What somebody has read in the last minutes, and sheets that are announced, are counted by these lines.
  if p_class not in ('reading', 'audit') or p_before is null or p_before > lykta.register_time() - interval '31 days' then
    raise exception 'weed_audit: only what is older than a month' using errcode = '22023';
  end if;
  select n.time_zone into v_zone from lykta.network n where n.network_id = v_network for no key update;
  update lykta.audit a set actor = 'weeded', action = 'weeded', object = 'weeded', at = date_trunc('day', a.at, v_zone), weeding_id = p_weeding
    where a.network_id = v_network and a.at < p_before and a.weeding_id is null
      and (p_class = 'audit' or a.action in ('text.read', 'note.read', 'meeting.read', 'reason.read'));
  get diagnostics v_lines = row_count;
  if v_lines > 0 then
    insert into lykta.weeding (network_id, weeding_id, class, cause, subjects, parts, decision, digest, author, created_at)
      values (v_network, p_weeding, p_class, 'due', v_lines, v_lines, p_decision, lykta.weeded_digest(v_network, p_weeding), lykta.caller_member(), lykta.register_time());
  end if;
  return v_lines;
end $$;

-- ── Row-level security ──────────────────────────────────────────────────────────────────────────────────────────

do $$
declare
  in_network constant text := 'network_id = (select lykta.current_network())';
  coordinator constant text := '(select lykta.caller_role() = ''coordinator'')';
  second_person constant text := '(select lykta.is_second_person())';
  t text;
  reads text;
begin
  for t, reads in values ('weeding', coordinator), ('coarsening', coordinator), ('hold_request', second_person), ('hold_answer', second_person) loop
    execute format('alter table lykta.%I enable row level security', t);
    execute format('alter table lykta.%I force row level security', t);
    execute format('create policy owner_network on lykta.%I to current_user using (%s) with check (%s)', t, in_network, in_network);
    execute format('create policy role_reads on lykta.%I for select using (%s and %s)', t, in_network, reads);
  end loop;
  execute format('create policy role_adds on lykta.weeding for insert with check (%s and %s and digest is null and author = (select lykta.caller_member()))', in_network, coordinator);
  execute format('create policy role_adds on lykta.hold_request for insert with check (%s and %s and author = (select lykta.caller_member()))', in_network, coordinator);
  -- 016 let a coordinator add a hold's line alone. Now lykta.answer_hold does, for two.
  execute format('alter policy role_adds on lykta.legal_hold with check (%s and %s and author = ''operator'' and (select lykta.caller_member()) = ''operator'')', in_network, coordinator);
  execute format('alter policy role_reads on lykta.legal_hold using (%s and %s)', in_network, second_person);
end $$;

-- ── The audit ───────────────────────────────────────────────────────────────────────────────────────────────────

-- As before, with these: what this transaction inserted, what the chain says of it, and its position.
alter function lykta.has_unstamped(uuid) rename to has_unstamped_beside_weeding;
create function lykta.has_unstamped(p_network uuid) returns boolean
  language sql stable set search_path = pg_catalog, pg_temp
  as $$
  select lykta.has_unstamped_beside_weeding(p_network)
    or exists (select from lykta.weeding where network_id = p_network and from_position is null)
    or exists (select from lykta.coarsening where network_id = p_network and from_position is null)
    or exists (select from lykta.hold_request where network_id = p_network and from_position is null)
    or exists (select from lykta.hold_answer where network_id = p_network and from_position is null)
$$;

alter function lykta.unstamped_lines(uuid) rename to unstamped_lines_beside_weeding;
create function lykta.unstamped_lines(p_network uuid) returns setof text
  language sql stable set search_path = pg_catalog, pg_temp
  as $$
  select l.line from lykta.unstamped_lines_beside_weeding(p_network) l(line)
  union all
  select 'weeding ' || weeding_id || ' ' || encode(sha256(convert_to(
      jsonb_build_array(class, cause, subjects, parts, decision, encode(digest, 'hex'), author)::text, 'UTF8')), 'hex')
    from lykta.weeding where network_id = p_network and from_position is null
  union all
  select 'coarsening ' || incident_id || ' ' || revision || ' ' || level || ' ' || encode(sha256(convert_to(
      jsonb_build_array(encode(answers_hash, 'hex'), author)::text, 'UTF8')), 'hex')
    from lykta.coarsening where network_id = p_network and from_position is null
  union all
  select 'hold-request ' || request_id || ' ' || encode(sha256(convert_to(
      jsonb_build_array(act, subject_id, subject, reason, ends_on, author)::text, 'UTF8')), 'hex')
    from lykta.hold_request where network_id = p_network and from_position is null
  union all
  select 'hold-answer ' || request_id || ' ' || encode(sha256(convert_to(jsonb_build_array(act, author)::text, 'UTF8')), 'hex')
    from lykta.hold_answer where network_id = p_network and from_position is null
$$;

alter function lykta.stamp_rest(uuid, bigint) rename to stamp_rest_beside_weeding;
create function lykta.stamp_rest(p_network uuid, p_position bigint) returns void
  language plpgsql set search_path = pg_catalog, pg_temp
  as $$
begin
  perform lykta.stamp_rest_beside_weeding(p_network, p_position);
  update lykta.weeding set from_position = p_position where network_id = p_network and from_position is null;
  update lykta.coarsening set from_position = p_position where network_id = p_network and from_position is null;
  update lykta.hold_request set from_position = p_position where network_id = p_network and from_position is null;
  update lykta.hold_answer set from_position = p_position where network_id = p_network and from_position is null;
end $$;

revoke execute on all functions in schema lykta from public;
